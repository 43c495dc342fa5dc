/** Every place of a form that can be stopped at, in the order of the paper. */
export function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].filter(
    (field) =>
      !field.closest('[hidden], fieldset:disabled') && !(field as HTMLInputElement).disabled,
  )
}

/** The element inside a field that takes the focus: of a group, the chosen one or the first. */
export function focusTarget(field: HTMLElement): HTMLElement | undefined {
  if (field.matches('input, select, textarea, button')) return field
  return (
    field.querySelector<HTMLElement>('input:checked') ??
    field.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]') ??
    undefined
  )
}

/** Brings the label into view and puts the focus into the field; text in it is selected. */
export function focusField(field: HTMLElement) {
  const target = focusTarget(field)
  if (!target) return
  // What hides the field (a tab that is not open) shows it first.
  target.dispatchEvent(new CustomEvent('o-reveal', { bubbles: true }))
  const frame = field.closest<HTMLElement>('[data-field-frame]') ?? field
  frame.scrollIntoView({ block: 'nearest' })
  target.focus({ preventScroll: true })
  if (target instanceof HTMLInputElement && /text|search|tel|password/.test(target.type))
    target.select()
}

export function fieldNamed(form: HTMLElement, name: string): HTMLElement | undefined {
  return fieldsOf(form).find(
    (field) =>
      field.dataset['field'] === name || name.startsWith(`${field.dataset['field'] ?? ''}.`),
  )
}
