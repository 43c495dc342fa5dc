import { CircleAlert, CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { FieldProps, WiredField } from './use-field.ts'
import classes from './fields.module.css'

/** Label, hint, field and message of one field; room for the message is kept, so nothing moves. */
export function FieldFrame(props: {
  field: WiredField
  props: FieldProps
  /** A group (radios) is named by a legend, a single control by a label. */
  group?: boolean
  /** Something the field knows: derived birth date, weekday, count of characters. */
  note?: ReactNode
  /** What helps to put it right, said behind the message: layout of the keyboard, Caps Lock. */
  afterError?: string
  children: ReactNode
}) {
  const { field, props: own, group, note, children } = props
  const { t } = useTranslation()
  const optional =
    own.optional === true ? <span className={classes.optional}> {t('common:optional')}</span> : null
  const carried = own.carried ? (
    <span className={classes.carried}>
      <CornerDownRight size={13} aria-hidden /> {t('common:carried')}
    </span>
  ) : null
  const label = (
    <>
      {own.label}
      {optional}
    </>
  )
  const message = field.errorText ? (
    <div id={`${field.id}-error`} className={classes.error}>
      <CircleAlert size={15} aria-hidden />{' '}
      <span>{[field.errorText, props.afterError].filter(Boolean).join(' ')}</span>
    </div>
  ) : own.suggestion ? (
    <div id={`${field.id}-note`} className={classes.offer}>
      <kbd className="o-key-hint">F9</kbd>{' '}
      <button
        type="button"
        tabIndex={-1}
        className="o-link-button"
        onClick={() => {
          field.change(own.suggestion?.value)
        }}
      >
        {own.suggestion.text}
      </button>
    </div>
  ) : (
    <div id={`${field.id}-said`} className={classes.note} aria-live="polite">
      {note ?? carried}
    </div>
  )
  const inside = (
    <>
      {own.hint ? (
        <div id={`${field.id}-hint`} className={classes.hint}>
          {own.hint}
        </div>
      ) : null}
      {children}
      <div className={classes.message}>{message}</div>
    </>
  )
  const className = classes.frame
  const shared = {
    className,
    'data-field-frame': '',
    'data-width': own.width,
    'data-wrong': field.errorText ? '' : undefined,
  }
  if (group)
    return (
      <fieldset {...shared}>
        <legend className={classes.label}>{label}</legend>
        {inside}
      </fieldset>
    )
  return (
    <div {...shared}>
      <label className={classes.label} htmlFor={field.id}>
        {label}
      </label>
      {inside}
    </div>
  )
}
