import { responsibleFilter } from '#domain/applications/responsible-filter.ts'
import { listOf } from '#domain/lists/shape.ts'
import type { PaperStatus } from '#domain/papers/schema.ts'
import type { ShownContractStatus } from './schema.ts'

export interface ContractListRow {
  id: string
  personId: string
  /** „Георгиев, Иван Петров“ */
  name: string
  number: string | null
  contractDate: string
  startDate: string
  /** Last day of the term, or the day on which it ended earlier. */
  endDate: string
  minutesPerMonth: number
  /** Their names. */
  assistants: string[]
  status: ShownContractStatus
  paper: PaperStatus | null
  /** Who answers for the case; null: nobody. */
  responsible: string | null
}

/** Parts of the list by state and by expiry. */
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

export const contractsList = listOf<ContractListRow>()({
  id: 'contracts',
  title: 'contracts:title',
  count: 'contracts:count',
  permission: 'contracts.read',
  views: contractViews.map((id) => ({ id, label: `contracts:view.${id}` })),
  filters: [
    responsibleFilter,
    {
      id: 'project',
      label: 'contracts:filter.project',
      any: 'contracts:filter.anyProject',
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'contracts:field.person',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: 'contracts:column.number',
      kind: 'text',
      value: (row) => row.number,
      width: 56,
      sorts: true,
    },
    {
      id: 'contractDate',
      label: 'contracts:column.date',
      kind: 'date',
      value: (row) => row.contractDate,
      width: 106,
      sorts: true,
    },
    {
      id: 'assistants',
      label: 'contracts:field.assistantsShown',
      kind: 'text',
      value: (row) => row.assistants.join(', '),
      width: 104,
    },
    {
      id: 'startDate',
      label: 'contracts:column.from',
      kind: 'date',
      value: (row) => row.startDate,
      width: 104,
    },
    {
      id: 'endDate',
      label: 'contracts:column.until',
      kind: 'date',
      value: (row) => row.endDate,
      width: 104,
      sorts: true,
    },
    {
      id: 'minutesPerMonth',
      label: 'contracts:column.hours',
      kind: 'minutes',
      value: (row) => row.minutesPerMonth,
      width: 66,
      align: 'end',
    },
    {
      id: 'status',
      label: 'contracts:field.status',
      kind: 'word',
      value: (row) => ({ key: `contracts:status.${row.status}` }),
      width: 142,
    },
    {
      id: 'paper',
      label: 'contracts:field.paper',
      kind: 'word',
      value: (row) => (row.paper === null ? null : { key: `papers:status.${row.paper}` }),
      width: 156,
    },
    {
      id: 'responsible',
      label: 'applications:column.responsible',
      kind: 'text',
      value: (row) => row.responsible,
      width: 118,
    },
  ],
  order: { by: 'contractDate', descending: true },
  rowId: (row) => row.id,
})
