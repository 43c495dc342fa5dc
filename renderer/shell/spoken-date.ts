import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { formatDateLong, weekdayName } from '#domain/text/format.ts'
import { preferences } from './preferences.ts'

const isEnglish = () => preferences.get().language === 'en'

const englishWords = (date: CivilDate, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(date))

/** The day of the week in the language of the page: „петък“. Papers are Bulgarian and never ask here. */
export const weekdayText = (date: CivilDate): string =>
  isEnglish() ? englishWords(date, { weekday: 'long' }) : weekdayName(date)

/** A date with the month in words in the language of the page: „27 ноември 2026 г.“. */
export const longDateText = (date: CivilDate): string =>
  isEnglish()
    ? englishWords(date, { day: 'numeric', month: 'long', year: 'numeric' })
    : formatDateLong(date)
