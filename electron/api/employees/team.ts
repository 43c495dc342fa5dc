import { monthOf, type CivilDate } from '#domain/calendar/civil-date.ts'
import { workingDaysOfMonth } from '#domain/calendar/working-days.ts'
import { freePerDay, monthNorm, together, type Load } from '#domain/employees/capacity.ts'
import { employeeStateOf, type EmployeeState } from '#domain/employees/states.ts'
import { employmentStatusOn, inForceOn, termsOn } from '#domain/employments/days.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { assignedMinutesOn } from '#db/queries/assignments.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import {
  applicationsOfTeam,
  contractsOfTeam,
  helpedOn,
  type TeamApplication,
  type TeamContract,
} from '#db/queries/employees.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { annexesOf } from '#db/queries/employments.ts'

/** Somebody of the team, with what the office knows of their work on a day. */
export interface TeamMember {
  personId: string
  name: string
  deathDate: CivilDate | null
  settlement: string
  /** Contracts that are not annulled, the oldest first. */
  contracts: TeamContract[]
  position: string
  state: EmployeeState
  minutesPerDay: number | null
  /** Of the contracts that give help; null: none does. */
  help: { people: number; load: Load; freePerDay: number } | null
  /** What they told of themselves when they applied. */
  application: TeamApplication | undefined
}

/**
 * Everybody who works for the office, as it is on `day`; how they stand to it is told for `today`.
 * Of one person where one is named.
 */
export function teamOn(
  db: Db,
  { today, day = today, personId }: { today: CivilDate; day?: CivilDate; personId?: string },
): TeamMember[] {
  const rows = contractsOfTeam(db, personId)
  const annexes = annexesOf(
    db,
    rows.map(({ employment }) => employment.id),
  )
  const positions = new Map(catalogueOf(db, 'position').map((entry) => [entry.id, entry]))
  const days = workingDaysOfMonth(monthOf(day), listOwnDays(db)).length
  const people = helpedOn(db, day)
  const assigned = assignedMinutesOn(db, day)
  const owners = Map.groupBy(rows, ({ employment }) => employment.personId)
  const applications = applicationsOfTeam(db, [...owners.keys()])
  const minutesOf = ({ employment }: TeamContract) =>
    termsOn(employment, annexes.get(employment.id) ?? [], day).minutesPerDay
  const loadOf = (contract: TeamContract): Load => ({
    norm: monthNorm(minutesOf(contract), days),
    assigned: assigned.get(contract.employment.id) ?? 0,
  })

  function member([id, contracts]: [string, TeamContract[]]): TeamMember[] {
    const [first] = contracts
    const state = employeeStateOf(
      contracts.map(({ employment }) => employmentStatusOn(employment, today)),
    )
    if (!first || state === null) return []
    const worked = contracts.filter(
      ({ employment }) => employment.status !== 'suspended' && inForceOn(employment, day),
    )
    const told = worked.length > 0 ? worked : contracts
    const helping = worked.filter(
      ({ employment }) => positions.get(employment.positionId)?.givesHelp === true,
    )
    const loads = helping.map(loadOf)
    const timed = worked.flatMap((contract) => minutesOf(contract) ?? [])
    return [
      {
        personId: id,
        name: formatSurnameFirst(first),
        deathDate: first.deathDate,
        settlement: first.settlement,
        contracts,
        position: [
          ...new Set(
            told.map(({ employment }) => positions.get(employment.positionId)?.name ?? ''),
          ),
        ].join(', '),
        state,
        minutesPerDay: timed.length === 0 ? null : timed.reduce((sum, own) => sum + own, 0),
        help:
          helping.length === 0
            ? null
            : {
                people: helping.reduce(
                  (sum, { employment }) => sum + (people.get(employment.id) ?? 0),
                  0,
                ),
                load: together(loads),
                // Help is given under one contract: what is left of two does not add up.
                freePerDay: Math.max(...loads.map((load) => freePerDay(load, days))),
              },
        application: applications.get(id),
      },
    ]
  }
  return [...owners].flatMap(member)
}
