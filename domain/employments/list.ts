import { listOf } from '#domain/lists/shape.ts'
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
    {
      id: 'project',
      label: 'employments:field.projectId',
      any: 'employments:anyProject',
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
      width: 132,
    },
    {
      id: 'kind',
      label: 'employments:column.kind',
      kind: 'word',
      value: (row) => ({ key: `employments:kindShort.${row.kind}` }),
      width: 70,
    },
    {
      id: 'number',
      label: 'employments:column.number',
      kind: 'text',
      value: (row) => row.number,
      width: 64,
      sorts: true,
    },
    {
      id: 'contractDate',
      label: 'employments:column.date',
      kind: 'date',
      value: (row) => row.contractDate,
      width: 102,
      sorts: true,
    },
    {
      id: 'startDate',
      label: 'employments:column.from',
      kind: 'date',
      value: (row) => row.startDate,
      width: 100,
    },
    {
      id: 'lastDay',
      label: 'employments:column.until',
      kind: 'date',
      value: (row) => row.lastDay,
      width: 100,
      sorts: true,
    },
    {
      id: 'minutesPerDay',
      label: 'employments:column.hours',
      kind: 'minutes',
      value: (row) => row.minutesPerDay,
      width: 66,
      align: 'end',
    },
    {
      id: 'basePayCents',
      label: 'employments:column.pay',
      kind: 'cents',
      value: (row) => row.basePayCents,
      width: 82,
      align: 'end',
      permission: 'employments.readPay',
    },
    {
      id: 'status',
      label: 'employments:column.status',
      kind: 'word',
      value: (row) => ({ key: `employments:status.${row.status}` }),
      width: 140,
    },
  ],
  order: { by: 'contractDate', descending: true },
  rowId: (row) => row.id,
})
