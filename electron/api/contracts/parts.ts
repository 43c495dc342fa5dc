import { addDays } from '#domain/calendar/civil-date.ts'
import type { ContractFilter } from '#db/queries/contracts.ts'

/** Parts of the list, each with the count of what it shows. */
export const contractViews = [
  'all',
  'draft',
  'toSign',
  'running',
  'ending',
  'expired',
  'terminated',
  'annulled',
] as const
export type ContractsView = (typeof contractViews)[number]

/** Days ahead in which the end of a contract is worth knowing. */
const soonDays = 30

/** What a part of the list holds on a day. */
export function filterOf(view: ContractsView, today: string): ContractFilter {
  switch (view) {
    case 'all':
      return {}
    case 'draft':
      return { statuses: ['draft'] }
    case 'toSign':
      return { statuses: ['issued', 'outForSignature'] }
    case 'running':
      return { inForceOn: today }
    case 'ending':
      return {
        statuses: ['signed', 'suspended'],
        endsFrom: today,
        endsBy: addDays(today, soonDays),
      }
    case 'expired':
      return { statuses: ['signed', 'suspended'], endsBy: addDays(today, -1) }
    case 'terminated':
      return { statuses: ['terminated'] }
    case 'annulled':
      return { statuses: ['annulled'] }
  }
}
