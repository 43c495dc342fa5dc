import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { employeeViews, type EmployeeListRow, type EmployeesView } from '#domain/employees/list.ts'
import { dayFrom, fromDays, mayTake } from '#domain/employees/pool.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import { sortKey } from '#domain/text/sort-key.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'
import { shortList } from '../kernel/short-list.ts'
import { endingOf } from './ending.ts'
import { teamOn, type TeamMember } from './team.ts'
import { learntOf } from './trainings.ts'

function inView({ state, help, deathDate }: TeamMember, view: EmployeesView): boolean {
  switch (view) {
    case 'all':
      return true
    case 'assistants':
      return state === 'working' && help !== null
    case 'canTake':
      return deathDate === null && (help?.freePerDay ?? 0) > 0
    case 'coming':
      return state === 'coming'
    case 'over':
      return state === 'over'
  }
}

const viewOf = (view: string): EmployeesView => employeeViews.find((one) => one === view) ?? 'all'

/** „Може да поеме“: where, how long a day, with a car, over stairs. */
function passes(member: TeamMember, filters: AskedList['filters']): boolean {
  const { application, help, settlement } = member
  return mayTake(
    {
      villages: application?.villages ?? [],
      hasCar: application?.hasCar ?? null,
      climbsStairs: application?.climbsStairs ?? null,
      settlement,
      freePerDay: help?.freePerDay ?? 0,
    },
    {
      village: filters['village'] ?? '',
      minutesPerDay: Number(filters['minutes'] ?? 0),
      car: filters['car'] === 'yes',
      stairs: filters['stairs'] === 'yes',
    },
  )
}

/** The day on which hours are counted: that of the question, or today. */
function dayOf({ filters }: AskedList, today: CivilDate): CivilDate {
  const from = fromDays.find((one) => one === filters['from'])
  return from ? dayFrom(from, today) : today
}

/** People of the day that is asked for. */
const askedPool = (asked: AskedList) =>
  shortList<TeamMember>({
    all: ({ db, today }) => teamOn(db, { today, day: dayOf(asked, today) }),
    id: ({ personId }) => personId,
    inView: (member, view) => inView(member, viewOf(view)),
    passes,
    words: ({ name, settlement, position }) => [name, settlement, position],
    orders: {
      name: ({ name }) => [name],
      position: ({ position, name }) => [position, name],
      helped: ({ help, name }) => [help?.people ?? null, name],
      freePerDay: ({ help, name }) => [help?.freePerDay ?? null, name],
    },
  })

const rowOf = (
  member: TeamMember,
  learnt: Pick<EmployeeListRow, 'training' | 'supervision'>,
  { roles, today }: ListCall,
): EmployeeListRow => ({
  id: member.personId,
  personId: member.personId,
  name: member.name,
  position: member.position,
  minutesPerDay: member.minutesPerDay,
  helped: member.help?.people ?? null,
  freePerDay: member.help?.freePerDay ?? null,
  assignedMinutes: member.help?.load.assigned ?? null,
  normMinutes: member.help?.load.norm ?? null,
  ...learnt,
  endsOn: endingOf(member, roles, today)[0]?.until ?? null,
  state: member.state,
})

/** Places where somebody of the team lives or offered to work, in the order of the alphabet. */
function villagesOf({ db, today }: ListCall) {
  const named = teamOn(db, { today })
    .flatMap(({ settlement, application }) => [settlement, ...(application?.villages ?? [])])
    .map((village) => [normaliseForSearch(village), village] as const)
  return [...new Map(named.toReversed()).values()]
    .map((village) => ({ id: village, text: village, key: sortKey(village) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id, text }) => ({ id, text }))
}

export const employeesSource: ListSource<EmployeeListRow> = {
  rows: (call, asked, window) => {
    const members = askedPool(asked).rows(call, asked, window)
    const learnt = learntOf(call.db, call.roles, members, call.today)
    return members.map((member) => rowOf(member, learnt(member), call))
  },
  count: (call, asked) => askedPool(asked).count(call, asked),
  viewCounts: ({ db, today }) => {
    const team = teamOn(db, { today })
    return Object.fromEntries(
      employeeViews.map((view) => [view, team.filter((one) => inView(one, view)).length]),
    )
  },
  options: { village: villagesOf },
}
