import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { Desk } from './desk.ts'

/** A day off that the office itself has said, still to come: an invented order of an invented mayor. */
export async function enterDayOff({
  head,
  click,
  end,
}: Pick<Desk, 'head' | 'click' | 'end'>): Promise<void> {
  const day = {
    date: addWorkingDays(end, 15),
    kind: 'off' as const,
    reason: 'Заповед № 40 на кмета – празник на общината',
  }
  await head.calendar.save(click({ ...day, id: null, version: null }))
}
