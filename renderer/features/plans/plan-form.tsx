import { ORPCError } from '@orpc/client'
import { useEffect, useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { hoursOfPlan, planNotes, planProblems } from '#domain/plans/rules.ts'
import { planPhrases } from '#domain/plans/phrases-data.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import {
  formatClock,
  formatDate,
  formatHoursText,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import { usePageState } from '#renderer/shell/page-state.ts'
import type { ConflictField } from '#renderer/components/display/conflict-view.tsx'
import { Tabs } from '#renderer/components/display/tabs.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import type { SaveCall, SaveIntent } from '#renderer/components/form/form-props.ts'
import { Form } from '#renderer/components/form/form.tsx'
import { Row } from '#renderer/components/form/section.tsx'
import { GoalsPart } from './goals-part.tsx'
import { FitHours, HoursMeter } from './hours-meter.tsx'
import {
  planFormSchema,
  planSoFar,
  rowValuesOf,
  valuesOf,
  weekRowOf,
  type PlanData,
  type PlanValues,
  type RowValues,
} from './plan-values.ts'
import { ProblemList } from './problem-list.tsx'
import { contextOf, type Measures } from './found.ts'
import { WeekCalendar } from './week-calendar.tsx'
import { WeekGrid } from './week-grid.tsx'
import { weekdaysText } from './weekday-words.ts'
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
    <div className={classes['wideForm']}>
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
          <DateField name="validFrom" label={t('plans:field.validFrom')} />
          <DateField name="validTo" label={t('plans:field.validTo')} />
          <div className={classes['basis']}>
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
    <div key={own} data-part={own} className={part === own ? undefined : classes['closed']}>
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
        {panel('review', <ReviewPart />)}
      </Tabs>
      <section className={classes['checks']} aria-labelledby="plan-checks">
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

function WeekPart(props: { measures: Measures; plan: PlanInput; complete: boolean }) {
  const { measures, plan, complete } = props
  const { t } = useTranslation()
  const { setValue, getValues } = useFormContext<PlanValues>()
  const under = complete && hoursOfPlan(plan).max < measures.grantedMinutes
  return (
    <div className={classes['week']}>
      <WeekGrid />
      {complete ? (
        <>
          <div className={classes['weekSide']}>
            <HoursMeter hours={hoursOfPlan(plan)} grantedMinutes={measures.grantedMinutes} main />
          </div>
          <FitHours
            rows={plan.rows}
            grantedMinutes={measures.grantedMinutes}
            from={plan.validFrom}
            to={plan.validTo}
            onTake={(rows) => {
              const unfinished = getValues('rows').filter((row) => weekRowOf(row) === undefined)
              setValue('rows', [...rows.map(rowValuesOf), ...unfinished], { shouldDirty: true })
            }}
          />
        </>
      ) : null}
      <WeekCalendar rows={plan.rows} dailyMaxMinutes={measures.dailyMaxMinutes} />
      {under && plan.rows.length > 0 ? (
        <TextAreaField
          name="differenceReason"
          label={t('plans:field.differenceReason')}
          optional
          passBy
          rows={2}
          phrases={planPhrases.difference}
        />
      ) : null}
    </div>
  )
}

function ReviewPart() {
  const { t } = useTranslation()
  return (
    <div className={classes['review']}>
      <Row>
        <DateField
          name="nextReviewDate"
          label={t('plans:field.nextReviewDate')}
          hint={t('plans:hint.nextReviewDate')}
        />
        <TextField
          name="caseManager"
          label={t('plans:field.caseManager')}
          hint={t('plans:hint.caseManager')}
          max={200}
        />
      </Row>
      <TextAreaField
        name="involvement"
        label={t('plans:field.involvement')}
        optional
        rows={2}
        phrases={planPhrases.involvement}
      />
      <TextAreaField
        name="risks"
        label={t('plans:field.risks')}
        hint={t('plans:hint.risks')}
        optional
        rows={3}
        phrases={planPhrases.risks}
      />
      <Row>
        <TextField
          name="emergencyContactName"
          label={t('plans:field.emergencyContactName')}
          optional
          passBy
          max={200}
        />
        <TextField
          name="emergencyContactPhone"
          label={t('plans:field.emergencyContactPhone')}
          optional
          passBy
          inputMode="tel"
          max={40}
        />
      </Row>
      <TextField
        name="generalPractitioner"
        label={t('plans:field.generalPractitioner')}
        optional
        passBy
        max={200}
      />
    </div>
  )
}

/** The parts that are laid side by side when two saved the same plan. */
function useConflictFields(): ConflictField[] {
  const { t } = useTranslation()
  const date = (value: unknown) => (typeof value === 'string' ? formatDate(value) : '–')
  const lines = (value: unknown, line: (one: never) => string) =>
    Array.isArray(value) && value.length > 0 ? (
      <ul className={classes['conflictLines']}>
        {value.map((one, index) => (
          <li key={String(index)}>{line(one as never)}</li>
        ))}
      </ul>
    ) : (
      '–'
    )
  const field = (name: string, show?: ConflictField['show']): ConflictField => ({
    name,
    label: t(`plans:field.${name}`),
    ...(show ? { show } : {}),
  })
  return [
    field('validFrom', date),
    field('validTo', date),
    field('goals', (value) => lines(value, (goal: { goal: string }) => goal.goal || '–')),
    field('areasWithoutGoal', (value) => lines(value, (area: { reason: string }) => area.reason)),
    field('rows', (value) =>
      lines(value, (row: RowValues) =>
        [weekdaysText(row.weekdays), timeOf(row), row.assistant].filter(Boolean).join(', '),
      ),
    ),
    field('differenceReason'),
    field('nextReviewDate', date),
    field('caseManager'),
    field('involvement'),
    field('risks'),
    field('emergencyContactName'),
    field('emergencyContactPhone'),
    field('generalPractitioner'),
  ]
}

const timeOf = ({ time }: RowValues) =>
  time ? `${formatClock(time.from)}–${formatClock(time.to)}` : ''
