import type { Problem } from '#domain/problems/schema.ts'
import { cleanText } from '#domain/text/clean.ts'

/** What stands in a number besides the number itself. */
interface MaskParts {
  year: number
  prefix?: string
  index?: string
}

const places = /\{(?:n|year|prefix|index)\}/g

/**
 * Text of a registry number from its mask: {prefix} {index} {n} {year}. The date is part of a
 * number's identity but is written by the paper („№ 31/16.11.2026 г.“), not kept inside.
 */
export function fillNumberMask(mask: string, parts: MaskParts & { n: number }): string {
  const { n, year, prefix = '', index = '' } = parts
  const values: Record<string, string> = {
    '{n}': String(n),
    '{year}': String(year),
    '{prefix}': prefix,
    '{index}': index,
  }
  return cleanText(mask.replace(places, (place) => values[place] ?? ''))
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Does a typed number look like the office's usual ones? Only ever a warning (ux 4.3, message 21). */
export function looksLikeMask(mask: string, number: string): boolean {
  const any: Record<string, string> = { '{n}': '\\d+', '{year}': '\\d+' }
  const pieces = cleanText(mask).split(/(\{(?:n|year|prefix|index)\})/)
  const pattern = pieces.map((piece, at) => (at % 2 === 0 ? literal(piece) : (any[piece] ?? '.*')))
  // Spaces around a part that may be empty are gone from the number.
  const loose = pattern.join('').replaceAll(' ', ' *')
  return new RegExp(`^ *${loose} *$`, 'u').test(cleanText(number))
}

/**
 * Beside a figure the number is read as part of it: with the index „1“ the first paper is 11, and so
 * is the eleventh once the index is gone. And it stands there once.
 */
export function maskProblem(mask: string, parts: MaskParts): Problem | undefined {
  if (!mask.includes('{n}')) return { code: 'maskWithoutNumber' }
  if (mask.split('{n}').length > 2) return { code: 'maskNumberTwice' }
  const around = fillNumberMask(mask.replace('{n}', '\u25cb'), { ...parts, n: 0 })
  return /\p{Nd}\u25cb|\u25cb\p{Nd}/u.test(around) ? { code: 'maskNumberTouchesFigure' } : undefined
}
