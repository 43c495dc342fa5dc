import { listOf } from '#domain/lists/shape.ts'
import type { AssignmentRole, AssignmentState } from './schema.ts'

export interface AssignmentListRow {
  id: string
  /** Who is helped. */
  personId: string
  name: string
  applicationId: string
  employmentId: string
  assistantId: string
  assistant: string
  role: AssignmentRole
  fromDate: string
  toDate: string | null
  minutesPerMonth: number
  state: AssignmentState
}

export const assignmentViews = ['all', 'running', 'planned', 'ending', 'ended', 'voided'] as const
export type AssignmentsView = (typeof assignmentViews)[number]

export const assignmentsList = listOf<AssignmentListRow>()({
  id: 'assignments',
  title: 'assignments:title',
  count: 'assignments:count',
  permission: 'assignments.read',
  views: assignmentViews.map((id) => ({ id, label: `assignments:view.${id}` })),
  filters: [
    {
      id: 'role',
      label: 'assignments:field.role',
      any: 'assignments:anyRole',
      options: [
        { id: 'titular', label: 'assignments:role.titular' },
        { id: 'substitute', label: 'assignments:role.substitute' },
      ],
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'assignments:column.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'assistant',
      label: 'assignments:column.assistant',
      kind: 'text',
      value: (row) => row.assistant,
      width: 212,
      sorts: true,
    },
    {
      id: 'role',
      label: 'assignments:field.role',
      kind: 'word',
      value: (row) => ({ key: `assignments:role.${row.role}` }),
      width: 100,
    },
    {
      id: 'fromDate',
      label: 'assignments:column.from',
      kind: 'date',
      value: (row) => row.fromDate,
      width: 102,
      sorts: true,
    },
    {
      id: 'toDate',
      label: 'assignments:column.until',
      kind: 'date',
      value: (row) => row.toDate,
      width: 102,
      sorts: true,
    },
    {
      id: 'minutesPerMonth',
      label: 'assignments:column.hours',
      kind: 'minutes',
      value: (row) => row.minutesPerMonth,
      width: 90,
      align: 'end',
    },
    {
      id: 'state',
      label: 'assignments:column.state',
      kind: 'word',
      value: (row) => ({ key: `assignments:state.${row.state}` }),
      width: 124,
    },
  ],
  order: { by: 'fromDate', descending: true },
  rowId: (row) => row.id,
})
