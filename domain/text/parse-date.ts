import {
  addDays,
  civilDate,
  daysInMonth,
  firstYear,
  lastYear,
  partsOf,
} from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { cleanText } from './clean.ts'
import { monthNames } from './format.ts'
import { refuse } from './parsed.ts'
import type { Parsed } from './parsed.ts'

export interface DateContext {
  today: CivilDate
  /** A birth date: a two-digit year is the nearest past one, and the year may not be left out. */
  birth?: boolean
}

/**
 * What a clerk types for a date: 21112026, 21.11.2026, 21.11.26, 21/11/26, 21,11, 21, „д“, +7, -1.
 * An impossible date is named, never moved to another day.
 */
export function parseDate(input: string, context: DateContext): Parsed<CivilDate> {
  const text = cleanText(input)
    .replace(/\s*г\.?$/u, '')
    .toLowerCase()
  if (text === '') return refuse('dateRequired')
  // „д“ as it comes out under a Cyrillic layout, under Latin phonetic and under Latin БДС fingers
  if (/^[дdo]$/u.test(text)) return { ok: true, value: context.today }
  const shift = /^([+\-−–])\s?(\d{1,4})$/u.exec(text)
  if (shift) {
    const days = Number(shift[2])
    return { ok: true, value: addDays(context.today, shift[1] === '+' ? days : -days) }
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), text)
  const parts = splitParts(text)
  if (parts === undefined) return refuse('dateFormat')
  const [dayText = '', monthText, yearText] = parts
  const today = partsOf(context.today)
  if (context.birth === true && yearText === undefined) return refuse('dateYearMissing')
  const day = Number(dayText)
  const month = monthText === undefined ? today.month : Number(monthText)
  const typed = [dayText, monthText, yearText].filter((p) => p !== undefined).join('.')
  if (yearText === undefined) return checked(today.year, month, day, typed)
  if (yearText.length === 4) return checked(Number(yearText), month, day, typed)
  const year = 2000 + Number(yearText)
  if (context.birth !== true) return checked(year, month, day, typed)
  const near = civilDate(year, month, day)
  const future = near === undefined ? year > today.year : near > context.today
  return checked(future ? year - 100 : year, month, day, typed)
}

function splitParts(text: string): string[] | undefined {
  if (/^\d+$/.test(text)) {
    if (text.length === 8) return [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
    if (text.length === 6) return [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
    if (text.length === 4) return [text.slice(0, 2), text.slice(2)]
    return text.length <= 2 ? [text] : undefined
  }
  const m = /^(\d{1,2})\s?[./,\- ]\s?(\d{1,2})(?:\s?[./,\- ]\s?(\d{4}|\d{2}))?[.,]?$/.exec(text)
  if (m) return [m[1] ?? '', m[2] ?? '', ...(m[3] === undefined ? [] : [m[3]])]
  const named = /^(\d{1,2})\s(\p{L}{3,})(?:\s(\d{4}))?$/u.exec(text)
  if (!named) return undefined
  const month = monthNames.findIndex((name) => name.startsWith(named[2] ?? ''))
  if (month < 0) return undefined
  return [named[1] ?? '', String(month + 1), ...(named[3] === undefined ? [] : [named[3]])]
}

function checked(year: number, month: number, day: number, typed: string): Parsed<CivilDate> {
  if (year < firstYear || year > lastYear) return refuse('dateYearOutOfRange', { typed })
  if (month < 1 || month > 12) return refuse('dateNoSuchMonth', { typed, month })
  const value = civilDate(year, month, day)
  if (value !== undefined) return { ok: true, value }
  const name = monthNames[month - 1] ?? ''
  return refuse('dateDoesNotExist', {
    typed,
    month: name.charAt(0).toUpperCase() + name.slice(1),
    year,
    days: daysInMonth(year, month),
  })
}

/** A date, or the text `lifetime` for „п“, where the law knows a term without an end. */
export function parseDateOrLifetime(input: string, context: DateContext): Parsed<CivilDate> {
  const text = cleanText(input).toLowerCase()
  if (/^(?:[пp]|пож.*|безср.*)$/u.test(text)) return { ok: true, value: 'lifetime' }
  return parseDate(input, context)
}
