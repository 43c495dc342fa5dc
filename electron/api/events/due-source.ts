import { addMonths, type CivilDate } from '#domain/calendar/civil-date.ts'
import type { DueListRow } from '#domain/events/due-list.ts'
import { lacking, periodOf, throughOf, type Attended } from '#domain/events/due.ts'
import { dueKinds, type DueKind } from '#domain/events/schema.ts'
import { dueSetting } from '#domain/events/settings.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { lastHeld, lastTrained } from '#db/queries/events.ts'
import { listExemptions, listMentorships } from '#db/queries/events-exempt.ts'
import { namesOfPeople } from '#db/queries/people-list.ts'
import type { ExemptionRow } from '#db/schema/events.ts'
import { settingValue } from '../kernel/settings.ts'
import { shortList } from '../kernel/short-list.ts'
import { atWork } from './people.ts'

/** In how many months each is to be through, on a day. */
export const dueMonths = (db: Db, day: string): Record<DueKind, number> => ({
  training: settingValue(db, dueSetting.training, day),
  supervision: settingValue(db, dueSetting.supervision, day),
  psychological: settingValue(db, dueSetting.psychological, day),
})

const ever = { from: '0001-01-01', to: '9999-12-31' }

/** Who was through in the period that counts on a day, and when; of these people alone, where they are named. */
export function attendedOn(
  db: Db,
  kind: DueKind,
  day: CivilDate,
  personIds?: readonly string[],
): Map<string, CivilDate> {
  const months = settingValue(db, dueSetting[kind], day)
  const { from, to } = months === 0 ? ever : periodOf(day, months)
  return kind === 'training'
    ? lastTrained(db, settingValue(db, 'trainingSharePercent', day), from, to, personIds)
    : lastHeld(db, kind, from, to, personIds)
}

/** „Програма „Грижа“, удостоверение № 12/01.02.2024 г.“ in the words that were typed. */
const groundOf = ({ programme, paperNumber, paperDate, reason }: ExemptionRow) =>
  [programme, paperNumber === '' ? '' : formatRegistryNumber(paperNumber, paperDate), reason]
    .filter((part) => part !== '')
    .join(', ')

/** Who is at work and gives help, with what each is through and lacks. */
export function dueRows(db: Db, today: string): DueListRow[] {
  const months = dueMonths(db, today)
  const attended: Record<DueKind, Map<string, CivilDate>> = {
    training: attendedOn(db, 'training', today),
    supervision: attendedOn(db, 'supervision', today),
    psychological: attendedOn(db, 'psychological', today),
  }
  const mentorMonths = settingValue(db, 'mentorMonths', today)
  const exemptions = Map.groupBy(listExemptions(db), ({ personId }) => personId)
  const running = listMentorships(db).filter(
    ({ fromDate, toDate }) => fromDate <= today && today <= toDate,
  )
  const mentors = new Map(running.map((one) => [one.personId, one]))
  const names = namesOfPeople(db, [...new Set(running.map(({ mentorId }) => mentorId))])
  return atWork(db, today)
    .filter(({ givesHelp }) => givesHelp)
    .map(({ personId, name, position, startDate }) => {
      const own = exemptions.get(personId) ?? []
      const on = Object.fromEntries(
        dueKinds.flatMap((kind) => {
          const day = attended[kind].get(personId)
          return day === undefined ? [] : [[kind, day] as const]
        }),
      )
      const known: Attended = { on, exempt: own.map(({ kind }) => kind) }
      const mentor = mentors.get(personId)
      const mentorNames = mentor && names.get(mentor.mentorId)
      return {
        personId,
        name,
        position,
        since: startDate,
        through: throughOf(known, months),
        exemption: own.length === 0 ? null : own.map(groundOf).join('; '),
        isNew: today < addMonths(startDate, mentorMonths),
        mentor:
          mentor && mentorNames
            ? `${formatFullName(mentorNames)}, ${formatDate(mentor.toDate)}`
            : null,
      }
    })
}

export const trainingDueSource = shortList<DueListRow>({
  all: ({ db, today }) => dueRows(db, today),
  id: (row) => row.personId,
  inView: ({ through, exemption, isNew, mentor }, view) => {
    const open = lacking(through)
    if (view === 'lacking') return open.length > 0
    if (view === 'exempt') return exemption !== null
    if (view === 'withoutMentor') return isNew && mentor === null
    return view === 'all' || open.some((kind) => kind === view)
  },
  words: ({ name, position }) => [name, position],
  orders: {
    name: ({ name }) => [name],
    position: ({ position, name }) => [position, name],
    since: ({ since, name }) => [since, name],
  },
})
