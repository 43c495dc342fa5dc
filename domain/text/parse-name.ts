import { cleanText } from './clean.ts'
import { printProblem } from './printable.ts'
import { refuse } from './parsed.ts'
import type { Parsed } from './parsed.ts'
import {
  hasCyrillic,
  hasLatin,
  isMixedScript,
  latinInCyrillic,
  repairMixedScript,
} from './script.ts'

export const longestName = 60

// Particles of foreign names that stay small when they were typed small.
const particles = new Set(['ал', 'ел', 'бин', 'бен', 'ибн', 'ван', 'фон', 'де', 'ди', 'да', 'дер'])

/**
 * First letters capital; „иВАН“, „ИВАН“, „иван“, „ИВан“ are repaired, „МакДоналд“ stays. After an
 * elided particle the name begins anew (О’Конър); elsewhere an apostrophe is a letter (Са’ад).
 */
export function capitaliseName(text: string): string {
  let first = true
  return text.replace(/[\p{L}\p{M}’']+/gu, (word) => {
    const wasFirst = first
    first = false
    if (!wasFirst && particles.has(word)) return word
    const elided = /^(\p{L}[’'])(\p{L}.*)$/u.exec(word)
    return elided ? upper(elided[1] ?? '') + capitaliseWord(elided[2] ?? '') : capitaliseWord(word)
  })
}

const upper = (text: string) => text.toLocaleUpperCase('bg')

function capitaliseWord(word: string): string {
  const letters = Array.from(word)
  const head = letters[0] ?? ''
  const tail = letters.slice(1).join('')
  const lower = tail.toLocaleLowerCase('bg')
  const headIsSmall = head !== upper(head)
  const twoCapitals = /^\p{Lu}{2}/u.test(word)
  const inverted = headIsSmall && tail !== lower
  return upper(head) + (twoCapitals || inverted ? lower : tail)
}

/**
 * One name as kept. Latin letters are not changed silently: the problem carries the `suggestion` that
 * one key takes over – never one that would be refused again.
 */
export function parseName(input: string): Parsed<string> {
  const text = cleanText(input)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/[`´ʼ‘]/g, '’')
  if (text === '') return refuse('nameRequired')
  if (text.length > longestName) return refuse('nameTooLong', { max: longestName })
  const unprintable = printProblem(text)
  if (unprintable) return refuse(unprintable.code, unprintable.params)
  if (/\d/.test(text)) return refuse('nameDigits')
  if (hasLatin(text)) return refuseLatin(text)
  if (!hasCyrillic(text) || !/^[\p{Script=Cyrillic}\p{M}’' -]+$/u.test(text))
    return refuse('nameCharacters')
  return { ok: true, value: capitaliseName(text) }
}

function refuseLatin(text: string): Parsed<string> {
  // Where one word mixes the alphabets, another beside it may be Latin throughout.
  const meant = latinInCyrillic(repairMixedScript(text))
  const read = hasLatin(meant) ? undefined : parseName(meant)
  if (!read?.ok) return refuse('nameCharacters')
  const code = isMixedScript(text) ? 'nameMixedScript' : 'nameLatin'
  return refuse(code, { typed: text, suggestion: read.value })
}
