import type { HTMLInputAutoCompleteAttribute } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'
import classes from './fields.module.css'

export interface TextFieldProps extends FieldProps {
  /** Longest text, in characters; a counter shows from 80 % of it. */
  max?: number
  /** Makes what was typed regular when the field is left: „иВАН“ → „Иван“, grouped phone. */
  tidy?: (typed: string) => string
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Language of the spelling; names are never underlined. */
  spellCheck?: boolean
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const field = useField(props)
  const value = typeof field.value === 'string' ? field.value : ''
  const { max } = props
  const note =
    max && value.length >= max * 0.8 ? `${String(value.length)} / ${String(max)}` : undefined
  return (
    <FieldFrame field={field} props={props} note={note}>
      <input
        {...field.control}
        ref={field.ref}
        className={classes.control}
        type="text"
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        spellCheck={props.spellCheck ?? false}
        value={value}
        onChange={(event) => {
          field.change(event.currentTarget.value)
        }}
        onBlur={() => {
          const tidied = props.tidy?.(value)
          if (tidied !== undefined && tidied !== value) field.change(tidied)
          field.onBlur()
        }}
        onKeyDown={field.onKeyDown}
      />
    </FieldFrame>
  )
}
