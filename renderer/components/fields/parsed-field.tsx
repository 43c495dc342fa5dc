import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Problem } from '#domain/problems/schema.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps, type WiredField } from './use-field.ts'
import classes from './fields.module.css'

export type ReadText<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

export interface ParsedFieldProps<T> extends FieldProps {
  /** Reads what was typed; what it refuses is shown at the field and blocks the save. */
  parse: (typed: string) => ReadText<T>
  /** The value as the box shows it after leaving. */
  show: (value: T) => string
  /** What the field adds in words: weekday, derived birth date, hours in words. */
  note?: (value: T) => ReactNode
  inputMode?: 'text' | 'numeric' | 'decimal'
  align?: 'end' | undefined
  /** Value kept when the box is emptied. */
  empty?: null | ''
  onKey?: (event: KeyboardEvent<HTMLInputElement>, field: WiredField) => void
  /** A button inside the box at its end. */
  button?: (field: WiredField) => ReactNode
  maxLength?: number
}

/**
 * A box of text whose value is something else: a date, hours, money. The typed text stays as typed
 * until the field is left; what cannot be read is said then and never turned into another value.
 */
export function ParsedField<T>(props: ParsedFieldProps<T>) {
  const field = useField(props)
  const value = field.value as T | null | undefined | ''
  // Typed text counts only for the value it gave: F4, a picked date or a read draft replace it.
  const [kept, setKept] = useState<{ text: string; gave: string } | undefined>(() => {
    const before = field.tools.typedBefore(props.name)
    return before === undefined ? undefined : { text: before, gave: JSON.stringify(value ?? null) }
  })
  const typed = kept && kept.gave === JSON.stringify(value ?? null) ? kept.text : undefined
  const hasValue = value !== null && value !== undefined && value !== ''
  const text = typed ?? (hasValue ? props.show(value) : '')

  const read = (now: string) => {
    const empty = props.empty === undefined ? null : props.empty
    const result = now.trim() === '' ? undefined : props.parse(now)
    const gives = result?.ok ? result.value : empty
    setKept({ text: now, gave: JSON.stringify(gives) })
    field.tools.setUnread(props.name, !result || result.ok ? undefined : result.problems[0], now)
    field.change(gives)
  }

  const leave = () => {
    field.onBlur()
    if (typed === undefined) return
    // What is unreadable stays in the box as it was typed.
    if (typed.trim() === '' || props.parse(typed).ok) setKept(undefined)
    if (typed.trim() !== '') field.judge()
  }

  // A text that came back with the draft is still unreadable.
  const { tools } = field
  const { name, parse } = props
  const before = kept?.text
  useEffect(() => {
    const result = before === undefined || before.trim() === '' ? undefined : parse(before)
    if (result && !result.ok) tools.setUnread(name, result.problems[0], before)
    // Only when the field appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const readable = hasValue && (typed === undefined || props.parse(typed).ok)
  const button = props.button?.(field)
  const input = (
    <input
      {...field.control}
      ref={field.ref}
      data-filled={text.trim() === '' ? undefined : 'true'}
      className={`${classes.control} ${props.align === 'end' ? classes.figures : ''}`}
      type="text"
      inputMode={props.inputMode}
      autoComplete="off"
      spellCheck={false}
      maxLength={props.maxLength}
      value={text}
      onChange={(event) => {
        read(event.currentTarget.value)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        field.onKeyDown(event)
        props.onKey?.(event, field)
      }}
    />
  )
  return (
    <FieldFrame field={field} props={props} note={readable ? props.note?.(value) : undefined}>
      {button ? (
        <div className={classes.withButton}>
          {input}
          {button}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}
