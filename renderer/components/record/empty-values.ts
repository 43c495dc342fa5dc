import { set } from 'react-hook-form'
import type { Fields } from './fields-for.ts'

/** Kinds whose box is empty with an empty text; all others hold nothing yet. */
const written: readonly string[] = ['text', 'area', 'phone']

/** An empty form: nothing is chosen, nothing is ticked. */
export function emptyValues({ rows }: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { name, kind } of rows)
    set(values, name, written.includes(kind) ? '' : kind === 'tick' ? false : null)
  return values
}
