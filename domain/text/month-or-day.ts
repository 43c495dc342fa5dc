import { isCivilDate } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { cleanText, nbsp } from './clean.ts'
import { formatDate, formatMonth, monthNames, weekdayName } from './format.ts'
import { parseDate } from './parse-date.ts'
import { refuse } from './parsed.ts'
import type { Parsed } from './parsed.ts'

/** `YYYY-MM-DD`, or `YYYY-MM` where the paper names only a month: „от месец февруари 2016 г.“ */
export type MonthOrDay = string

export function isMonthOrDay(text: string): boolean {
  return isCivilDate(text) || (text.length === 7 && isCivilDate(`${text}-01`))
}

/** 29.02.2016 or 02.2016 – for an input box. */
export function formatMonthOrDayInput(value: MonthOrDay): string {
  return value.split('-').toReversed().join('.')
}

/** 29.02.2016 г. or 02.2016 г. */
export function formatMonthOrDay(value: MonthOrDay): string {
  return `${formatMonthOrDayInput(value)}${nbsp}г.`
}

/** „понеделник, 29.02.2016 г.“, „февруари 2016 г.“ – what a box says beside what was typed. */
export function formatMonthOrDayLong(value: MonthOrDay): string {
  return value.length === 7 ? formatMonth(value) : `${weekdayName(value)}, ${formatDate(value)}`
}

/** 02.2016, 2/2016, февруари 2016 – or whatever stands for a day (`parseDate`). */
export function parseMonthOrDay(input: string, context: { today: CivilDate }): Parsed<MonthOrDay> {
  const text = cleanText(input)
    .replace(/\s*г\.?$/u, '')
    .toLowerCase()
  const read = /^(\d{1,2}|\p{L}{3,})\s?[./\-\s]\s?(\d{4})$/u.exec(text)
  if (!read) return parseDate(input, context)
  const [, monthText = '', year = ''] = read
  const named = monthNames.findIndex((name) => name.startsWith(monthText)) + 1
  const month = named === 0 ? Number(monthText) : named
  if (Number.isNaN(month)) return refuse('dateFormat')
  if (month < 1 || month > 12) return refuse('dateNoSuchMonth', { typed: text, month })
  if (Number(year) < 1800 || Number(year) > 2199)
    return refuse('dateYearOutOfRange', { typed: text })
  return { ok: true, value: `${year}-${String(month).padStart(2, '0')}` }
}
