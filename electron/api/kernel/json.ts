import { z } from 'zod'

/** Deeper than any form; a check or a writer that calls itself for each level would end the call. */
const deepest = 40

/** Plain JSON that a form keeps, as the form understands it. Refused when it is nested too deep. */
export const jsonSchema = z.custom<z.core.util.JSONType>(isShallow, 'unreadable').pipe(z.json())

/** Level by level, without calling itself. Anything else that JSON is not, `z.json` finds. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    )
    if (level.length === 0) return true
  }
  return false
}
