import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { throughOf, type Through } from '#domain/events/due.ts'
import type { Db } from '#db/connection.ts'
import { eventsOfPerson } from '#db/queries/events.ts'
import { listExemptions } from '#db/queries/events-exempt.ts'
import type { CandidacyRow } from '#db/schema/candidates.ts'
import { attendedOn, dueMonths } from '../events/due-source.ts'
import type { TeamMember } from './team.ts'

/** One training that somebody told of. */
interface ToldTraining {
  name: string
  date: CivilDate | null
  certificateNumber: string
}

/** What somebody brought with their application, the latest first. */
export function toldTrainings(application: CandidacyRow | undefined): ToldTraining[] {
  const told = application?.trainings ?? []
  return told.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
}

/** In how many events of the office they are; nothing of it to who may not read of events. */
export const eventCount = (db: Db, roles: readonly Role[], personId: string): number =>
  can(roles, 'events.read') ? eventsOfPerson(db, personId).length : 0

type Learnt = Record<'training' | 'supervision', Through | null>
const untold: Learnt = { training: null, supervision: null }

/**
 * How these members stand with training and supervision, by the same rules as „Кой не е минал“: one
 * question each, however many they are. Nothing of it to who may not read of events.
 */
export function learntOf(
  db: Db,
  roles: readonly Role[],
  members: readonly TeamMember[],
  today: CivilDate,
): (member: TeamMember) => Learnt {
  if (!can(roles, 'events.read') || members.length === 0) return () => untold
  const ids = members.map(({ personId }) => personId)
  const months = dueMonths(db, today)
  const trained = attendedOn(db, 'training', today, ids)
  const supervised = attendedOn(db, 'supervision', today, ids)
  const exemptions = Map.groupBy(listExemptions(db, ids), ({ personId }) => personId)
  return ({ personId, help }) => {
    const training = trained.get(personId)
    const supervision = supervised.get(personId)
    const through = throughOf(
      {
        on: {
          ...(training === undefined ? {} : { training }),
          ...(supervision === undefined ? {} : { supervision }),
        },
        exempt: (exemptions.get(personId) ?? []).map(({ kind }) => kind),
      },
      months,
    )
    // Asked of who gives help; of whoever else only what there was is told.
    const told = (own: Through) => (own.state === 'lacking' && help === null ? null : own)
    return { training: told(through.training), supervision: told(through.supervision) }
  }
}
