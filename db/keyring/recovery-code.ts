import { randomBytes } from 'node:crypto'
import type { Problem } from '#domain/problems/schema.ts'

/**
 * The code on the recovery sheet: 8 groups of 5 signs, 4 for the code and 1 that checks its group
 * and the group's place. 32 × 4 bits = 128 bits.
 * The letters are those that look the same in Cyrillic and Latin (as on number plates), without O
 * (0) and without what is mistaken in handwriting (В/8, У/Ч, 1/7).
 */
const alphabet = 'ACEHKMPTXB234569'
const groupCount = 8
const dataPerGroup = 4
const groupLength = dataPerGroup + 1

/** What a clerk may type for a sign: the Cyrillic letter, or what looks like the printed sign. */
const sameSign: Record<string, string> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X' },
  ...{ З: '3', Ч: '4', Б: '6', Ѕ: '5', '8': 'B', S: '5', Z: '2', G: '6' },
}

/** A new code as it is printed: `XXXXX-XXXXX-…`. */
export function newRecoveryCode(): string {
  return formatRecoveryCode(randomBytes((groupCount * dataPerGroup) / 2))
}

/** Signs of 4 bits, first the high half of each byte. */
export function formatRecoveryCode(secret: Buffer): string {
  const values = [...secret].flatMap((byte) => [byte >> 4, byte & 15])
  const groups: string[] = []
  for (let g = 0; g < groupCount; g++) {
    const data = values.slice(g * dataPerGroup, (g + 1) * dataPerGroup)
    groups.push([...data, checkValue(data, g)].map((v) => alphabet.charAt(v)).join(''))
  }
  return groups.join('-')
}

export type ParsedRecoveryCode =
  { ok: true; code: string; secret: Buffer } | { ok: false; problems: Problem[] }

/**
 * Reads what was typed, in either alphabet, with any or no separators. Problems name the group
 * (counted from 1): recoveryCodeIncomplete {groups}, recoverySignUnknown {group},
 * recoveryGroupWrong {group}.
 */
export function parseRecoveryCode(typed: string): ParsedRecoveryCode {
  const problems: Problem[] = []
  const groups = splitGroups(typed)
  if (groups.length !== groupCount)
    return {
      ok: false,
      problems: [{ code: 'recoveryCodeIncomplete', params: { groups: groupCount } }],
    }
  const bytes: number[] = []
  groups.forEach((group, index) => {
    const checked = readGroup(group, index)
    if (typeof checked === 'string') problems.push({ code: checked, params: { group: index + 1 } })
    else bytes.push(...checked)
  })
  if (problems.length > 0) return { ok: false, problems }
  const secret = Buffer.from(bytes)
  return { ok: true, code: formatRecoveryCode(secret), secret }
}

/** The problem of one group typed back for confirmation, or null. `index` counts from 0. */
export function recoveryGroupMatches(code: string, index: number, typed: string): boolean {
  const wanted = code.split('-')[index]
  return wanted !== undefined && normalise(typed).replaceAll(' ', '') === wanted
}

function splitGroups(typed: string): string[] {
  const text = normalise(typed)
  const parts = text.split(' ').filter((part) => part !== '')
  // Separators that stand elsewhere (or nowhere) are ignored; those in place name the bad group.
  if (parts.length === groupCount) return parts
  const joined = parts.join('')
  if (joined.length !== groupCount * groupLength) return []
  return Array.from({ length: groupCount }, (_, g) =>
    joined.slice(g * groupLength, (g + 1) * groupLength),
  )
}

function normalise(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—_.,]+/g, ' ')
    .trim()
    .split('')
    .map((sign) => sameSign[sign] ?? sign)
    .join('')
}

function readGroup(group: string, index: number): number[] | string {
  const values = group.split('').map((sign) => alphabet.indexOf(sign))
  if (values.includes(-1)) return 'recoverySignUnknown'
  if (values.length !== groupLength) return 'recoveryGroupWrong'
  const data = values.slice(0, dataPerGroup)
  if (values[dataPerGroup] !== checkValue(data, index)) return 'recoveryGroupWrong'
  const [a = 0, b = 0, c = 0, d = 0] = data
  return [(a << 4) | b, (c << 4) | d]
}

/**
 * Weighted sum in GF(16): finds every single wrong sign and every two signs exchanged, which a
 * sum modulo 16 cannot. The place of the group is added, so that exchanged groups are found.
 */
function checkValue(data: number[], index: number): number {
  let sum = index
  data.forEach((value, place) => {
    let term = value
    for (let i = 0; i <= place; i++) term = timesAlpha(term)
    sum ^= term
  })
  return sum
}

/** Multiplication by the primitive element of GF(16) with x⁴ + x + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled & 16 ? doubled ^ 0b10011 : doubled
}
