import { and, eq, gt, inArray, lte, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { contracts } from '#db/schema/contracts.ts'
import { agreedStatuses } from '#domain/contracts/days.ts'
import type { ShownContractStatus } from '#domain/contracts/schema.ts'

/** `lastDayOf` of domain/contracts, asked of the database. */
export const lastDay = sql<string>`coalesce(${contracts.endedOn}, ${contracts.endDate})`

const notOver = (date: string) => sql`${lastDay} >= ${date}`
const begun = (date: string) => lte(contracts.startDate, date)

/** `inForceOn` of domain/contracts. */
export function inForce(date: string): SQL | undefined {
  return and(inArray(contracts.status, [...agreedStatuses]), begun(date), notOver(date))
}

const termRunsOn = (date: string) =>
  and(notOver(date), sql`${lastDay} >= ${contracts.startDate}`) ?? sql`true`

/** `contractStatusOn` of domain/contracts: those that are shown so on a day. */
export function shownAs(shown: ShownContractStatus, date: string): SQL | undefined {
  const stored = (status: 'signed' | 'suspended') => eq(contracts.status, status)
  switch (shown) {
    case 'signed':
      return and(stored('signed'), gt(contracts.startDate, date), notOver(date))
    case 'inForce':
      return and(stored('signed'), begun(date), notOver(date), lte(contracts.annexes, 0))
    case 'annexed':
      return and(stored('signed'), begun(date), notOver(date), gt(contracts.annexes, 0))
    case 'suspended':
      return and(stored('suspended'), notOver(date))
    case 'expired':
      return and(inArray(contracts.status, ['signed', 'suspended']), not(notOver(date)))
    case 'ending':
      return and(eq(contracts.status, 'terminated'), termRunsOn(date))
    case 'terminated':
      return and(eq(contracts.status, 'terminated'), not(termRunsOn(date)))
    case 'draft':
    case 'issued':
    case 'outForSignature':
    case 'annulled':
      return eq(contracts.status, shown)
  }
}

/** Those that are shown as one of these. */
export const shownAsOne = (shown: readonly ShownContractStatus[], date: string) =>
  or(...shown.map((one) => shownAs(one, date)))
