import type { z } from 'zod'
import { counterFrom } from './counters.ts'
import { sampleOf, type Known } from './hostile.ts'
import { defOf, takes, unwrapped, type Schema } from './schema-parts.ts'

/** One text filled to its limit: where it stands, and the word it ends in, which no other has. */
export interface FullText {
  /** `goals.0.expectedResult` */
  at: string
  last: string
}

export interface FullRecord<T> {
  value: T
  texts: FullText[]
}

const words = 'Разказано на няколко места и записано дума по дума, без да се съкращава. '
const marks = counterFrom(0)

/** So many characters, the last word a new one. */
function fullText(length: number): { text: string; last: string } {
  marks.value += 1
  const last = `Край${String(marks.value).padStart(4, '0')}`
  if (length <= last.length) return { text: last.slice(-length), last: last.slice(-length) }
  const room = length - last.length - 1
  const filler = words.repeat(Math.ceil(room / words.length) + 1).slice(0, room)
  // Ends on no space: what is trimmed would be shorter.
  return { text: `${filler.replace(/\s$/, 'а')} ${last}`, last }
}

/** The smallest of the limits that the schema names. */
function maximumOf(schema: Schema): number | undefined {
  const limits = (defOf(schema).checks ?? []).flatMap(({ _zod: { def } }) => def.maximum ?? [])
  return limits.length === 0 ? undefined : Math.min(...limits)
}

/**
 * A record in which every free text has as many characters as its schema takes. Goes with the schema,
 * so that a new field is filled without anybody thinking of it; lists get `entries` members. `fitted`
 * makes the record whole where one field depends on another.
 */
export function fullRecord<T>(
  schema: z.ZodType<T>,
  known: Known,
  { entries = 3, fitted }: { entries?: number; fitted?: (value: T) => void } = {},
): FullRecord<T> {
  const texts: FullText[] = []
  const fill = (inner: Schema, at: string, key: string): unknown => {
    if (key in known && takes(inner, known[key])) return known[key]
    const bare = unwrapped(inner)
    const def = defOf(bare)
    if (def.type === 'object')
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([part, field]) => [
          part,
          fill(field, at === '' ? part : `${at}.${part}`, part),
        ]),
      )
    if (def.type === 'array') {
      const many = Math.min(entries, maximumOf(bare) ?? entries)
      const all = Array.from({ length: many }, (_, i) =>
        fill(def.element!, `${at}.${String(i)}`, key),
      )
      if (takes(inner, all)) return all
      // A list that would stay empty had lost its texts without a word.
      if (texts.some((text) => text.at.startsWith(`${at}.`))) throw new Error(`${at} is not taken`)
      return sampleOf(inner, known, key)
    }
    const length = longestTaken(inner, bare, def.type)
    if (length === undefined) return sampleOf(inner, known, key)
    const { text, last } = fullText(length)
    texts.push({ at, last })
    return text
  }
  const value = fill(schema, '', '') as T
  fitted?.(value)
  return { value: schema.parse(value), texts }
}

/** How many characters of plain text the place takes; none where it takes a date, a number, a code. */
function longestTaken(schema: Schema, bare: Schema, type: string): number | undefined {
  if (type !== 'string') return undefined
  const most = maximumOf(bare)
  return most !== undefined && takes(schema, fullText(most).text) ? most : undefined
}
