import { Button } from '@mantine/core'
import { Check, CircleSlash, Plus, TriangleAlert, X } from 'lucide-react'
import { useRef } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { planPhrases } from '#domain/plans/phrases-data.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { say } from '#renderer/shell/toasts.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { RadioField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { focusField } from '#renderer/components/form/dom.ts'
import { Row } from '#renderer/components/form/section.tsx'
import { ActivitiesField } from './activities-field.tsx'
import { newGoal, type PlanValues } from './plan-values.ts'
import type { Measures } from './found.ts'
import classes from './plans.module.css'

/** „Цели“: weak areas of the assessment at left, each with a goal or „няма цел“; goals at right. */
export function GoalsPart({ measures }: { measures: Measures }) {
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const { getValues } = useFormContext<PlanValues>()
  const goals = useFieldArray<PlanValues, 'goals'>({ name: 'goals' })
  const focusGoal = (index: number) => {
    requestAnimationFrame(() => {
      const field = host.current?.querySelector<HTMLElement>(
        `[data-field="goals.${String(index)}.goal"]`,
      )
      if (field) focusField(field)
      else host.current?.querySelector<HTMLElement>('[data-add-goal]')?.focus()
    })
  }
  const add = (areaId: string | null) => {
    const index = getValues('goals').length
    goals.append(newGoal(getValues(), areaId), { shouldFocus: false })
    focusGoal(index)
  }
  const removeAt = (index: number) => {
    const kept = getValues(`goals.${index}`)
    goals.remove(index)
    say(t('shell:removed'), {
      undo: () => {
        goals.insert(index, kept, { shouldFocus: false })
      },
    })
    focusGoal(Math.max(0, index - 1))
  }
  const areas = [...measures.areas.map(({ groupId, name }) => ({ value: groupId, label: name }))]
  return (
    <div ref={host} className={classes.goals}>
      <WeakAreas measures={measures} onAdd={add} />
      <div className={classes.goalList}>
        {goals.fields.length === 0 ? (
          <p className="o-muted">{t('plans:noGoals', { count: measures.weakAreas.length })}</p>
        ) : null}
        {goals.fields.map((field, index) => (
          <Goal
            key={field.id}
            index={index}
            areas={areas}
            onRemove={() => {
              removeAt(index)
            }}
          />
        ))}
        <div>
          <Button
            data-add-goal
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={() => {
              add(null)
            }}
          >
            {t(goals.fields.length === 0 ? 'plans:goal.add' : 'plans:goal.addMore')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Goal(props: {
  index: number
  areas: readonly { value: string; label: string }[]
  onRemove: () => void
}) {
  const { index, areas } = props
  const { t } = useTranslation()
  const name = `goals.${String(index)}`
  const areaId = useWatch<PlanValues>({ name: `goals.${index}.areaId` }) as string | null
  return (
    <fieldset className={classes.goal}>
      <legend>{t('plans:goal.number', { number: index + 1 })}</legend>
      <Row>
        <RadioField
          name={`${name}.kind`}
          label={t('plans:goal.kind')}
          choices={[
            { value: 'shortTerm', label: t('plans:goalKind.shortTerm') },
            { value: 'longTerm', label: t('plans:goalKind.longTerm') },
          ]}
        />
        <SelectField
          name={`${name}.areaId`}
          label={t('plans:goal.areaId')}
          choices={areas}
          emptyLabel={t('plans:goal.ownWish')}
          passBy
        />
      </Row>
      <TextAreaField
        name={`${name}.goal`}
        label={t('plans:goal.goal')}
        rows={2}
        max={4000}
        phrases={[...(planPhrases.goals[areaId ?? ''] ?? []), ...planPhrases.anyGoal]}
      />
      <ActivitiesField
        name={`${name}.activities`}
        label={t('plans:goal.activities')}
        hint={t('plans:hint.activities')}
      />
      <TextAreaField
        name={`${name}.expectedResult`}
        label={t('plans:goal.expectedResult')}
        rows={2}
        max={4000}
        phrases={[...(planPhrases.results[areaId ?? ''] ?? []), ...planPhrases.anyResult]}
      />
      <Row>
        <TextField name={`${name}.responsible`} label={t('plans:goal.responsible')} max={200} />
        <DateField name={`${name}.startDate`} label={t('plans:goal.startDate')} />
        <DateField name={`${name}.endDate`} label={t('plans:goal.endDate')} />
      </Row>
      <Button
        className={classes.goalRemove}
        variant="subtle"
        color="gray"
        leftSection={<X size={16} aria-hidden />}
        onClick={props.onRemove}
      >
        {t('plans:goal.remove', { number: index + 1 })}
      </Button>
    </fieldset>
  )
}

/** Each weak area is answered: by a goal, or by „няма цел“ with its reason. */
function WeakAreas({ measures, onAdd }: { measures: Measures; onAdd: (areaId: string) => void }) {
  const { t } = useTranslation()
  const goals = useWatch<PlanValues, 'goals'>({ name: 'goals' })
  const without = useFieldArray<PlanValues, 'areasWithoutGoal'>({ name: 'areasWithoutGoal' })
  const list = useRef<HTMLUListElement>(null)
  if (measures.weakAreas.length === 0) return null
  const focusReason = (index: number) => {
    requestAnimationFrame(() => {
      const field = list.current?.querySelector<HTMLElement>(
        `[data-field="areasWithoutGoal.${String(index)}.reason"]`,
      )
      if (field) focusField(field)
    })
  }
  return (
    <section className={classes.areas} aria-labelledby="plan-areas">
      <h2 id="plan-areas">{t('plans:areas.title')}</h2>
      <ul ref={list}>
        {measures.weakAreas.map(({ groupId, name }) => {
          const count = goals.filter((goal) => goal.areaId === groupId).length
          const at = without.fields.findIndex((one) => one.areaId === groupId)
          const look =
            count > 0
              ? ({ tone: 'ok', icon: Check, word: t('plans:areas.goals', { count }) } as const)
              : at >= 0
                ? ({ tone: 'calm', icon: CircleSlash, word: t('plans:goal.none') } as const)
                : ({ tone: 'warn', icon: TriangleAlert, word: t('plans:areas.open') } as const)
          return (
            <li key={groupId}>
              <div className={classes.area}>
                <strong lang="bg">{name}</strong>
                <StatusBadge {...look} />
              </div>
              <div className={classes.areaActions}>
                <button
                  type="button"
                  className="o-link-button"
                  data-field={`goals.${groupId}`}
                  data-filled={count > 0 || at >= 0 ? 'true' : undefined}
                  onClick={() => {
                    if (at >= 0) without.remove(at)
                    onAdd(groupId)
                  }}
                >
                  {t('plans:areas.add')}
                  <span className="o-hidden">: {name}</span>
                </button>
                {count > 0 ? null : (
                  <button
                    type="button"
                    className="o-link-button"
                    aria-pressed={at >= 0}
                    onClick={() => {
                      if (at >= 0) without.remove(at)
                      else {
                        const index = without.fields.length
                        without.append({ areaId: groupId, reason: '' }, { shouldFocus: false })
                        focusReason(index)
                      }
                    }}
                  >
                    {t(at >= 0 ? 'plans:areas.undoNone' : 'plans:goal.none')}
                    <span className="o-hidden">: {name}</span>
                  </button>
                )}
              </div>
              {at >= 0 && count === 0 ? (
                <TextAreaField
                  key={without.fields[at]?.id}
                  name={`areasWithoutGoal.${String(at)}.reason`}
                  label={t('plans:goal.noneReason')}
                  rows={2}
                  phrases={planPhrases.noGoal}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
