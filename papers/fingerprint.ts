import { createHash } from 'node:crypto'

/** JSON with the keys of every object in order, so that equal data give equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}

const written = new WeakMap<object, string>()

/** A standard text is never changed, only followed by a version, and a pile has one for all. */
function writtenOnce(text: object): string {
  const known = written.get(text) ?? JSON.stringify(canonical(text))
  written.set(text, known)
  return known
}

/** SHA-256 (hex) of `{ facts, text }`, what a paper was made from; kept with the frozen paper. */
export function dataHash({ facts, text }: { facts: object; text: object }): string {
  return createHash('sha256')
    .update(`{"facts":${JSON.stringify(canonical(facts))},"text":${writtenOnce(text)}}`)
    .digest('hex')
}

/** The first twelve signs in groups of four, as the foot of every page shows them. */
export function shortHash(hash: string): string {
  return [0, 4, 8].map((at) => hash.slice(at, at + 4)).join(' ')
}
