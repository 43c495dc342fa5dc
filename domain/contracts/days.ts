import type { ApplicationState, ShownApplicationState } from '#domain/applications/schema.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { overStatuses, type ContractStatus, type ShownContractStatus } from './schema.ts'

/** What decides by day whether a contract is in force. */
export interface ContractDays {
  status: ContractStatus
  startDate: CivilDate
  /** Last day of the term. */
  endDate: CivilDate
  /** Last day, once terminated. */
  endedOn: CivilDate | null
}

/** Signed by both sides, whatever came after. */
export const agreedStatuses: readonly ContractStatus[] = ['signed', 'suspended', 'terminated']

/** Its last day: of the term, or the one on which it was ended earlier. */
export function lastDayOf({ endDate, endedOn }: Pick<ContractDays, 'endDate' | 'endedOn'>) {
  return endedOn ?? endDate
}

/** Ended before its first day: there is no day on which it runs. */
function neverRuns(contract: Omit<ContractDays, 'status'>): boolean {
  return lastDayOf(contract) < contract.startDate
}

/**
 * „В сила“ on a day: from the first to the last day, both included. This is the one rule; questions to
 * the database ask the same by `db/queries/contract-days.ts`, and a test holds the two together.
 */
export function inForceOn(contract: ContractDays, date: CivilDate): boolean {
  return (
    agreedStatuses.includes(contract.status) &&
    contract.startDate <= date &&
    date <= lastDayOf(contract)
  )
}

/** Whether two contracts run on one and the same day. */
export function runTogether(
  a: Omit<ContractDays, 'status'>,
  b: Omit<ContractDays, 'status'>,
): boolean {
  if (neverRuns(a) || neverRuns(b)) return false
  return a.startDate <= lastDayOf(b) && b.startDate <= lastDayOf(a)
}

/**
 * What is shown on a day: signed runs from its first day, is changed by annexes, runs out after its last
 * day, and what was terminated still runs on the day on which it ends.
 */
export function contractStatusOn(
  contract: ContractDays & { annexes: number },
  date: CivilDate,
): ShownContractStatus {
  const { status } = contract
  if (!agreedStatuses.includes(status)) return status
  const over = date > lastDayOf(contract)
  if (status === 'terminated') return over || neverRuns(contract) ? 'terminated' : 'ending'
  if (over) return 'expired'
  if (status === 'suspended') return 'suspended'
  if (date < contract.startDate) return 'signed'
  return contract.annexes > 0 ? 'annexed' : 'inForce'
}

/**
 * What is shown of an application on a day: „С договор“ lasts as long as one of its contracts runs, begins or
 * is being made; afterwards it stands in the way of no other application.
 */
export function applicationStateOn(
  state: ApplicationState,
  contracts: readonly ShownContractStatus[],
): ShownApplicationState {
  const over = contracts.length > 0 && contracts.every((one) => overStatuses.includes(one))
  return state === 'withContract' && over ? 'contractExpired' : state
}
