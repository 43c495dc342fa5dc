import type { CivilDate } from './civil-date.ts'

/** Where every office of the program stands; papers and lists show its clock. */
export const officeTimeZone = 'Europe/Sofia'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** The wall clock of the office at a UTC instant: civil date and minutes since midnight. */
export function wallClockOf(
  instant: string,
  timeZone: string = officeTimeZone,
): { date: CivilDate; minutes: number } {
  const parts: Record<string, string> = {}
  for (const part of formatterFor(timeZone).formatToParts(Date.parse(instant)))
    parts[part.type] = part.value
  return {
    date: `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`,
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  }
}

/** The civil date in the office at a UTC instant: after midnight in Sofia it is already tomorrow. */
export function civilDateAt(instant: string, timeZone: string = officeTimeZone): CivilDate {
  return wallClockOf(instant, timeZone).date
}

/** When a civil date begins in the office, as a UTC ISO instant: in summer an hour earlier. */
export function startOfDay(date: CivilDate, timeZone: string = officeTimeZone): string {
  const midnight = Date.parse(`${date}T00:00:00.000Z`)
  const { date: there, minutes } = wallClockOf(new Date(midnight).toISOString(), timeZone)
  const ahead = there === date ? minutes : minutes - 24 * 60
  const guess = midnight - ahead * 60_000
  // The clocks may have been moved between the two instants.
  const off = wallClockOf(new Date(guess).toISOString(), timeZone)
  const late = off.date === date ? off.minutes : off.minutes - 24 * 60
  return new Date(guess - late * 60_000).toISOString()
}
