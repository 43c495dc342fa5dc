import { get } from 'react-hook-form'
import type { Translate } from '#renderer/shell/use-translation.ts'
import type { ConflictField } from '../display/conflict-view.tsx'
import type { Fact } from '../display/facts.tsx'
import type { AnyField, Fields } from './fields-for.ts'
import { labelOf, valueText } from './words.ts'

/** What was typed by a person is Bulgarian, whatever the language of the program. */
const typed = new Set<AnyField['kind']>(['text', 'area'])

function factOfField(t: Translate, concept: string, field: AnyField, values: unknown): Fact {
  const text = valueText(t, concept, field, get(values, field.name))
  return {
    label: labelOf(t, concept, field),
    value: text && typed.has(field.kind) ? <span lang="bg">{text}</span> : text,
  }
}

/** One field as a line to read. */
export function factOf<N extends string>(
  t: Translate,
  { concept, rows }: Fields<N>,
  values: unknown,
  name: N,
): Fact {
  const field = rows.find((own) => own.name === name)
  if (!field) throw new Error(`${concept} has no field ${name}`)
  return factOfField(t, concept, field, values)
}

/** The lines of what was filled in: what nobody needed to answer is not told as missing. */
export function filledFacts(
  t: Translate,
  { concept, rows }: Fields,
  values: unknown,
  may: (permission: string | undefined) => boolean,
): Fact[] {
  return rows
    .filter((field) => may(field.may))
    .map((field) => factOfField(t, concept, field, values))
    .filter(({ value }) => value !== undefined)
}

/** The lines of a form's fields, to lay two saves of the same record side by side. */
export function conflictRows(t: Translate, { concept, rows }: Fields): ConflictField[] {
  return rows.map((field) => ({
    name: field.name,
    label: labelOf(t, concept, field),
    show: (value) => valueText(t, concept, field, value) ?? '–',
  }))
}
