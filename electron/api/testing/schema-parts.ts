import type { z } from 'zod'

export type Schema = z.core.$ZodType

/** What a schema is made of, for tests that go through it place by place. */
export interface Def {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  values?: unknown[]
  entries?: Record<string, unknown>
  getter?: () => Schema
  checks?: { _zod: { def: { maximum?: number } } }[]
}

export const defOf = (schema: Schema) => schema._zod.def as unknown as Def

/** Without what only says that a value may be missing, or what becomes of it. */
export function unwrapped(schema: Schema): Schema {
  const def = defOf(schema)
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined)
  return inner ? unwrapped(inner) : schema
}

export const takes = (schema: Schema, value: unknown) =>
  (schema as z.ZodType).safeParse(value).success
