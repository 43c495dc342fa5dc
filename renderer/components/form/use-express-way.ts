import { useCallback, type KeyboardEvent, type RefObject } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { fieldsOf, focusField } from './dom.ts'
import { isFilled, nextStop } from './express-way.ts'

const nameOf = (field: HTMLElement) => field.dataset['field'] ?? ''

/** The way through a form by Enter: to the next field that needs a hand, Shift+Enter to the one before. */
export function useExpressWay<I extends FieldValues, O>(
  element: RefObject<HTMLFormElement | null>,
  form: UseFormReturn<I, unknown, O>,
  isUnread: (name: string) => boolean,
  enterSubmits: boolean | undefined,
) {
  const valueOf = useCallback(
    (field: HTMLElement) => form.getValues(nameOf(field) as Path<I>),
    [form],
  )

  const advance = useCallback(
    (from: Element) => {
      const host = element.current
      if (!host) return
      const fields = fieldsOf(host)
      const at = fields.findIndex((field) => field.contains(from))
      const stops = fields.map((field) => {
        const name = nameOf(field)
        return {
          name,
          filled: isFilled(valueOf(field)) || field.dataset['filled'] === 'true',
          wrong: form.getFieldState(name as Path<I>).invalid || isUnread(name),
          passBy: field.dataset['passBy'] === 'true',
        }
      })
      const to = nextStop(stops, at)
      const field = to === undefined ? undefined : fields[to]
      if (field) focusField(field)
      else if (enterSubmits) host.requestSubmit()
      else host.querySelector<HTMLElement>('[data-main-submit]')?.focus()
    },
    [element, form, valueOf, isUnread, enterSubmits],
  )

  const focusFirst = useCallback(() => {
    const host = element.current
    if (!host) return
    const fields = fieldsOf(host)
    const first =
      fields.find((field) => field.dataset['passBy'] !== 'true' && !isFilled(valueOf(field))) ??
      fields[0]
    if (first) focusField(first)
  }, [element, valueOf])

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const { key, ctrlKey, altKey, metaKey } = event
    if (key !== 'Enter' || event.defaultPrevented || ctrlKey || altKey || metaKey) return
    const target = event.target as HTMLElement
    if (target.closest('textarea, button, a, [data-own-enter]')) return
    const field = target.closest<HTMLElement>('[data-field]')
    if (!field) return
    event.preventDefault()
    if (!event.shiftKey) {
      advance(field)
      return
    }
    const fields = fieldsOf(event.currentTarget)
    const before = fields[fields.indexOf(field) - 1]
    if (before) focusField(before)
  }

  return { advance, focusFirst, onKeyDown }
}
