import { use, useEffect, useId, type KeyboardEvent } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { SectionContext, useFormTools } from '../form/form-context.ts'
import type { CodedError } from '../form/resolver.ts'

/** What every field of the kit takes. */
export interface FieldProps {
  /** Path in the form's values: `address.street`. */
  name: string
  /** Noun, sentence case, no colon. */
  label: string
  /** One line with an example, between label and field. */
  hint?: string | undefined
  /** Says „(по желание)“; required is the norm. `quiet` only does not demand it (parts of an address). */
  optional?: boolean | 'quiet' | undefined
  disabled?: boolean | undefined
  /** The express way (Enter) passes it by although it is empty. */
  passBy?: boolean | undefined
  /** Share of the line inside a Row. */
  width?: 'short' | 'middle' | 'long' | undefined
  /** „от предишното“: the value was carried over. */
  carried?: boolean | undefined
  /** A value the field can offer; F9 takes it. */
  suggestion?: { value: unknown; text: string } | undefined
}

/** Wires a field: value, label, hint, error, section, F4 and F9. */
export function useField(props: FieldProps) {
  const { name, label, suggestion } = props
  const { field, fieldState } = useController({ name })
  const { setValue, trigger, getFieldState } = useFormContext()
  const tools = useFormTools()
  const section = use(SectionContext)
  const problemText = useProblemText()
  const id = useId()
  const error = fieldState.error as CodedError | undefined

  useEffect(() => {
    tools.setLabel(name, label)
  }, [tools, name, label])
  useEffect(() => section?.(name), [section, name])
  // A field that is taken away (a closed question) leaves no unreadable text behind.
  useEffect(
    () => () => {
      tools.setUnread(name, undefined)
    },
    [tools, name],
  )

  const change = (value: unknown) => {
    setValue(name, value, {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: fieldState.invalid,
    })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
    if (event.code === 'F4') {
      event.preventDefault()
      const previous = tools.previous(name)
      if (previous === undefined) return
      tools.setUnread(name, undefined)
      change(previous)
    } else if (event.code === 'F9' && suggestion) {
      event.preventDefault()
      tools.setUnread(name, undefined)
      change(suggestion.value)
    }
  }

  const errorText = error?.message
    ? problemText({ code: error.message, ...(error.params ? { params: error.params } : {}) }, label)
    : undefined
  const described = [
    props.hint ? `${id}-hint` : '',
    errorText ? `${id}-error` : '',
    suggestion ? `${id}-note` : '',
  ]
    .filter(Boolean)
    .join(' ')

  return {
    id,
    value: field.value as unknown,
    change,
    onBlur: field.onBlur,
    /**
     * Judges this field now: on leaving what can be judged alone. What is said at it already stays
     * until the value changes: the schema would wipe out what the office answered.
     */
    judge: () => {
      if (!getFieldState(name).invalid) void trigger(name)
    },
    ref: field.ref,
    tools,
    errorText,
    onKeyDown,
    /** For the element that takes the focus. */
    control: {
      id,
      'data-field': name,
      'data-pass-by': props.passBy ? 'true' : undefined,
      'aria-invalid': errorText ? true : undefined,
      'aria-describedby': described || undefined,
      'aria-required': props.optional ? undefined : true,
      disabled: props.disabled,
    } as const,
  }
}

export type WiredField = ReturnType<typeof useField>
