import { canonicalText } from '#domain/methodologies/validate.ts'

/**
 * Only what changed between two forms, old and new side by side, for the journal; `shown` makes a
 * long value short.
 */
export function changesBetween<T extends object>(
  before: T,
  after: T,
  shown: (value: unknown) => unknown = (value) => value,
): Record<string, unknown> {
  const old = new Map(Object.entries(before))
  return Object.fromEntries(
    Object.entries(after)
      .filter(([key, value]) => canonicalText(old.get(key)) !== canonicalText(value))
      .map(([key, value]) => [key, { from: shown(old.get(key)), to: shown(value) }]),
  )
}
