import { listOf } from '#domain/lists/shape.ts'
import { paperStatuses, type FiledPaperKind, type PaperStatus } from './schema.ts'

export interface PaperListRow {
  id: string
  kind: FiledPaperKind
  subjectId: string
  personId: string
  /** „Георгиев, Иван Петров“ */
  personName: string
  number: string
  paperDate: string
  status: PaperStatus
  signedOn: string | null
  printedAt: string | null
}

export const papersList = listOf<PaperListRow>()({
  id: 'papers',
  title: 'papers:listTitle',
  count: 'papers:count',
  permission: 'papers.read',
  views: [
    { id: 'all', label: 'papers:anyStatus' },
    ...paperStatuses.map((id) => ({ id, label: `papers:status.${id}` })),
  ],
  filters: [],
  columns: [
    {
      id: 'person',
      label: 'papers:column.person',
      kind: 'text',
      value: (row) => row.personName,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: 'papers:column.number',
      kind: 'text',
      value: (row) => row.number,
      width: 100,
    },
    {
      id: 'date',
      label: 'papers:column.date',
      kind: 'date',
      value: (row) => row.paperDate,
      width: 116,
      sorts: true,
    },
    {
      id: 'kind',
      label: 'papers:column.kind',
      kind: 'word',
      value: (row) => ({ key: `papers:kindTitle.${row.kind}` }),
      width: 100,
    },
    {
      id: 'status',
      label: 'papers:column.status',
      kind: 'word',
      value: (row) => ({ key: `papers:status.${row.status}` }),
      width: 180,
    },
    {
      id: 'signedOn',
      label: 'papers:column.signedOn',
      kind: 'date',
      value: (row) => row.signedOn,
      width: 116,
    },
    {
      id: 'printed',
      label: 'papers:column.printed',
      kind: 'instant',
      value: (row) => row.printedAt,
      width: 184,
    },
  ],
  order: { by: 'date', descending: true },
  rowId: (row) => row.id,
})
