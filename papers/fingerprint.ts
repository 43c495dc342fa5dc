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

/** SHA-256 (hex) of the data a paper was made from; kept with the frozen paper. */
export function dataHash(data: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(data)))
    .digest('hex')
}

/** The first twelve signs in groups of four, as the foot of every page shows them. */
export function shortHash(hash: string): string {
  return [0, 4, 8].map((at) => hash.slice(at, at + 4)).join(' ')
}
