import { useCallback, useMemo, useRef, useState } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { AssessmentAnswer } from '#domain/assessments/schema.ts'
import type {
  Methodology,
  MethodologyGroup,
  MethodologyOption,
} from '#domain/methodologies/schema.ts'
import { appliesAtAge } from '#domain/methodologies/score.ts'
import { openList } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useFormTools } from '#renderer/components/form/form-context.ts'
import { focusTarget } from '#renderer/components/form/dom.ts'
import { ScoringRow, type ScoringRowProps } from './scoring-row.tsx'
import type { SheetValues } from './sheet-values.ts'
import classes from './assessments.module.css'

export interface ScoringSheetProps {
  methodology: Methodology
  age: number
  previous: readonly AssessmentAnswer[]
  changeNeedsReason: boolean
  /** Ready reasons of any row; those of an assessment where they are left out. */
  phrases?: readonly string[]
}

/** The options, when every row of the area has the same ones. */
function sharedScale(group: MethodologyGroup): MethodologyOption[] | undefined {
  const [first, ...others] = group.items.map((item) =>
    item.options.map((option) => `${option.text}/${String(option.points)}`).join('|'),
  )
  return others.length > 0 && others.every((scale) => scale === first)
    ? group.items[0]?.options
    : undefined
}

/** The assessor's sheet: items by area, nothing preselected, typed with one hand. */
export function ScoringSheet(props: ScoringSheetProps) {
  const { methodology, age, previous, changeNeedsReason } = props
  const { t } = useTranslation()
  const { setValue } = useFormContext<SheetValues>()
  const answers = useWatch<SheetValues, 'answers'>({ name: 'answers' })
  const { errors } = useFormState<SheetValues>()
  const problemText = useProblemText()
  const tools = useFormTools()
  const host = useRef<HTMLDivElement>(null)
  const [reasonOpen, setReasonOpen] = useState<number>()

  const places = useMemo(
    () =>
      new Map(
        methodology.groups
          .flatMap((group) => group.items)
          .map((item, index) => [item.id, index] as const),
      ),
    [methodology],
  )
  const groups = useMemo(
    () =>
      methodology.groups
        .map((group) => ({
          group,
          scale: sharedScale(group),
          items: group.items.filter((item) => appliesAtAge(item, age)),
        }))
        .filter(({ items }) => items.length > 0),
    [methodology, age],
  )
  const before = useMemo(
    () => new Map(previous.map((answer) => [answer.itemId, answer.optionId])),
    [previous],
  )

  const rowAt = (index: number | undefined) =>
    index === undefined
      ? undefined
      : (host.current?.querySelector<HTMLElement>(`[data-scoring-row="${String(index)}"]`) ??
        undefined)

  const move: ScoringRowProps['onMove'] = useCallback(
    (index, to) => {
      const order = groups.map(({ items }) => items.map((item) => places.get(item.id) ?? 0))
      const flat = order.flat()
      const area = order.findIndex((rows) => rows.includes(index))
      const at = flat.indexOf(index)
      const target = {
        next: flat[at + 1],
        previous: flat[at - 1],
        nextArea: order[area + 1]?.[0],
        previousArea: order[area]?.[0] === index ? order[area - 1]?.[0] : order[area]?.[0],
      }[to]
      const row = rowAt(target)
      const place = row && focusTarget(row)
      if (place) {
        row.closest('[data-field-frame]')?.scrollIntoView({ block: 'nearest' })
        place.focus({ preventScroll: true })
      } else if (to === 'next' || to === 'nextArea') {
        const last = rowAt(flat.at(-1))
        if (last) tools.advance(last)
      }
    },
    [groups, places, tools],
  )
  const choose: ScoringRowProps['onChoose'] = useCallback(
    (index, optionId) => {
      setValue(`answers.${index}.optionId`, optionId, { shouldDirty: true })
    },
    [setValue],
  )
  const write: ScoringRowProps['onReason'] = useCallback(
    (index, reason) => {
      setValue(`answers.${index}.reason`, reason, { shouldDirty: true })
    },
    [setValue],
  )
  const common = props.phrases ?? t('assessments:phrases.common', { returnObjects: true })
  return (
    <div ref={host} className={classes.sheet}>
      {groups.map(({ group, scale, items }) => {
        const own = openList(`assessments:phrases.${group.id}`)
        return (
          <section key={group.id} aria-labelledby={`area-${group.id}`}>
            <div className={classes.areaHead} data-shared={scale ? '' : undefined}>
              <h3 id={`area-${group.id}`}>
                {group.letter}. {group.name}
              </h3>
              {scale ? (
                <div className={classes.scale} aria-hidden>
                  {scale.map(({ id, text, points }) => (
                    <span key={id}>
                      <kbd className="o-key-hint">{points}</kbd> {text}
                    </span>
                  ))}
                </div>
              ) : null}
              <span className={classes.beforeHead} aria-hidden>
                {previous.length > 0 ? t('assessments:field.previous') : null}
              </span>
            </div>
            {items.map((item) => {
              const index = places.get(item.id) ?? 0
              const error = errors.answers?.[index]
              const code = error?.optionId?.message ?? error?.reason?.message
              return (
                <ScoringRow
                  key={item.id}
                  item={item}
                  index={index}
                  answer={answers[index] ?? { itemId: item.id, optionId: null, reason: '' }}
                  previousOptionId={before.get(item.id)}
                  changeNeedsReason={changeNeedsReason}
                  shared={scale !== undefined}
                  phrases={[...own, ...common]}
                  reasonOpen={reasonOpen === index}
                  error={code ? problemText({ code }) : undefined}
                  onChoose={choose}
                  onReason={write}
                  onOpenReason={setReasonOpen}
                  onMove={move}
                />
              )
            })}
          </section>
        )
      })}
    </div>
  )
}
