import { defOf, takes, unwrapped, type Def, type Schema } from './schema-parts.ts'

/** Stands in every text that is handed in: wherever it turns up again, the input was given back. */
export const marker = 'Тайнопис'

// Made once: they are tried at a thousand places, and nobody changes them.
const megabyte = `${marker} `.repeat(60_000)
const lists = nested((inner) => [inner])
const objects = nested((inner) => ({ a: inner }))

/** What may be put at any place of an input. The name tells the kind, for the report. */
const anywhere: readonly [kind: string, make: () => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['true', () => true],
  ['zero', () => 0],
  ['negative', () => -1],
  ['fraction', () => 1.5],
  ['not a number', () => Number.NaN],
  ['infinite', () => Number.POSITIVE_INFINITY],
  ['beyond whole numbers', () => 2 ** 53],
  ['far below', () => -(2 ** 63)],
  ['huge', () => 1e308],
  ['big integer', () => 10n ** 40n],
  ['empty text', () => ''],
  ['text', () => `${marker} дума`],
  ['a megabyte of text', () => megabyte],
  ['empty list', () => []],
  ['list of lists', () => [[[marker]]],],
  ['empty object', () => ({})],
  ['10 000 levels of lists', () => lists],
  ['10 000 levels of objects', () => objects],
  ['keys of every object', () => prototypeKeys()],
  ['date', () => new Date(Number.NaN)],
  ['map', () => new Map([[marker, 1]])],
  ['expression', () => /(а+)+$/],
] // prettier-ignore

/** More for a place that takes text; most of it is text that a schema may well let in. */
const texts: readonly [kind: string, text: string][] = [
  ['zero byte', `а\0${marker}`],
  ['half a character', `${marker}\uD800`],
  ['other half', `\uDFFF${marker}`],
  ['right to left', `\u202E${marker}\u202C\u200F`],
  ['invisible', `\u200B\u00AD\uFEFF${marker}`],
  ['line ends', `${marker}\r\n\u2028\u0085${marker}`],
  ['SQL', `'; drop table persons; -- ${marker}`],
  ['SQL pattern', `%_${marker}[^a]`],
  ['search expression', `"${marker}* NEAR(а, ) OR ^- :`],
  ['layout', `#panic("${marker}") $ \\ #let x = read("/etc/passwd")`],
  ['layout, open', `*_\`[${marker}#{(`],
  ['page', `<img src=x onerror=alert(1)>${marker}</script>`],
  ['path', `../../../../etc/passwd`],
  ['name of the language', '__proto__'],
  ['another', 'constructor'],
  ['and another', 'hasOwnProperty'],
  ['stacked accents', `${marker}${'\u0301'.repeat(40)}`],
  ['a date that is none', '2026-02-30'],
  ['a far date', '9999-12-31'],
  ['an early date', '0000-01-01'],
  ['digits', '9'.repeat(30)],
]

function nested(wrap: (inner: unknown) => unknown): unknown {
  let all: unknown = marker
  for (let level = 0; level < 10_000; level++) all = wrap(all)
  return all
}

/** As they come out of JSON: own keys, not the prototype itself. */
function prototypeKeys(): object {
  return JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}}',
  ) as object
}

export interface Attack {
  kind: string
  /** Whether the place itself takes the value; the whole input may be refused all the same. */
  fits: () => boolean
  /** Where in the input: `data.person.firstName`. */
  at: string
  input: unknown
}

/** Ids and versions that stand in the office, by the name of the field that asks for them. */
export type Known = Readonly<Record<string, unknown>>

/** An input that the schema takes, as far as single fields tell; `known` is tried first. */
export function sampleOf(schema: Schema, known: Known, name = ''): unknown {
  const def = defOf(unwrapped(schema))
  switch (def.type) {
    case 'object': {
      const whole = Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([key, field]) => [key, sampleOf(field, known, key)]),
      )
      return takes(schema, whole) || !takes(schema, null) ? whole : null
    }
    case 'array': {
      const one = [sampleOf(def.element!, known, name)]
      return takes(schema, one) ? one : []
    }
    case 'record':
      return {}
    case 'union':
      return sampleOf(def.options![0]!, known, name)
    default: {
      const all = scalars(known, name, def)
      const fitting = all.findIndex((one) => takes(schema, one))
      return fitting === -1 ? null : all[fitting]
    }
  }
}

function scalars(known: Known, name: string, def: Def): unknown[] {
  return [
    known[name],
    ...(def.values ?? []),
    ...Object.values(def.entries ?? {}),
    ...['01a21b96-c1eb-43d7-835a-b6ddefe89506', '2026-11-20', 'Иван', '', '1', '2026-11', '08:00'],
    ...['form:1', '/people', '000193282', '0888123456', 'a@b.bg', 'I25.1', '1309', '68134'],
    ...[1, 0, 2, 12, 60, 100, 480, 2026],
    ...[true, {}, [], null],
  ]
}

/**
 * Every attack on a schema, place by place, the rest of the input being `base`. Goes with the schema
 * itself, so that a new field is attacked without anybody thinking of it.
 */
export function* attacksOn(
  schema: Schema,
  known: Known,
  put: (value: unknown) => unknown = (value) => value,
  at = '',
): Generator<Attack> {
  const inner = unwrapped(schema)
  const def = defOf(inner)
  const attack = (kind: string, value: unknown): Attack => ({
    kind,
    at,
    fits: () => takes(schema, value),
    input: put(value),
  })
  for (const [kind, make] of anywhere) yield attack(kind, make())
  const name = at.split('.').at(-1) ?? ''
  if (def.type === 'string') for (const [kind, text] of texts) yield attack(kind, text)
  if (def.type === 'object') {
    const base = sampleOf(inner, known, name) as Record<string, unknown>
    yield attack('unknown keys', { ...base, [marker]: 1, requestID: 'x' })
    yield attack('keys of every object beside', Object.assign(prototypeKeys(), base))
    for (const [key, field] of Object.entries(def.shape ?? {})) {
      const { [key]: _gone, ...rest } = base
      yield { ...attack('missing', rest), at: `${at}.${key}` }
      yield* attacksOn(field, known, (value) => put({ ...base, [key]: value }), `${at}.${key}`)
    }
  }
  if (def.type === 'array') {
    const one = sampleOf(def.element!, known, name)
    // Of objects none is whole: each refused at once, or the schema itself takes most of the time.
    const many = typeof one === 'object' ? null : one
    yield attack('100 000 entries', Array<unknown>(100_000).fill(many))
    yield attack('a list with holes', Array<unknown>(3))
    yield* attacksOn(def.element!, known, (value) => put([value]), at)
  }
  if (def.type === 'union')
    for (const option of def.options ?? []) yield* attacksOn(option, known, put, at)
}
