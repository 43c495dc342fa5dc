import { listOf } from '#domain/lists/shape.ts'
import { eventKinds, type EventKind, type ShownEventState } from './schema.ts'

export interface EventListRow {
  id: string
  kind: EventKind
  topic: string
  leader: string
  place: string
  groupName: string
  firstDay: string
  lastDay: string
  minutes: number
  participants: number
  state: ShownEventState
}

const eventViews = ['all', 'today', 'planned', 'toMark', 'held', 'cancelled'] as const

export const eventsList = listOf<EventListRow>()({
  id: 'events',
  title: 'events:title',
  count: 'events:count',
  permission: 'events.read',
  ofTheHouse: true,
  views: eventViews.map((id) => ({ id, label: `events:view.${id}` })),
  filters: [
    {
      id: 'kind',
      label: 'events:field.kind',
      any: 'events:anyKind',
      options: eventKinds.map((id) => ({ id, label: `events:kind.${id}` })),
    },
  ],
  columns: [
    {
      id: 'topic',
      label: 'events:field.topic',
      kind: 'text',
      value: (row) => row.topic,
      primary: true,
      sorts: true,
    },
    {
      id: 'kind',
      label: 'events:field.kind',
      kind: 'word',
      value: (row) => ({ key: `events:kind.${row.kind}` }),
      width: 130,
    },
    {
      id: 'firstDay',
      label: 'events:column.firstDay',
      kind: 'date',
      value: (row) => row.firstDay,
      width: 100,
      sorts: true,
    },
    {
      id: 'lastDay',
      label: 'events:column.lastDay',
      kind: 'date',
      value: (row) => row.lastDay,
      width: 100,
    },
    {
      id: 'leader',
      label: 'events:column.leader',
      kind: 'text',
      value: (row) => row.leader,
      width: 130,
      sorts: true,
    },
    {
      id: 'groupName',
      label: 'events:field.groupName',
      kind: 'text',
      value: (row) => row.groupName,
      width: 74,
    },
    {
      id: 'minutes',
      label: 'events:column.hours',
      kind: 'minutes',
      value: (row) => row.minutes,
      width: 62,
      align: 'end',
    },
    {
      id: 'participants',
      label: 'events:column.participants',
      kind: 'number',
      value: (row) => row.participants,
      width: 62,
      align: 'end',
    },
    {
      id: 'state',
      label: 'events:column.state',
      kind: 'word',
      value: (row) => ({ key: `events:state.${row.state}` }),
      width: 116,
    },
  ],
  order: { by: 'firstDay', descending: true },
  rowId: (row) => row.id,
})
