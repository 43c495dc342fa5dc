import type { TFunction } from 'i18next'
import { get } from 'react-hook-form'
import type { Fact } from '../display/facts.tsx'
import type { ConflictField } from '../display/conflict-view.tsx'
import type { AnyField, Fields } from './fields-for.ts'
import { labelOf, valueText } from './words.ts'

/** What was typed by a person is Bulgarian, whatever the language of the program. */
const typed = new Set<AnyField['kind']>(['text', 'area'])

/** One field as a line to read. */
export function factOf<N extends string>(
  t: TFunction,
  { concept, rows }: Fields<N>,
  values: unknown,
  name: N,
): Fact {
  const field = rows.find((own) => own.name === name)
  if (!field) throw new Error(`${concept} has no field ${name}`)
  const text = valueText(t, concept, field, get(values, name))
  return {
    label: labelOf(t, concept, field),
    value: text && typed.has(field.kind) ? <span lang="bg">{text}</span> : text,
  }
}

/** The lines of a form's fields, to lay two saves of the same record side by side. */
export function conflictRows(t: TFunction, { concept, rows }: Fields): ConflictField[] {
  return rows.map((field) => ({
    name: field.name,
    label: labelOf(t, concept, field),
    show: (value) => valueText(t, concept, field, value) ?? '–',
  }))
}
