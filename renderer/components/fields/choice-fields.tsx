import { useId } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'
import classes from './fields.module.css'

export interface Choice {
  value: string
  label: string
  disabled?: boolean
}

/** Up to five choices in one line (or `stacked`); nothing is chosen by itself. */
export function RadioField(props: FieldProps & { choices: readonly Choice[]; stacked?: boolean }) {
  const field = useField(props)
  const { id: _id, ...control } = field.control
  return (
    <FieldFrame field={field} props={props} group>
      <div
        className={classes.options}
        data-stacked={props.stacked ? '' : undefined}
        data-field={props.name}
        data-pass-by={props.passBy ? 'true' : undefined}
        role="radiogroup"
        aria-label={props.label}
        aria-invalid={control['aria-invalid']}
        aria-describedby={control['aria-describedby']}
        aria-required={control['aria-required']}
      >
        {props.choices.map((choice, index) => (
          <label key={choice.value} className={classes.option}>
            <input
              ref={index === 0 ? field.ref : undefined}
              type="radio"
              name={`${field.id}-${props.name}`}
              value={choice.value}
              checked={field.value === choice.value}
              disabled={props.disabled ?? choice.disabled}
              onChange={() => {
                field.change(choice.value)
              }}
              onBlur={field.onBlur}
              onKeyDown={(event) => {
                field.onKeyDown(event)
                // A digit picks by place, as on a scoring sheet.
                const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
                const picked =
                  digit && !event.ctrlKey && !event.altKey
                    ? props.choices[Number(digit) - 1]
                    : undefined
                if (!picked || picked.disabled) return
                event.preventDefault()
                field.change(picked.value)
                const group = event.currentTarget.closest('[role=radiogroup]')
                group?.querySelectorAll<HTMLInputElement>('input')[Number(digit) - 1]?.focus()
              }}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

/** Да / Не / Неизвестно: for a question that may stay unanswered. Values `yes`, `no`, `unknown`. */
export function YesNoUnknownField(props: FieldProps & { withoutUnknown?: boolean }) {
  const { t } = useTranslation()
  const choices = [
    { value: 'yes', label: t('common:yes') },
    { value: 'no', label: t('common:no') },
    ...(props.withoutUnknown ? [] : [{ value: 'unknown', label: t('common:unknown') }]),
  ]
  return <RadioField {...props} choices={choices} />
}

/** Six to fifteen choices: first letters pick, Alt+↓ or F2 opens. Empty until somebody chooses. */
export function SelectField(
  props: FieldProps & { choices: readonly Choice[]; emptyLabel?: string },
) {
  const { t } = useTranslation()
  const field = useField(props)
  return (
    <FieldFrame field={field} props={props}>
      <select
        {...field.control}
        ref={field.ref}
        className={classes.control}
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={(event) => {
          field.change(event.currentTarget.value === '' ? null : event.currentTarget.value)
        }}
        onBlur={field.onBlur}
        onKeyDown={(event) => {
          field.onKeyDown(event)
          if (event.code !== 'F2') return
          event.preventDefault()
          event.currentTarget.showPicker()
        }}
      >
        <option value="">{props.emptyLabel ?? t('common:choose')}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** A tick with no value of its own: it says whether others are there. The express way passes it by. */
export function TickBox(props: {
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className={classes.frame} data-field-frame="">
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={props.checked}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            props.onChange(event.currentTarget.checked)
          }}
        />
        <span>{props.label}</span>
      </label>
      <div id={`${id}-hint`} className={classes.hint}>
        {props.hint}
      </div>
    </div>
  )
}

/** One tick: a declaration, a yes that is never a question. Space ticks. */
export function CheckField(props: FieldProps) {
  const field = useField(props)
  return (
    <div className={classes.frame} data-field-frame="" data-width={props.width}>
      <label className={classes.check}>
        <input
          {...field.control}
          ref={field.ref}
          aria-required={undefined}
          type="checkbox"
          checked={field.value === true}
          onChange={(event) => {
            field.change(event.currentTarget.checked)
          }}
          onBlur={field.onBlur}
          onKeyDown={field.onKeyDown}
        />
        <span>{props.label}</span>
      </label>
      {props.hint ? (
        <div id={`${field.id}-hint`} className={classes.hint}>
          {props.hint}
        </div>
      ) : null}
      {field.errorText ? (
        <div id={`${field.id}-error`} className={classes.error}>
          {field.errorText}
        </div>
      ) : null}
    </div>
  )
}
