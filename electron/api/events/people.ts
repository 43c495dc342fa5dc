import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { formatFullName, formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { employmentListing } from '#db/queries/employments-list.ts'

/** Somebody who works for the office on a day. */
interface AtWork {
  personId: string
  employmentId: string
  name: string
  fullName: string
  position: string
  /** Gives help to people in their homes. */
  givesHelp: boolean
  startDate: CivilDate
}

/** Who is at work on a day, each once: under several contracts by the one that began first. */
export function atWork(db: Db, day: CivilDate): AtWork[] {
  const positions = new Map(catalogueOf(db, 'position').map((one) => [one.id, one]))
  const rows = employmentListing
    .rows(db, { inForceOn: day }, [{ by: 'name', descending: false }])
    .filter((row) => row.deathDate === null)
    .toSorted((a, b) => (a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : 0))
  const people = new Map<string, AtWork>()
  for (const row of rows) {
    if (people.has(row.personId)) continue
    const position = positions.get(row.positionId)
    people.set(row.personId, {
      personId: row.personId,
      employmentId: row.id,
      name: formatSurnameFirst(row),
      fullName: formatFullName(row),
      position: position?.name ?? '',
      givesHelp: position?.givesHelp ?? false,
      startDate: row.startDate,
    })
  }
  return [...people.values()]
}
