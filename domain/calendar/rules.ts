import type { Problem } from '#domain/problems/schema.ts'
import type { CivilDate } from './civil-date.ts'
import { holidaysOf, type HolidayKey } from './holidays.ts'
import { councilDays } from './council-days-data.ts'
import type { OwnDay } from './schema.ts'
import { isWorkingDay } from './working-days.ts'

/**
 * A line that says of a day what the calendar says anyway: `dayIsOffAnyway`, `dayIsWorkingAnyway`; a
 * second one of the same day: `dayListed`. `others` are the office's lines but the one being saved.
 */
export function ownDayProblem(
  { date, kind }: Pick<OwnDay, 'date' | 'kind'>,
  others: readonly OwnDay[],
): Problem | undefined {
  if (others.some((one) => one.date === date)) return { code: 'dayListed', path: ['date'] }
  if (isWorkingDay(date) !== (kind === 'working')) return undefined
  return { code: kind === 'off' ? 'dayIsOffAnyway' : 'dayIsWorkingAnyway', path: ['date'] }
}

/** A day of the year about which something is said besides its weekday, and by whom. */
export type NamedDay<Own extends OwnDay = OwnDay> = { date: CivilDate } & (
  | { by: 'law'; key: HolidayKey; moved: boolean }
  | { by: 'council'; day: OwnDay; overruled: boolean }
  | { by: 'office'; day: Own }
)

/** Days of a year in order: by law, by the Council of Ministers, by the office itself. */
export function namedDaysOf<Own extends OwnDay>(
  year: number,
  own: readonly Own[],
): NamedDay<Own>[] {
  const inYear = ({ date }: OwnDay) => date.startsWith(`${String(year)}-`)
  const all: NamedDay<Own>[] = [
    ...holidaysOf(year).map(({ date, key, moved }) => ({ date, by: 'law' as const, key, moved })),
    ...councilDays.filter(inYear).map((day) => ({
      date: day.date,
      by: 'council' as const,
      day,
      overruled: own.some((one) => one.date === day.date),
    })),
    ...own.filter(inYear).map((day) => ({ date: day.date, by: 'office' as const, day })),
  ]
  return all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
