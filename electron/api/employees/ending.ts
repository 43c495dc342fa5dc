import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { expiringDays, type ExpiringKind } from '#domain/expiring/list.ts'
import { employmentStatusOn } from '#domain/employments/days.ts'
import type { TeamMember } from './team.ts'

/** Something of somebody's work that ends. */
interface Ending {
  kind: ExpiringKind
  until: CivilDate
}

/** What ends within the days of „Изтича“ or has ended, the most urgent first, as far as the role may know. */
export function endingOf(member: TeamMember, roles: readonly Role[], today: CivilDate): Ending[] {
  const [person] = member.contracts
  const last = addDays(today, expiringDays)
  const terms = member.contracts.flatMap(({ employment }): Ending[] => {
    const runs = ['inForce', 'ending', 'suspended'].includes(employmentStatusOn(employment, today))
    return runs && employment.lastDay !== null
      ? [{ kind: 'employment', until: employment.lastDay }]
      : []
  })
  const card = person && !person.idCardNoExpiry ? person.idCardValidUntil : null
  const cards: Ending[] =
    card !== null && member.state !== 'over' && can(roles, 'people.write')
      ? [{ kind: 'idCard', until: card }]
      : []
  return [...terms, ...cards]
    .filter(({ until }) => until <= last)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1))
}
