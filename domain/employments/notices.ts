import { addDays } from '#domain/calendar/civil-date.ts'
import { addWorkingDays, termEnd } from '#domain/calendar/working-days.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { NoticeEvent } from './schema.ts'

/** By when НАП is told (КТ, чл. 62, ал. 3): working days after a beginning or change, days after an end. */
export function noticeDue(
  event: NoticeEvent,
  on: string,
  terms: { beginWorkingDays: number; endDays: number; ownDays: readonly OwnDay[] },
): string {
  return event === 'end'
    ? termEnd(addDays(on, terms.endDays), terms.ownDays)
    : addWorkingDays(on, terms.beginWorkingDays, terms.ownDays)
}

/** A notice is sent on a day that was, and not before there was anything to tell. */
export function noticeProblems(sentOn: string, on: string | null, today: string): Problem[] {
  if (on === null) return [{ code: 'noticeOfNothing' }]
  if (sentOn > today)
    return [{ code: 'dateInFuture', path: ['sentOn'], params: { todayDate: today } }]
  return []
}
