import { Button } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { activityTypes } from '#domain/regimes/activities-data.ts'
import { formatClock, formatHours } from '#domain/text/format.ts'
import { parseTimeRange, parseWeekdays } from '#domain/text/parse-time.ts'
import { rowMinutes } from '#domain/plans/hours.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { say } from '#renderer/shell/toasts.ts'
import { flatten } from '#renderer/components/form/resolver.ts'
import { KeyHint } from '#renderer/components/display/key-hint.tsx'
import { useKey } from '#renderer/shell/keymap/use-key.ts'
import { ChoiceCell, ParsedCell, TextCell, undoOf } from './grid-cell.tsx'
import { emptyRow, weekRowOf, type PlanValues, type RowValues } from './plan-values.ts'
import { weekdaysText } from './weekday-words.ts'
import classes from './plans.module.css'

const activities = activityTypes.map(({ id, name }) => ({ value: id, label: name }))
const lastColumn = 3

/**
 * Rows of the week, typed: activity, days („пн-пт“), time („8-10“), assistant. Enter goes down and
 * begins a new row at the end, + and − add and remove one, Ctrl+D repeats it, Esc takes a cell back.
 */
export function WeekGrid({ assigned }: { assigned: readonly string[] }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { getValues } = useFormContext<PlanValues>()
  const { fields, insert, remove } = useFieldArray<PlanValues, 'rows'>({ name: 'rows' })
  const rows = useWatch<PlanValues, 'rows'>({ name: 'rows' })
  const { errors } = useFormState<PlanValues>({ name: 'rows' })
  const host = useRef<HTMLTableElement>(null)
  const [editing, setEditing] = useState(false)

  const cellAt = (row: number, column: number) =>
    host.current?.querySelector<HTMLInputElement>(
      `input[data-row="${String(row)}"][data-column="${String(column)}"]`,
    )
  const goTo = (row: number, column: number) => {
    requestAnimationFrame(() => {
      cellAt(row, column)?.focus()
    })
  }
  const here = (): { input: HTMLInputElement; row: number; column: number } | undefined => {
    const input = document.activeElement
    if (!(input instanceof HTMLInputElement) || !host.current?.contains(input)) return undefined
    return { input, row: Number(input.dataset['row']), column: Number(input.dataset['column']) }
  }
  const add = (after: number, row: RowValues) => {
    insert(after + 1, row, { shouldFocus: false })
  }
  const addEmpty = (after: number) => {
    // The same assistant usually comes for the next activity too.
    add(after, { ...emptyRow, assistant: getValues(`rows.${after}.assistant`) || '' })
    goTo(after + 1, 0)
  }
  const removeAt = (index: number) => {
    const kept = getValues(`rows.${index}`)
    remove(index)
    if (getValues('rows').length === 0) insert(0, emptyRow, { shouldFocus: false })
    say(t('shell:removed'), {
      undo: () => {
        insert(index, kept, { shouldFocus: false })
      },
    })
    goTo(Math.min(index, Math.max(0, getValues('rows').length - 1)), 0)
  }
  const repeat = (): boolean => {
    const at = here()
    if (!at) return false
    add(at.row, structuredClone(getValues(`rows.${at.row}`)))
    goTo(at.row + 1, at.column)
    return true
  }

  useKey('Ctrl+D', t('plans:keys.repeat'), repeat, { scope: 'form' })
  useKey(
    'Esc',
    t('plans:keys.undo'),
    () => {
      const at = here()
      if (!at) return false
      undoOf.run(at.input)
      setEditing(false)
      requestAnimationFrame(() => {
        at.input.select()
      })
      return true
    },
    { scope: 'form', enabled: editing },
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const at = here()
    if (!at || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    const edited = at.input.dataset['edited'] === 'true'
    const listOpen = at.input.getAttribute('aria-expanded') === 'true'
    const move = (row: number, column: number) => {
      event.preventDefault()
      if (row >= 0 && row < fields.length && column >= 0 && column <= lastColumn)
        cellAt(row, column)?.focus()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey) move(at.row - 1, at.column)
      else if (at.row + 1 < fields.length) move(at.row + 1, at.column)
      else addEmpty(at.row)
    } else if (event.key === 'ArrowUp' && !listOpen) move(at.row - 1, at.column)
    else if (event.key === 'ArrowDown' && !listOpen) move(at.row + 1, at.column)
    else if (edited || listOpen) return
    else if (event.key === 'ArrowLeft') move(at.row, at.column - 1)
    else if (event.key === 'ArrowRight') move(at.row, at.column + 1)
    else if (event.key === '+') {
      event.preventDefault()
      addEmpty(at.row)
    } else if (event.key === '-' || event.key === '−') {
      event.preventDefault()
      removeAt(at.row)
    }
  }

  const typed = rows.map((row) => row.assistant).filter(Boolean)
  const assistants = [...new Set([...assigned, ...typed])]
  const wrong = flatten(errors.rows)
  return (
    <div className={classes.gridBox}>
      <div className={classes.gridScroll}>
        <table
          ref={host}
          className={classes.weekGrid}
          aria-label={t('plans:field.rows')}
          data-own-enter
          onKeyDown={onKeyDown}
          onInput={() => {
            setEditing(true)
          }}
          onBlur={() => {
            setEditing(false)
          }}
        >
          <thead>
            <tr>
              <th scope="col">{t('plans:row.number')}</th>
              <th scope="col">{t('plans:row.activity')}</th>
              <th scope="col">{t('plans:row.weekdays')}</th>
              <th scope="col">{t('plans:row.time')}</th>
              <th scope="col">{t('plans:row.assistant')}</th>
              <th scope="col">{t('plans:row.hours')}</th>
              <th scope="col">
                <span className="o-hidden">{t('common:remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, row) => {
              const name = `rows.${String(row)}`
              const label = (key: NameIn<'plans:row'>) =>
                t('plans:row.cell', { name: t(`plans:row.${key}`), number: row + 1 })
              const complete = rows[row] ? weekRowOf(rows[row]) : undefined
              const messages = wrong.filter((one) => one.name.startsWith(`${String(row)}.`))
              return (
                <tr key={field.id} data-wrong={messages.length > 0 ? '' : undefined}>
                  <th scope="row">{row + 1}</th>
                  <td>
                    <ChoiceCell
                      name={`${name}.activity`}
                      label={label('activity')}
                      row={row}
                      column={0}
                      choices={activities}
                      onTaken={() => {
                        goTo(row, 1)
                      }}
                    />
                    {messages.length > 0 ? (
                      <div id={`week-row-${String(row)}`} className={classes.rowWrong}>
                        {messages.map(({ name: own, problem }) => (
                          <div key={own}>{problemText(problem)}</div>
                        ))}
                      </div>
                    ) : null}
                  </td>
                  <td>
                    <ParsedCell<number[]>
                      name={`${name}.weekdays`}
                      label={label('weekdays')}
                      row={row}
                      column={1}
                      parse={parseWeekdays}
                      show={weekdaysText}
                      empty={[]}
                    />
                  </td>
                  <td>
                    <ParsedCell<{ from: number; to: number } | null>
                      name={`${name}.time`}
                      label={label('time')}
                      row={row}
                      column={2}
                      parse={(text) => parseTimeRange(text)}
                      show={(time) =>
                        time ? `${formatClock(time.from)}–${formatClock(time.to)}` : ''
                      }
                      empty={null}
                    />
                  </td>
                  <td>
                    <TextCell
                      name={`${name}.assistant`}
                      label={label('assistant')}
                      row={row}
                      column={3}
                      suggestions={assistants}
                    />
                  </td>
                  <td className={classes.rowHours}>
                    {complete ? formatHours(rowMinutes(complete) * complete.weekdays.length) : '–'}
                  </td>
                  <td>
                    <button
                      type="button"
                      tabIndex={-1}
                      className={classes.rowRemove}
                      aria-label={t('common:removeRow', { number: row + 1 })}
                      onClick={() => {
                        removeAt(row)
                      }}
                    >
                      <X size={16} aria-hidden />
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className={classes.gridFoot}>
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => {
            addEmpty(fields.length - 1)
          }}
        >
          {t('plans:row.add')} <KeyHint chord="+" />
        </Button>
        <span className="o-small o-muted">{t('plans:hint.grid')}</span>
      </div>
    </div>
  )
}
