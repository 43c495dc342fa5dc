import { civilDate, partsOf } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Parsed } from '#domain/text/parsed.ts'
import { refuse } from '#domain/text/parsed.ts'
import { cleanText } from '#domain/text/clean.ts'
import { latinCapitals } from '#domain/text/script.ts'

export type Sex = 'male' | 'female'
export interface EgnFacts {
  egn: string
  birthDate: CivilDate
  sex: Sex
}

const egnWeights = [2, 4, 8, 5, 10, 9, 7, 3, 6]
const lnchWeights = [21, 19, 17, 13, 11, 9, 7, 3, 1]

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits.charAt(i)), 0)
}

/** Spaces and separators go; letters stay, so that an „О“ for a zero is named and not guessed. */
function squeeze(text: string): string {
  return cleanText(text).replace(/[\s.\-–]/g, '')
}

/** One figure ten times passes both check digits at times and is nobody's number. */
const isOneFigure = (digits: string): boolean => /^(\d)\1*$/.test(digits)

function birthDateInside(egn: string): CivilDate | undefined {
  const month = Number(egn.slice(2, 4))
  const century = month > 40 ? 2000 : month > 20 ? 1800 : 1900
  return civilDate(century + Number(egn.slice(0, 2)), month % 20, Number(egn.slice(4, 6)))
}

function egnCheckDigit(nine: string): string {
  return String((weighted(nine, egnWeights) % 11) % 10)
}

/**
 * ЕГН: ten digits YYMMDD SSS C, month +20 for 18xx and +40 for 20xx, ninth digit even for men
 * (docs/law.md, 4). Codes: egnRequired, egnDigits, egnLength, egnDate, egnChecksum.
 */
export function parseEgn(input: string): Parsed<EgnFacts> {
  const egn = squeeze(input)
  if (egn === '') return refuse('egnRequired')
  if (!/^\d+$/.test(egn)) return refuse('egnDigits')
  if (egn.length !== 10) return refuse('egnLength', { count: egn.length })
  const month = Number(egn.slice(2, 4))
  const birthDate = month <= 52 ? birthDateInside(egn) : undefined
  if (birthDate === undefined) return refuse('egnDate')
  if (isOneFigure(egn) || egnCheckDigit(egn) !== egn.charAt(9)) return refuse('egnChecksum')
  const sex = Number(egn.charAt(8)) % 2 === 0 ? 'male' : 'female'
  return { ok: true, value: { egn, birthDate, sex } }
}

/** An ЕГН with a right check digit; `serial` 0–999, even for men. For invented people use 926–999. */
export function composeEgn(birthDate: CivilDate, serial: number): string {
  const { year, month, day } = partsOf(birthDate)
  const shifted = month + (year >= 2000 ? 40 : year < 1900 ? 20 : 0)
  const nine = [year % 100, shifted, day].map((n) => String(n).padStart(2, '0')).join('')
  const body = `${nine}${String(serial).padStart(3, '0')}`
  return `${body}${egnCheckDigit(body)}`
}

/** ЛНЧ: ten digits, nothing inside. Codes: lnchRequired, lnchDigits, lnchLength, lnchChecksum. */
export function parseLnch(input: string): Parsed<string> {
  const lnch = squeeze(input)
  if (lnch === '') return refuse('lnchRequired')
  if (!/^\d+$/.test(lnch)) return refuse('lnchDigits')
  if (lnch.length !== 10) return refuse('lnchLength', { count: lnch.length })
  if (isOneFigure(lnch) || String(weighted(lnch, lnchWeights) % 10) !== lnch.charAt(9))
    return refuse('lnchChecksum')
  return { ok: true, value: lnch }
}

function eik9CheckDigit(eik: string): string {
  const first = weighted(eik, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  const sum = first === 10 ? weighted(eik, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 : first
  return String(sum % 10)
}

function eik13CheckDigit(eik: string): string {
  const tail = eik.slice(8, 12)
  const first = weighted(tail, [2, 7, 3, 5]) % 11
  const sum = first === 10 ? weighted(tail, [4, 9, 5, 7]) % 11 : first
  return String(sum % 10)
}

/** ЕИК по БУЛСТАТ of 9 or (branch) 13 digits. Codes: eikRequired, eikDigits, eikLength, eikChecksum. */
export function parseEik(input: string): Parsed<string> {
  const eik = squeeze(input)
  if (eik === '') return refuse('eikRequired')
  if (!/^\d+$/.test(eik)) return refuse('eikDigits')
  if (eik.length !== 9 && eik.length !== 13) return refuse('eikLength', { count: eik.length })
  const right =
    eik9CheckDigit(eik) === eik.charAt(8) &&
    (eik.length === 9 || eik13CheckDigit(eik) === eik.charAt(12))
  return right ? { ok: true, value: eik } : refuse('eikChecksum')
}

/**
 * Identity card: nine digits, or two Latin letters and seven digits (since 17.6.2024); typed under a
 * Cyrillic layout the letters come out as their twins. Code: idCardFormat.
 */
export function parseIdCard(input: string): Parsed<string> {
  const number = latinCapitals(squeeze(input).toUpperCase())
  return /^(?:\d{9}|[A-Z]{2}\d{7})$/.test(number)
    ? { ok: true, value: number }
    : refuse('idCardFormat')
}

/** IBAN by mod 97 (ISO 13616); a Bulgarian one has 22 characters. Codes: ibanRequired, ibanFormat, ibanLength, ibanChecksum. */
export function parseIban(input: string): Parsed<string> {
  const iban = latinCapitals(squeeze(input).toUpperCase())
  if (iban === '') return refuse('ibanRequired')
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(iban)) return refuse('ibanFormat')
  if (iban.startsWith('BG') && iban.length !== 22)
    return refuse('ibanLength', { count: iban.length })
  if (
    iban.length < 15 ||
    (iban.startsWith('BG') && !/^BG\d{2}[A-Z]{4}\d{6}[A-Z0-9]{8}$/.test(iban))
  )
    return refuse('ibanFormat')
  let rest = 0
  for (const c of iban.slice(4) + iban.slice(0, 4)) {
    const value = c >= 'A' ? c.charCodeAt(0) - 55 : Number(c)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1 ? { ok: true, value: iban } : refuse('ibanChecksum')
}
