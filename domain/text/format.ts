import { dayNumber, partsOf, weekdayOf } from '#domain/calendar/civil-date.ts'
import type { CivilDate, CivilMonth } from '#domain/calendar/civil-date.ts'
import { wallClockOf } from '#domain/calendar/instant.ts'
import type { Currency } from '#domain/money/schema.ts'
import { nbsp } from './clean.ts'
import { amountInWords } from './words.ts'

export const monthNames = [
  'януари',
  'февруари',
  'март',
  'април',
  'май',
  'юни',
  'юли',
  'август',
  'септември',
  'октомври',
  'ноември',
  'декември',
] as const
export const weekdayNames = [
  'понеделник',
  'вторник',
  'сряда',
  'четвъртък',
  'петък',
  'събота',
  'неделя',
] as const
export const weekdayShortNames = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'] as const

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** 21.11.2026 – for an input box, where „г.“ would be in the way. */
export function formatDateInput(date: CivilDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

/** 21.11.2026 г. */
export function formatDate(date: CivilDate): string {
  return `${formatDateInput(date)}${nbsp}г.`
}

/** 21 ноември 2026 г. */
export function formatDateLong(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${String(day)}${nbsp}${monthNames[month - 1] ?? ''} ${String(year)}${nbsp}г.`
}

/** ноември 2026 г. */
export function formatMonth(month: CivilMonth): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}${nbsp}г.`
}

/** 16.11.2026 – 15.11.2029 г.; without an end „от 16.11.2026 г.“. */
export function formatPeriod(from: CivilDate, to: CivilDate | null): string {
  if (to === null) return `от ${formatDate(from)}`
  return `${formatDateInput(from)} – ${formatDate(to)}`
}

export function weekdayName(date: CivilDate): string {
  return weekdayNames[weekdayOf(date) - 1] ?? ''
}

export function weekdayShort(date: CivilDate): string {
  return weekdayShortNames[weekdayOf(date) - 1] ?? ''
}

/** днес, вчера, преди 3 дни, утре, след 3 дни; beyond seven days the date. */
export function formatRelativeDate(date: CivilDate, today: CivilDate): string {
  const days = dayNumber(date) - dayNumber(today)
  if (days === 0) return 'днес'
  if (days === -1) return 'вчера'
  if (days === 1) return 'утре'
  if (Math.abs(days) > 7) return formatDate(date)
  return `${days < 0 ? 'преди' : 'след'} ${String(Math.abs(days))}${nbsp}дни`
}

/** Minutes since midnight as 8:30 (without „ч.“, for boxes and ranges). */
export function formatClock(minutes: number): string {
  return `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 10:42 ч. */
export function formatTime(minutes: number): string {
  return `${formatClock(minutes)}${nbsp}ч.`
}

/** 8:30–12:00 ч. */
export function formatTimeRange(from: number, to: number): string {
  return `${formatClock(from)}–${formatTime(to)}`
}

/** Clock of the office at a UTC instant: 10:42 ч. */
export function formatInstantTime(instant: string): string {
  return formatTime(wallClockOf(instant).minutes)
}

/** 21.11.2026 г., 10:42 ч. */
export function formatInstant(instant: string): string {
  const { date, minutes } = wallClockOf(instant)
  return `${formatDate(date)}, ${formatTime(minutes)}`
}

/** Minutes as 4:30, for lists and grids. */
export function formatHours(minutes: number): string {
  const m = Math.abs(minutes)
  return `${minutes < 0 ? '−' : ''}${formatNumber(Math.floor(m / 60))}:${two(m % 60)}`
}

/** Minutes as „4 ч. 30 мин.“, „84 ч.“, „45 мин.“, for sentences. */
export function formatHoursText(minutes: number): string {
  const m = Math.abs(minutes)
  const h = Math.floor(m / 60)
  const rest = m % 60
  const parts: string[] = []
  if (h > 0 || rest === 0) parts.push(`${formatNumber(h)}${nbsp}ч.`)
  if (rest > 0) parts.push(`${String(rest)}${nbsp}мин.`)
  return `${minutes < 0 ? '−' : ''}${parts.join(nbsp)}`
}

/**
 * 1 213,5 – decimal comma, no-break space from four digits. `decimals` fixes the number of decimals;
 * without it as many as there are.
 */
export function formatNumber(n: number, decimals?: number): string {
  const text = decimals === undefined ? String(Math.abs(n)) : Math.abs(n).toFixed(decimals)
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, nbsp)
  const sign = n < 0 && Number(text) !== 0 ? '−' : ''
  return `${sign}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** Cents as 1213,00 without grouping or sign of the currency – for an input box. */
export function formatMoneyInput(cents: number): string {
  return moneyNumber(cents).replaceAll(nbsp, '')
}

function moneyNumber(cents: number): string {
  const c = Math.abs(cents)
  const sign = cents < 0 ? '−' : ''
  return `${sign}${formatNumber(Math.floor(c / 100))},${two(c % 100)}`
}

/** How a sum names its currency. */
export const currencySigns: Readonly<Record<Currency, string>> = { EUR: '€', BGN: 'лв.' }

/** 1 213,00 € on the screen; „лв.“ only for amounts of before 2026. */
export function formatMoney(cents: number, currency: Currency = 'EUR'): string {
  return `${moneyNumber(cents)}${nbsp}${currencySigns[currency]}`
}

/** 620,20 евро (шестстотин и двадесет евро и двадесет цента) – for papers. */
export function formatMoneyOfficial(cents: number): string {
  return `${moneyNumber(cents)}${nbsp}евро (${amountInWords(cents)})`
}

/** 620,20 EUR – tables for the bank and the authority. */
export function formatMoneyCode(cents: number, currency: Currency = 'EUR'): string {
  return `${moneyNumber(cents)}${nbsp}${currency}`
}

/** 90 %, 70,99 % */
export function formatPercent(n: number, decimals?: number): string {
  return `${formatNumber(n, decimals)}${nbsp}%`
}

/** № 94-1287/21.11.2026 г. */
export function formatRegistryNumber(number: string, date?: CivilDate | null): string {
  const year = date ? `/${formatDate(date)}` : ''
  return `№${nbsp}${number}${year}`
}

/** „Община Кюстендил“ – the name as it stands in the head of papers. */
export function formatMunicipality(name: string): string {
  return `Община ${name}`
}

// Letters and digits that are not mistaken for one another over the telephone.
const referenceSigns = '23456789АБВГДЕЖКЛМНПРСТ'

/** „К7-3Ф2“: the number of an unknown fault. `random` gives numbers from 0 up to 1. */
export function faultReference(random: () => number): string {
  const sign = () => referenceSigns.charAt(Math.floor(random() * referenceSigns.length))
  return `${sign()}${sign()}-${sign()}${sign()}${sign()}`
}
