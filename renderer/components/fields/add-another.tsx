import { Button } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { say } from '#renderer/shell/toasts.ts'
import { focusField } from '../form/dom.ts'
import classes from './fields.module.css'

export interface AddAnotherProps {
  /** Path of the list in the form's values: `phones`. */
  name: string
  /** Name of the whole list. */
  legend: string
  addLabel: string
  /** What an added row begins with. */
  empty: unknown
  /** Fields of one row; `path` is `phones.0`. */
  row: (path: string, index: number) => ReactNode
  max?: number
  /** The first row is always there; 0 for a list that may be empty. */
  min?: 0 | 1
}

/** „Добави още“: rows in a small grid, order stable, focus to the new row, removal can be undone. */
export function AddAnother({ name, legend, addLabel, empty, row, max, min = 1 }: AddAnotherProps) {
  const { t } = useTranslation()
  const { fields, append, remove, insert } = useFieldArray({ name })
  const host = useRef<HTMLFieldSetElement>(null)
  const focusRow = (index: number) => {
    requestAnimationFrame(() => {
      const rows = host.current?.querySelectorAll('[data-grid-row]')
      const field = rows?.[index]?.querySelector<HTMLElement>('[data-field]')
      if (field) focusField(field)
      else host.current?.querySelector<HTMLElement>('[data-add]')?.focus()
    })
  }
  const add = () => {
    append(empty, { shouldFocus: false })
    focusRow(fields.length)
  }
  return (
    <fieldset ref={host} className={classes.grid}>
      <legend className={classes.label}>{legend}</legend>
      {fields.map((own, index) => (
        <div key={own.id} className={classes.gridRow} data-grid-row>
          <div className={classes.gridFields} data-fields-row>
            {row(`${name}.${String(index)}`, index)}
          </div>
          {fields.length > min ? (
            <Button
              className={classes.gridRemove}
              variant="subtle"
              color="gray"
              leftSection={<X size={16} aria-hidden />}
              aria-label={t('common:removeRow', { number: index + 1 })}
              onClick={() => {
                const { id: _id, ...kept } = own
                remove(index)
                say(t('shell:removed'), {
                  undo: () => {
                    insert(index, kept, { shouldFocus: false })
                  },
                })
                focusRow(Math.max(0, index - 1))
              }}
            >
              {t('common:remove')}
            </Button>
          ) : null}
        </div>
      ))}
      {max !== undefined && fields.length >= max ? null : (
        <div>
          <Button
            data-add
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            onClick={add}
          >
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
