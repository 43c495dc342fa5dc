import { wallClockOf } from '#domain/calendar/instant.ts'
import { formatInstantTime } from '#domain/text/format.ts'

/** Clock of the office at this moment: 10:42 ч. */
export const clockTime = (moment: Date) => formatInstantTime(moment.toISOString())

/** Today in the office, a civil date; whatever zone the computer is set to. */
export const today = () => wallClockOf(new Date().toISOString()).date
