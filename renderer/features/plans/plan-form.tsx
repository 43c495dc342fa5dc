import { ORPCError } from '@orpc/client'
import { useEffect, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useWatch } from 'react-hook-form'
import { planNotes, planProblems } from '#domain/plans/rules.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatHoursText, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import type { SaveCall, SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { Row } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { GoalsPart } from './goals-part.tsx'
import {
  planFormSchema,
  planSoFar,
  valuesOf,
  type PlanData,
  type PlanValues,
} from './plan-values.ts'
import { useConflictFields } from './plan-conflict.tsx'
import { planFields } from './plan-fields.ts'
import { ProblemList } from './problem-list.tsx'
import { contextOf, type Measures } from './found.ts'
import { WeekPart } from './week-part.tsx'
import classes from './plans.module.css'

const parts = ['goals', 'week', 'review'] as const
type Part = (typeof parts)[number]

export interface SavedPlan {
  id: string
  version: number
}

export interface PlanFormProps {
  title: string
  draftKey: string
  /** Under which the open part is remembered. */
  partKey: string
  measures: Measures
  defaults: PlanValues
  save: (plan: PlanInput, version: number | null, call: SaveCall) => Promise<SavedPlan>
  onSaved: (saved: SavedPlan, intent: SaveIntent) => void
  onLeave: () => void
}

/** The plan being written: period, then goals, week, review and signatures. */
export function PlanForm(props: PlanFormProps) {
  const { t } = useTranslation()
  const conflictFields = useConflictFields()
  return (
    <div className={classes.wideForm}>
      <Form<PlanValues, PlanData, SavedPlan>
        schema={planFormSchema}
        defaults={props.defaults}
        title={props.title}
        draftKey={props.draftKey}
        conflictFields={conflictFields}
        onLeave={props.onLeave}
        next={{ label: t('plans:action.prepare'), carry: (saved) => saved }}
        onSave={async ({ version, ...plan }, call) => {
          try {
            return await props.save(plan, version, call)
          } catch (error) {
            throw withFormValues(error)
          }
        }}
        onSaved={props.onSaved}
      >
        <Row>
          <FieldRows of={planFields.sections.period} />
          <div className={classes.basis}>
            {t('plans:basis', {
              number: formatRegistryNumber(
                props.measures.assessment.number ?? '',
                props.measures.assessment.date,
              ),
              hours: formatHoursText(props.measures.grantedMinutes),
            })}
          </div>
        </Row>
        <Parts {...props} />
      </Form>
    </div>
  )
}

/** What the colleague saved, in the shape of the boxes, so that it can be chosen from. */
function withFormValues(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'CONFLICT') return error
  const data = error.data as { theirs: (PlanInput & { version: number }) | null }
  if (!data.theirs) return error
  return new ORPCError('CONFLICT', {
    data: { ...data, theirs: valuesOf(data.theirs, data.theirs.version) },
  })
}

function Parts({ partKey, measures }: PlanFormProps) {
  const { t } = useTranslation()
  const [part, setPart] = usePageState<Part>(partKey, 'goals')
  const host = useRef<HTMLDivElement>(null)
  const values = useWatch<PlanValues>() as PlanValues
  const plan = planSoFar(values)
  const complete = Boolean(values.validFrom && values.validTo && values.validFrom <= values.validTo)
  const problems = complete ? planProblems(plan, contextOf(measures)) : []
  const notes = complete ? planNotes(plan, contextOf(measures)) : []

  // A message about a field in a closed part opens that part before the focus goes there.
  useEffect(() => {
    const place = host.current
    if (!place) return
    const reveal = (event: Event) => {
      const own = (event.target as Element).closest<HTMLElement>('[data-part]')?.dataset['part']
      if (own)
        flushSync(() => {
          setPart(own as Part)
        })
    }
    place.addEventListener('o-reveal', reveal)
    return () => {
      place.removeEventListener('o-reveal', reveal)
    }
  }, [setPart])

  const go = (problem: Problem) => {
    const form = host.current?.closest('form')
    const name = problem.path?.join('.') ?? ''
    const field = form ? (fieldNamed(form, name) ?? firstOf(form, name)) : undefined
    if (field) focusField(field)
  }
  const labels = {
    goals: { label: t('plans:tab.goals'), count: values.goals.length },
    week: { label: t('plans:tab.week'), count: plan.rows.length },
    review: { label: t('plans:tab.review') },
  }
  const panel = (own: Part, content: ReactNode) => (
    <div key={own} data-part={own} className={part === own ? undefined : classes.closed}>
      {content}
    </div>
  )
  return (
    <div ref={host}>
      <Tabs
        label={t('plans:heading')}
        tabs={parts.map((id) => ({ id, ...labels[id] }))}
        value={part}
        onChange={(id) => {
          setPart(id as Part)
        }}
      >
        {panel('goals', <GoalsPart measures={measures} />)}
        {panel('week', <WeekPart measures={measures} plan={plan} complete={complete} />)}
        {panel(
          'review',
          <div className={classes.review}>
            <FieldRows of={planFields.sections.review} />
          </div>,
        )}
      </Tabs>
      <section className={classes.checks} aria-labelledby="plan-checks">
        <h2 id="plan-checks">{t('plans:check.live')}</h2>
        <div role="status">
          <ProblemList problems={problems} notes={notes} fine={t('plans:check.fine')} onGo={go} />
        </div>
      </section>
    </div>
  )
}

/** A problem of a whole list leads to its first box. */
function firstOf(form: HTMLElement, name: string): HTMLElement | undefined {
  return form.querySelector<HTMLElement>(`[data-field^="${CSS.escape(name)}"]`) ?? undefined
}
