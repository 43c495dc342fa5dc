import { responsibleFilter } from '#domain/applications/responsible-filter.ts'
import { listOf } from '#domain/lists/shape.ts'
import { assessmentStatuses, type AssessmentStatus } from './schema.ts'

export interface AssessmentListRow {
  id: string
  applicationId: string
  personId: string
  /** „Георгиев, Иван Петров“ */
  name: string
  settlement: string
  number: string | null
  assessmentDate: string | null
  visitDate: string | null
  status: AssessmentStatus
  total: number | null
  degree: string | null
  computedMinutes: number | null
  grantedMinutes: number | null
  /** Who answers for the case; null: nobody. */
  responsible: string | null
}

export const assessmentsList = listOf<AssessmentListRow>()({
  id: 'assessments',
  title: 'assessments:title',
  count: 'assessments:count',
  permission: 'assessments.read',
  views: [
    { id: 'all', label: 'assessments:allStatuses' },
    ...assessmentStatuses.map((id) => ({ id, label: `assessments:status.${id}` })),
  ],
  filters: [responsibleFilter],
  columns: [
    {
      id: 'name',
      label: 'assessments:columns.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'settlement',
      label: 'assessments:columns.settlement',
      kind: 'text',
      value: (row) => row.settlement,
      width: 150,
    },
    {
      id: 'number',
      label: 'assessments:columns.number',
      kind: 'text',
      value: (row) => row.number,
      width: 100,
    },
    {
      id: 'assessmentDate',
      label: 'assessments:columns.date',
      kind: 'date',
      value: (row) => row.assessmentDate ?? row.visitDate,
      width: 120,
      sorts: true,
    },
    {
      id: 'status',
      label: 'assessments:field.status',
      kind: 'word',
      value: (row) => ({ key: `assessments:status.${row.status}` }),
      width: 210,
    },
    {
      id: 'total',
      label: 'assessments:field.total',
      kind: 'number',
      value: (row) => row.total,
      width: 80,
      align: 'end',
      sorts: true,
    },
    {
      id: 'degree',
      label: 'assessments:field.degree',
      kind: 'text',
      value: (row) => row.degree,
      width: 84,
    },
    {
      id: 'minutes',
      label: 'assessments:columns.hours',
      kind: 'minutes',
      value: (row) => row.grantedMinutes ?? row.computedMinutes,
      width: 88,
      align: 'end',
    },
    {
      id: 'responsible',
      label: 'applications:column.responsible',
      kind: 'text',
      value: (row) => row.responsible,
      width: 118,
    },
  ],
  order: { by: 'assessmentDate', descending: true },
  rowId: (row) => row.id,
})
