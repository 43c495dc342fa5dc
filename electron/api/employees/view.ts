import { can } from '#domain/accounts/permissions.ts'
import { monthOf, type CivilDate } from '#domain/calendar/civil-date.ts'
import { formatSettlement } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { peopleCards } from '#db/queries/expiring.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { personLine } from '../contracts/view.ts'
import { linesOf } from '../employments/view.ts'
import { endingOf } from './ending.ts'
import type { TeamMember } from './team.ts'
import { eventCount, toldTrainings } from './trainings.ts'

/** What they offered when they applied, for who may read applications of candidates. */
function offerOf({ application }: TeamMember, actor: Session) {
  if (!application || application.papersGoneOn !== null) return null
  if (!can(actor.roles, 'candidates.read')) return null
  const { id, weekdays, dailyMinutes, villages, hasCar, climbsStairs, refusedActs } = application
  return { id, weekdays, dailyMinutes, villages, hasCar, climbsStairs, refusedActs }
}

/** Somebody of the team as their page shows them to this role. */
export function employeeView(db: Db, actor: Session, member: TeamMember, today: CivilDate) {
  const { personId } = member
  const card = peopleCards(db, [personId]).get(personId)
  const rows = member.contracts.map(({ employment }) => employment).toReversed()
  return {
    person: {
      ...personLine(db, personId),
      settlement: card ? formatSettlement(card) : '',
      phone: card?.phone ?? null,
    },
    state: member.state,
    position: member.position,
    minutesPerDay: member.minutesPerDay,
    month: monthOf(today),
    help: member.help,
    contracts: linesOf(db, rows, today),
    offer: offerOf(member, actor),
    trainings: toldTrainings(member.application),
    events: eventCount(db, actor.roles, personId),
    ending: endingOf(member, actor.roles, today),
  }
}
