import { listOf, type Wording } from '#domain/lists/shape.ts'
import { formatMonthOrDay } from '#domain/text/month-or-day.ts'
import { projectStates, totalInEuro, type ProjectState } from './rules.ts'
import type { ProjectData } from './schema.ts'

export interface ProjectListRow {
  id: string
  version: number
  data: ProjectData
  state: ProjectState
}

/** „02.2016 г. – 29.02.2016 г.“, „до 29.02.2016 г.“; null when neither end is known. */
export function projectPeriod({
  startsOn,
  endsOn,
}: Pick<ProjectData, 'startsOn' | 'endsOn'>): Wording | null {
  const from = startsOn === null ? '' : formatMonthOrDay(startsOn)
  const to = endsOn === null ? '' : formatMonthOrDay(endsOn)
  if (startsOn === null && endsOn === null) return null
  const known = startsOn === null ? 'to' : endsOn === null ? 'from' : 'both'
  return { key: `projects:period.${known}`, params: { from, to } }
}

export const projectsList = listOf<ProjectListRow>()({
  id: 'projects',
  title: 'projects:title',
  count: 'projects:count',
  permission: 'projects.read',
  ofTheHouse: true,
  views: [
    { id: 'all', label: 'projects:views.all' },
    ...projectStates.map((id) => ({ id, label: `projects:state.${id}` })),
  ],
  filters: [],
  columns: [
    {
      id: 'name',
      label: 'projects:project',
      kind: 'text',
      value: ({ data }) => data.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'municipality',
      label: 'projects:field.municipality',
      kind: 'text',
      value: ({ data }) => data.municipality,
      width: 120,
      sorts: true,
    },
    {
      id: 'totalCents',
      label: 'projects:field.total',
      kind: 'cents',
      value: ({ data: { total } }) => (total === null ? null : (totalInEuro(total) ?? total.cents)),
      width: 120,
      align: 'end',
      sorts: true,
    },
    {
      id: 'period',
      label: 'projects:listed.period',
      kind: 'word',
      value: ({ data }) => projectPeriod(data),
      width: 196,
    },
    {
      id: 'state',
      label: 'projects:listed.state',
      kind: 'word',
      value: (row) => ({ key: `projects:state.${row.state}` }),
      width: 184,
    },
    {
      id: 'contractNumber',
      label: 'projects:listed.contractNumber',
      kind: 'text',
      value: ({ data }) => data.contractNumber,
      width: 190,
    },
    {
      id: 'procedure',
      label: 'projects:listed.procedure',
      kind: 'text',
      value: ({ data }) => data.procedureNumber,
      width: 150,
    },
    {
      id: 'programme',
      label: 'projects:listed.programme',
      kind: 'text',
      value: ({ data }) => data.programme,
      width: 170,
    },
    {
      id: 'role',
      label: 'projects:listed.role',
      kind: 'word',
      value: ({ data }) =>
        data.role === 'unstated' ? null : { key: `projects:role.${data.role}` },
      width: 150,
    },
    {
      id: 'totalBefore2026',
      label: 'projects:listed.totalInLeva',
      kind: 'cents',
      currency: 'BGN',
      value: ({ data: { total } }) => (total?.currency === 'BGN' ? total.cents : null),
      width: 130,
      align: 'end',
    },
  ],
  order: { by: 'municipality', descending: false },
  rowId: (row) => row.id,
})
