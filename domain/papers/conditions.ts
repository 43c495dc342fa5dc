import { z } from 'zod'

/** „Само ако“: a part of a text stands only when the condition holds. */
export type Condition =
  { fact: string; is: string[] } | { not: Condition } | { all: Condition[] } | { any: Condition[] }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string().min(1), is: z.array(z.string().min(1)).min(1, 'required') }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1, 'required') }),
    z.strictObject({ any: z.array(conditionSchema).min(1, 'required') }),
  ]),
)

/** What is so in one paper: each fact of the catalogue with one of its values. */
export type Facts = Readonly<Record<string, string>>
/** Each fact with every value it can have. */
export type FactValues = Readonly<Record<string, readonly string[]>>

/** True when the condition holds. A fact that is not given makes `is` false. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (condition === undefined) return true
  if ('fact' in condition) return condition.is.includes(facts[condition.fact] ?? '')
  if ('not' in condition) return !holds(condition.not, facts)
  if ('all' in condition) return condition.all.every((c) => holds(c, facts))
  return condition.any.some((c) => holds(c, facts))
}

/** All `fact is value` leaves of a condition. */
export function leaves(condition: Condition | undefined): { fact: string; is: string[] }[] {
  if (condition === undefined) return []
  if ('fact' in condition) return [condition]
  if ('not' in condition) return leaves(condition.not)
  return ('all' in condition ? condition.all : condition.any).flatMap(leaves)
}

/**
 * Every combination of the values of the facts that the conditions speak of. The facts are few
 * (at most eight, two to five values each), so trying all of them is exact and cheap.
 */
export function* assignments(
  conditions: readonly (Condition | undefined)[],
  values: FactValues,
): Generator<Facts> {
  const names = [...new Set(conditions.flatMap(leaves).map((l) => l.fact))]
  function* walk(index: number, chosen: Record<string, string>): Generator<Facts> {
    const name = names[index]
    if (name === undefined) {
      yield chosen
      return
    }
    for (const value of values[name] ?? []) yield* walk(index + 1, { ...chosen, [name]: value })
  }
  yield* walk(0, {})
}

/** Whether all the conditions can be true at once for some paper. */
export function canHold(
  conditions: readonly (Condition | undefined)[],
  values: FactValues,
): boolean {
  for (const facts of assignments(conditions, values))
    if (conditions.every((c) => holds(c, facts))) return true
  return false
}

/** Whether in every paper where all of `given` hold, all of `wanted` hold too. */
export function implies(
  given: readonly (Condition | undefined)[],
  wanted: readonly (Condition | undefined)[],
  values: FactValues,
): boolean {
  for (const facts of assignments([...given, ...wanted], values))
    if (given.every((c) => holds(c, facts)) && !wanted.every((c) => holds(c, facts))) return false
  return true
}
