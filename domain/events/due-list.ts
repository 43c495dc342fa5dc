import { listOf, type Wording } from '#domain/lists/shape.ts'
import { formatDate } from '#domain/text/format.ts'
import type { Through } from './due.ts'
import type { DueKind } from './schema.ts'

/** Somebody who is at work, and what they are through. */
export interface DueListRow {
  personId: string
  name: string
  position: string
  /** First day of the first contract that runs. */
  since: string
  through: Record<DueKind, Through>
  /** By what they are exempt, in words. */
  exemption: string | null
  /** Who stands by somebody new. */
  mentor: string | null
  /** Began so lately that a mentor is asked for. */
  isNew: boolean
}

const dueViews = [
  'all',
  'lacking',
  'training',
  'supervision',
  'psychological',
  'exempt',
  'withoutMentor',
] as const

/** The day on which one was through, or how it stands without one. */
export const throughWord = ({ state, on }: Through): Wording | null => {
  if (state === 'notAsked') return null
  return on === null
    ? { key: `events:through.${state}` }
    : { key: 'events:through.on', params: { date: formatDate(on) } }
}

/** „Кой не е минал“: who is at work, with a training, a supervision, a psychological support or without. */
export const trainingDueList = listOf<DueListRow>()({
  id: 'trainingDue',
  title: 'events:due.title',
  count: 'events:due.count',
  permission: 'events.read',
  views: dueViews.map((id) => ({ id, label: `events:due.view.${id}` })),
  filters: [],
  columns: [
    {
      id: 'name',
      label: 'events:due.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'position',
      label: 'events:due.position',
      kind: 'text',
      value: (row) => row.position,
      width: 120,
      sorts: true,
    },
    {
      id: 'since',
      label: 'events:due.since',
      kind: 'date',
      value: (row) => row.since,
      width: 100,
      sorts: true,
    },
    {
      id: 'training',
      label: 'events:due.column.training',
      kind: 'word',
      value: (row) => throughWord(row.through.training),
      width: 110,
    },
    {
      id: 'supervision',
      label: 'events:due.column.supervision',
      kind: 'word',
      value: (row) => throughWord(row.through.supervision),
      width: 110,
    },
    {
      id: 'psychological',
      label: 'events:due.column.psychological',
      kind: 'word',
      value: (row) => throughWord(row.through.psychological),
      width: 110,
    },
    {
      id: 'exemption',
      label: 'events:due.exemption',
      kind: 'text',
      value: (row) => row.exemption,
      width: 150,
    },
    {
      id: 'mentor',
      label: 'events:due.mentor',
      kind: 'text',
      value: (row) => row.mentor,
      width: 120,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.personId,
})
