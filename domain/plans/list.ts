import { responsibleFilter } from '#domain/applications/responsible-filter.ts'
import { listOf } from '#domain/lists/shape.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { planStatuses, type PlanStatus } from './schema.ts'

export interface PlanListRow {
  id: string
  personId: string
  firstName: string
  middleName: string | null
  lastName: string | null
  settlementKind: 'town' | 'village'
  settlement: string
  number: string | null
  status: PlanStatus
  revision: number
  validFrom: string
  nextReviewDate: string | null
  /** Whether the service helps today: else nobody owes the review. */
  helped: boolean
  grantedMinutes: number
  minMinutes: number
  maxMinutes: number
  /** Who answers for the case; null: nobody. */
  responsible: string | null
}

export const plansList = listOf<PlanListRow>()({
  id: 'plans',
  title: 'plans:title',
  count: 'plans:count',
  permission: 'plans.read',
  views: [
    { id: 'all', label: 'plans:filter.anyStatus' },
    ...planStatuses.map((id) => ({ id, label: `plans:status.${id}` })),
    { id: 'reviewDue', label: 'plans:filter.reviewDue' },
  ],
  filters: [
    {
      id: 'settlement',
      label: 'plans:column.settlement',
      any: 'plans:filter.anySettlement',
    },
    responsibleFilter,
  ],
  columns: [
    {
      id: 'name',
      label: 'plans:column.name',
      kind: 'text',
      value: formatSurnameFirst,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: 'plans:field.number',
      kind: 'text',
      value: (row) => row.number,
      width: 76,
    },
    {
      id: 'status',
      label: 'plans:field.status',
      kind: 'word',
      value: (row) => ({ key: `plans:status.${row.status}` }),
      width: 112,
    },
    {
      id: 'revision',
      label: 'plans:column.version',
      kind: 'number',
      value: (row) => row.revision,
      width: 62,
      align: 'end',
    },
    {
      id: 'validFrom',
      label: 'plans:field.validFrom',
      kind: 'date',
      value: (row) => row.validFrom,
      width: 106,
      sorts: true,
    },
    {
      id: 'nextReviewDate',
      label: 'plans:column.review',
      kind: 'date',
      // A plan that another one followed is reviewed no more.
      value: (row) => (row.status === 'superseded' ? null : row.nextReviewDate),
      width: 124,
      sorts: true,
    },
    {
      id: 'grantedMinutes',
      label: 'plans:column.granted',
      kind: 'minutes',
      value: (row) => row.grantedMinutes,
      width: 70,
      align: 'end',
    },
    {
      id: 'minMinutes',
      label: 'plans:column.least',
      kind: 'minutes',
      value: (row) => row.minMinutes,
      width: 84,
      align: 'end',
    },
    {
      id: 'maxMinutes',
      label: 'plans:column.most',
      kind: 'minutes',
      value: (row) => row.maxMinutes,
      width: 88,
      align: 'end',
    },
    {
      id: 'settlement',
      label: 'plans:column.settlement',
      kind: 'text',
      value: formatSettlement,
      width: 118,
    },
    {
      id: 'responsible',
      label: 'applications:column.responsible',
      kind: 'text',
      value: (row) => row.responsible,
      width: 118,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.id,
})
