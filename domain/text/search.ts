import { latinInCyrillic, repairMixedScript } from './script.ts'

/**
 * The one form in which text is searched: what is stored in the search column and what is typed both go
 * through here. Small letters, no marks, punctuation as spaces, Latin written in Cyrillic, and letters
 * that transliteration or haste confuses folded together (я = иа, ю = иу, щ = шт, ъ = а, й = и, double
 * letters = one), so that „Stoyanova“, „Stoianova“ and „Стоянова“ meet.
 * The folding keeps prefixes: what is typed so far finds what the whole word finds.
 */
export function normaliseForSearch(text: string): string {
  return (
    plainWords(latinInCyrillic(repairMixedScript(plainLetters(text))))
      .replaceAll('щ', 'шт')
      .replaceAll('ьо', 'ио')
      .replaceAll('ь', '')
      .replaceAll('я', 'иа')
      .replaceAll('ю', 'иу')
      .replace(/[йы]/g, 'и')
      .replaceAll('э', 'е')
      .replaceAll('ъ', 'а')
      .replace(/([^\d\s])\1+/gu, '$1')
      // A „ь“ that stood alone leaves no word behind.
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}

/** The words of a search text, each to be found as a prefix. */
export function searchWords(text: string): string[] {
  return normaliseForSearch(text).split(' ').filter(Boolean)
}

const ignored = new RegExp('[\\p{Cf}\\u034f\\ufe00-\\ufe0f]', 'gu')

// Case stays until mixed words are repaired: „H“ looks like „Н“, „h“ does not.
function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(ignored, '')
    .replace(/[ѝЍ]/g, (c) => (c === 'ѝ' ? 'и' : 'И'))
    .replace(/[ёЁ]/g, (c) => (c === 'ё' ? 'е' : 'Е'))
    .replace(/[йЙ]|[^\x20-\x7e]/gu, (c) =>
      c === 'й' || c === 'Й' ? c : c.normalize('NFD').replace(/\p{M}/gu, ''),
    )
}

function plainWords(text: string): string {
  return text
    .toLocaleLowerCase('bg')
    .replace(/[’'`´ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type AlternativeReason = 'layoutBds' | 'layoutPhonetic' | 'spelling'
export interface SearchAlternative {
  /** What was probably meant, in Cyrillic small letters: „Показано за ‘иван’“. */
  text: string
  reason: AlternativeReason
}

// The keys in one order, and what stands on them. БДС as in Windows „Bulgarian (Typewriter)“;
// „phonetic“ as in Windows „Bulgarian (Phonetic)“ and the older „Phonetic Traditional“.
const keys = "qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
const bds = ',уеишщксдзц;ьяаожгтнвмч(юйъэфхпрлб'
const phoneticKeys = '`qwertyuiop[]asdfghjkl\\zxcvbnm'
const phonetic = 'ючшертъуиопящасдфгхйкльзжцвбнм'
const traditional = 'чявертъуиопшщасдфгхйклюзьцжбнм'

const toBds = mapOf(keys, bds)
const fromBds = mapOf(bds, keys)
const toPhonetic = mapOf(phoneticKeys, phonetic)
const toTraditional = mapOf(phoneticKeys, traditional)
const fromPhonetic = mapOf(phonetic, phoneticKeys)
const fromTraditional = mapOf(traditional, phoneticKeys)

function mapOf(from: string, to: string): Map<string, string> {
  const targets = Array.from(to)
  return new Map(Array.from(from, (c, i) => [c, targets[i] ?? c]))
}

function through(text: string, ...maps: Map<string, string>[]): string {
  return Array.from(text, (c) => maps.reduce((at, map) => map.get(at) ?? at, c)).join('')
}

/**
 * Other readings of a query that found nothing: typed under the wrong keyboard layout (both Bulgarian
 * ones, both directions) or spelled by habit. Most likely first; none that reads the same, none that
 * cannot be a Bulgarian word.
 */
export function searchAlternatives(query: string): SearchAlternative[] {
  const typed = query.normalize('NFC').replace(ignored, '').trim().toLocaleLowerCase('bg')
  if (typed.length < 2 || !/\p{L}/u.test(typed)) return []
  const tries: SearchAlternative[] = []
  if (/\p{Script=Cyrillic}/u.test(typed)) {
    // The keyboard stood on one Bulgarian layout and the fingers on the other.
    for (const map of [toPhonetic, toTraditional])
      tries.push({ text: through(typed, fromBds, map), reason: 'layoutPhonetic' })
    for (const map of [fromPhonetic, fromTraditional])
      tries.push({ text: through(typed, map, toBds), reason: 'layoutBds' })
  } else {
    tries.push({ text: through(typed, toBds), reason: 'layoutBds' })
    for (const map of [toPhonetic, toTraditional])
      tries.push({ text: through(typed, map), reason: 'layoutPhonetic' })
    tries.push(...spellings(typed))
  }
  const seen = new Set([normaliseForSearch(typed)])
  return tries
    .map((t) => ({ ...t, text: t.text.replace(/\s+/g, ' ').trim() }))
    .filter((t) => {
      const key = normaliseForSearch(t.text)
      if (seen.has(key) || !couldBeBulgarian(t.text)) return false
      seen.add(key)
      return true
    })
}

// Habits that contradict the official table, so they are tried and not folded in.
function spellings(typed: string): SearchAlternative[] {
  const habits: [RegExp, string][] = [
    [/4(?=[a-z])|(?<=[a-z])4/g, 'ch'],
    [/6(?=[a-z])|(?<=[a-z])6/g, 'sh'],
    [/^x|(?<=\s)x/g, 'h'],
    [/j(?=[aou])/g, 'y'],
    [/j/g, 'y'],
    [/u(?=[a-z])/g, 'a'],
    [/(?<=[klnlt])u/g, 'yu'],
    [/w/g, 'sh'],
    [/y/g, 'a'],
  ]
  const found: SearchAlternative[] = []
  for (const [pattern, to] of habits) {
    const text = typed.replace(pattern, to)
    if (text !== typed) found.push({ text: latinInCyrillic(text), reason: 'spelling' })
  }
  return found
}

function couldBeBulgarian(text: string): boolean {
  if (!/^[а-ъьюя0-9 -]+$/u.test(text)) return false
  return text.split(/[\s-]+/).every((word) => {
    if (word === '' || /^\d+$/.test(word)) return true
    return (
      /[аеиоуъюя]/.test(word) &&
      !/^[ьъ]/.test(word) &&
      !/[аеиоуъюя]ь|ьь|[бвгджзйклмнпрстфхцчшщ]{5}/.test(word)
    )
  })
}
