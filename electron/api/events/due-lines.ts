import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { lacking, periodOf } from '#domain/events/due.ts'
import type { Db } from '#db/connection.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'
import { noCaseLine, type WaitingLine } from '#db/queries/today-line.ts'
import { dueMonths, dueRows } from './due-source.ts'

/**
 * Who lacks something, each once with the earliest day: a first training since the first day of work,
 * the rest by the end of their period. `periodic` asks only for what has a period.
 */
export function whoLacks(
  db: Db,
  today: CivilDate,
  { periodic }: { periodic: boolean },
): WaitingLine[] {
  const months = dueMonths(db, today)
  const rows = dueRows(db, today).flatMap(({ personId, through, since }) => {
    const days = lacking(through)
      .filter((kind) => !periodic || months[kind] > 0)
      .map((kind) => (months[kind] === 0 ? since : periodOf(today, months[kind]).to))
    const [first] = days.toSorted()
    return first === undefined ? [] : [{ personId, due: first }]
  })
  const names = namesOfPeople(
    db,
    rows.map(({ personId }) => personId),
  )
  return rows.flatMap(({ personId, due }) => {
    const known = names.get(personId)
    if (known === undefined) return []
    const { firstName, middleName = null, lastName } = known
    return [{ ...noCaseLine, id: personId, personId, firstName, middleName, lastName, due }]
  })
}
