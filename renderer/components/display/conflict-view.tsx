import { useState, type ReactNode } from 'react'
import { get } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'
import { FormButton } from '../form/form-button.tsx'
import type { Conflict } from '../form/refusal.ts'
import classes from './display.module.css'

export interface ConflictField {
  /** Path in the values: `person.firstName`. */
  name: string
  label: string
  /** How a value reads; plain text by default. */
  show?: (value: unknown) => ReactNode
}

type Values = Record<string, unknown>
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const plain = (value: unknown): ReactNode =>
  value === null || value === undefined || value === ''
    ? '–'
    : typeof value === 'object'
      ? Object.values(value as Record<string, string | number | boolean | null>)
          .filter(Boolean)
          .join(', ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)

/**
 * Two saved the same record: three columns, only what differs, theirs chosen first; ←→ choose.
 * Both versions stay in the history.
 */
export function ConflictView(props: {
  fields: readonly ConflictField[]
  conflict: Conflict
  ours: Values
  onCancel: () => void
  onChoose: (values: Values, version: unknown) => void
}) {
  const { fields, conflict, ours } = props
  const { t } = useTranslation()
  const theirs = (conflict.theirs ?? {}) as Values
  const differing = fields.filter(({ name }) => !same(get(theirs, name), get(ours, name)))
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const time = clockTime(new Date(conflict.changedAt))
  const choose = (name: string, own: boolean) => {
    setMine((now) => {
      const next = new Set(now)
      if (own) next.add(name)
      else next.delete(name)
      return next
    })
  }
  return (
    <section className={classes.conflict} aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t('shell:conflict.title')}</h2>
      <p role="alert">{t('shell:conflict.text', { name: conflict.changedBy, time })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('shell:conflict.field')}</th>
            <th scope="col">{t('shell:conflict.theirs', { name: conflict.changedBy, time })}</th>
            <th scope="col">{t('shell:conflict.ours')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field, index) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              {[false, true].map((own) => (
                <td key={String(own)} data-chosen={mine.has(field.name) === own ? '' : undefined}>
                  <label>
                    <input
                      type="radio"
                      name={`conflict-${field.name}`}
                      checked={mine.has(field.name) === own}
                      // The page opens with the first choice under the fingers.
                      autoFocus={index === 0 && !own}
                      onChange={() => {
                        choose(field.name, own)
                      }}
                    />
                    <span>{(field.show ?? plain)(get(own ? ours : theirs, field.name))}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.emptyActions}>
        <FormButton
          onClick={() => {
            const chosen = differing
              .filter(({ name }) => !mine.has(name))
              .map(({ name }) => [name, get(theirs, name)] as const)
            props.onChoose(Object.fromEntries(chosen), theirs['version'])
          }}
        >
          {t('shell:conflict.save')}
        </FormButton>
        <FormButton quiet onClick={props.onCancel}>
          {t('common:cancel')}
        </FormButton>
      </div>
    </section>
  )
}
