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
