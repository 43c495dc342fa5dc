import type { TextKey } from '#locales/keys.ts'
import { i18n, t } from './i18n.ts'
import type { Fills } from './use-translation.ts'

/**
 * A text whose key is known only while the program runs: a code that the office answered, a value
 * of a record that somebody else saved. The first of the keys that has a text; else the fallback.
 */
export function openText(
  keys: string | readonly string[],
  fallback: TextKey,
  fills: Fills = {},
): string {
  const known = [keys].flat().find((key) => i18n.exists(key, fills))
  return known === undefined ? t(fallback, fills) : i18n.t(known, fills)
}

/** The same for phrases, of which there may be none. */
export function openList(key: string): readonly string[] {
  const found: unknown = i18n.t(key, { returnObjects: true, defaultValue: [] })
  return Array.isArray(found) ? (found as string[]) : []
}
