import type { Problem } from '#domain/problems/schema.ts'
import { hasEmoji } from './clean.ts'

/**
 * What the fonts of the papers can print, as first and last code of each run. A test beside the fonts
 * holds it against them.
 */
// prettier-ignore
const runs: readonly (readonly [first: number, last?: number])[] = [
  [0x20, 0x7e], [0xa0, 0x107], [0x10a, 0x113], [0x116, 0x11b], [0x11e, 0x123], [0x126, 0x127],
  [0x12a, 0x12b], [0x12e, 0x133], [0x136, 0x13e], [0x141, 0x148], [0x14a, 0x14d],
  [0x150, 0x15b], [0x15e, 0x167], [0x16a, 0x16b], [0x16e, 0x17e], [0x192], [0x218, 0x21b],
  [0x237], [0x2bc], [0x2c6, 0x2c7], [0x2d8, 0x2dd], [0x300, 0x304], [0x306, 0x308],
  [0x30a, 0x30c], [0x312, 0x313], [0x324, 0x328], [0x330, 0x331], [0x335, 0x336],
  [0x384, 0x38a], [0x38c], [0x38e, 0x3a1], [0x3a3, 0x3ce], [0x400, 0x45f], [0x490, 0x491],
  [0x4c0], [0x4cf], [0x4e2, 0x4e3], [0x4ee, 0x4ef], [0x1e80, 0x1e85], [0x1e9e],
  [0x1ef2, 0x1ef3], [0x2007, 0x2008], [0x200b], [0x2013, 0x2014], [0x2018, 0x201a],
  [0x201c, 0x201e], [0x2020, 0x2022], [0x2026], [0x2030], [0x2039, 0x203a], [0x2044], [0x2070],
  [0x2074, 0x2079], [0x2080, 0x2089], [0x20ac], [0x2116], [0x2122], [0x212e], [0x2153, 0x2154],
  [0x2190, 0x2199], [0x2202], [0x2206], [0x220f], [0x2211, 0x2212], [0x221a], [0x221e],
  [0x222b], [0x2248], [0x2260], [0x2264, 0x2265], [0x2460, 0x2468], [0x24ea], [0x24ff],
  [0x25ca, 0x25cb], [0x25cf], [0x2776, 0x277e], [0xfb00, 0xfb02],
]

const printable = new Set(
  runs.flatMap(([first, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  ),
)

/** The letters that no paper can print, each once, in their order. */
export function unprintable(text: string): string[] {
  const found = Array.from(text.normalize('NFC')).filter(
    (letter) => !printable.has(letter.codePointAt(0) ?? 0) && !/\s/u.test(letter),
  )
  return [...new Set(found)]
}

/** A text that nobody is asked to put right – what was looked for – without what no paper can print. */
export function printablePart(text: string): string {
  const letters = new Set(unprintable(text))
  return Array.from(text.normalize('NFC'))
    .filter((letter) => !letters.has(letter))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}

// Marks that turn the order of what follows: „1234“ would be read, and printed, as „4321“. Those from left to
// right, which Windows puts around a number that is copied, change nothing and are cleaned away.
const turning = /[\u202b\u202e\u2067]/u

/** Before cleaning, which takes hidden marks out: a text that was seen in another order is asked for again. */
export function hasTurningMark(text: string): boolean {
  return turning.test(text)
}

/** Why a text cannot stand on a paper as it is. */
export function printProblem(text: string): Problem | undefined {
  if (hasEmoji(text)) return { code: 'textEmoji' }
  const letters = unprintable(text)
  if (letters.length === 0) return undefined
  return { code: 'textUnprintable', params: { letters: letters.slice(0, 8).join(' ') } }
}
