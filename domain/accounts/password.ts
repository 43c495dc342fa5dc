/* eslint-disable no-restricted-syntax -- passwords people choose and rows of keys, shown to nobody */
import type { Problem, Verdict } from '#domain/problems/schema.ts'

export const shortestPassword = 12
export const longestPassword = 256

/** Words that begin the passwords of many people; compared in plain small letters of both alphabets. */
// prettier-ignore
const common = [
  'password', 'passw', 'parola', 'парола', 'admin', 'administrator', 'администратор', 'welcome',
  'qwerty', 'letmein', 'iloveyou', 'monkey', 'dragon', 'football', 'sunshine', 'princess', 'master',
  'login', 'user', 'test', 'secret', 'changeme', 'default', 'temp', 'opora', 'опора', 'office',
  'bulgaria', 'българия', 'balgaria', 'sofia', 'софия', 'plovdiv', 'пловдив', 'varna', 'варна',
  'burgas', 'бургас', 'kyustendil', 'kustendil', 'кюстендил', 'borino', 'борино', 'levski', 'левски',
  'cska', 'цска', 'obshtina', 'община', 'kmet', 'кмет', 'obichamte', 'обичамте', 'ljubov', 'lubov',
  'любов', 'slance', 'слънце', 'mama', 'мама', 'tati', 'тати', 'bebe', 'бебе', 'maria', 'мария',
  'ivan', 'иван', 'georgi', 'георги', 'dimitar', 'димитър', 'aleksandar', 'александър', 'viktoria',
  'виктория', 'zdravei', 'здравей', 'abv', 'абв', 'social', 'sotsialni', 'социални', 'uslugi',
  'услуги', 'grizha', 'грижа', 'center', 'център', 'podkrepa', 'подкрепа',
]

// Rows of both keyboards, forwards; backwards is tried too.
const runs = [
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmik',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъьюя',
  'уеишщксдзц',
  'ьяаожгтнвм',
  'юйъэфхпрлб',
  'явертъуиопшщ',
  'чшертъуиопящ',
  'асдфгхйкл',
  'зьцжбнм',
  'зжцвбнм',
]

export interface PasswordContext {
  /** Names that may not carry the password: office, municipality, display name. */
  names: readonly string[]
}

export type PasswordStrength = 'weak' | 'fair' | 'good' | 'strong'

/**
 * A password is long and not easily guessed; kinds of characters are not asked for. Codes:
 * passwordTooShort, passwordTooLong, passwordCommon, passwordRun, passwordRepeats, passwordName.
 */
export function checkPassword(password: string, context: PasswordContext): Verdict {
  const length = Array.from(password).length
  const refuse = (code: string, params?: Problem['params']): Verdict => ({
    ok: false,
    problems: [params ? { code, path: ['password'], params } : { code, path: ['password'] }],
  })
  if (length < shortestPassword)
    return refuse('passwordTooShort', { min: shortestPassword, count: length })
  if (length > longestPassword) return refuse('passwordTooLong', { max: longestPassword })
  const plain = plainOf(password)
  if (new Set(plain).size < 5 || isRepeated(plain)) return refuse('passwordRepeats')
  // What is left once the guessable part is taken out must still be a password's worth of surprise.
  const names = context.names.flatMap((n) => [plainOf(n), ...words(n)]).filter((n) => n.length >= 3)
  if (isMostly(plain, names)) return refuse('passwordName')
  if (isMostly(plain, common)) return refuse('passwordCommon')
  if (isMostly(plain, runsIn(plain))) return refuse('passwordRun')
  if (isMostly(plain, [...names, ...common, ...runsIn(plain)])) return refuse('passwordCommon')
  return { ok: true }
}

/** Strength in a word, for the line under the box. */
export function passwordStrength(password: string, context: PasswordContext): PasswordStrength {
  if (!checkPassword(password, context).ok) return 'weak'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((k) => k.test(password)).length
  const variety = new Set(Array.from(password)).size
  const score = Array.from(password).length + 2 * kinds + Math.min(variety, 12) / 2
  return score >= 30 ? 'strong' : score >= 24 ? 'good' : 'fair'
}

const leet: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '0': 'o', $: 's', '!': 'i' }

function plainOf(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('bg').replace(/\s+/g, '')
}

function unleet(text: string): string {
  return Array.from(text, (c) => leet[c] ?? c).join('')
}

function words(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainOf)
    .filter((w) => w.length >= 3)
}

/** abcabcabcabc, 121212121212: one short piece over and over. */
function isRepeated(text: string): boolean {
  const repeated = /^(.{1,6}?)\1+/u.exec(text)
  return repeated !== null && repeated[0].length >= text.length - 2
}

/** Pieces of keyboard and alphabet rows of four and more that stand in the text. */
function runsIn(text: string): string[] {
  const found: string[] = []
  for (const row of runs)
    for (const line of [row, Array.from(row).reverse().join('')])
      for (let from = 0; from < text.length; from++) {
        let to = from
        while (to < text.length && line.includes(text.slice(from, to + 1))) to += 1
        if (to - from >= 4) found.push(text.slice(from, to))
      }
  return found
}

/** True when fewer than six characters of surprise are left beside the guessable pieces. */
function isMostly(text: string, pieces: readonly string[]): boolean {
  for (const form of [text, unleet(text)]) {
    let rest = form
    for (const piece of [...pieces].sort((a, b) => b.length - a.length))
      if (piece.length >= 3) rest = rest.replaceAll(piece, '')
    if (rest.length < form.length) {
      // A year or a row of figures and marks behind a word is what everybody does.
      const letters = rest.replace(/\d{2,4}|[^\p{L}\d]/gu, '')
      if (rest.length < 6 || letters.length < 4) return true
    }
  }
  return false
}
