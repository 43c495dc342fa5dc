import { listOf } from '#domain/lists/shape.ts'
import type { PaperStatus } from '#domain/papers/schema.ts'
import type { EmploymentKind, ShownEmploymentStatus } from './schema.ts'

export interface EmploymentListRow {
  id: string
  personId: string
  name: string
  kind: EmploymentKind
  /** Name of the position. */
  position: string
  number: string | null
  contractDate: string
  startDate: string
  lastDay: string | null
  /** As they are on the day of the list. */
  minutesPerDay: number | null
  /** Null for who may not see what somebody is paid. */
  basePayCents: number | null
  status: ShownEmploymentStatus
  paper: PaperStatus | null
}

export const employmentViews = [
  'all',
  'draft',
  'toSign',
  'running',
  'ending',
  'suspended',
  'ended',
  'annulled',
] as const
export type EmploymentsView = (typeof employmentViews)[number]

export const employmentsList = listOf<EmploymentListRow>()({
  id: 'employments',
  title: 'employments:title',
  count: 'employments:count',
  permission: 'employments.read',
  views: employmentViews.map((id) => ({ id, label: `employments:view.${id}` })),
  filters: [
    {
      id: 'position',
      label: 'employments:field.positionId',
      any: 'employments:anyPosition',
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'employments:column.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'position',
      label: 'employments:field.positionId',
      kind: 'text',
      value: (row) => row.position,
      width: 150,
    },
    {
      id: 'kind',
      label: 'employments:field.kind',
      kind: 'word',
      value: (row) => ({ key: `employments:kindShort.${row.kind}` }),
      width: 84,
    },
    {
      id: 'number',
      label: 'employments:column.number',
      kind: 'text',
      value: (row) => row.number,
      width: 72,
      sorts: true,
    },
    {
      id: 'contractDate',
      label: 'employments:column.date',
      kind: 'date',
      value: (row) => row.contractDate,
      width: 106,
      sorts: true,
    },
    {
      id: 'startDate',
      label: 'employments:column.from',
      kind: 'date',
      value: (row) => row.startDate,
      width: 104,
    },
    {
      id: 'lastDay',
      label: 'employments:column.until',
      kind: 'date',
      value: (row) => row.lastDay,
      width: 104,
      sorts: true,
    },
    {
      id: 'minutesPerDay',
      label: 'employments:column.hours',
      kind: 'minutes',
      value: (row) => row.minutesPerDay,
      width: 72,
      align: 'end',
    },
    {
      id: 'basePayCents',
      label: 'employments:column.pay',
      kind: 'cents',
      value: (row) => row.basePayCents,
      width: 96,
      align: 'end',
      permission: 'employments.readPay',
    },
    {
      id: 'status',
      label: 'employments:column.status',
      kind: 'word',
      value: (row) => ({ key: `employments:status.${row.status}` }),
      width: 142,
    },
    {
      id: 'paper',
      label: 'employments:column.paper',
      kind: 'word',
      value: (row) => (row.paper === null ? null : { key: `papers:status.${row.paper}` }),
      width: 150,
    },
  ],
  order: { by: 'contractDate', descending: true },
  rowId: (row) => row.id,
})
