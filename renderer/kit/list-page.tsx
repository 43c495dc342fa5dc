import { Check, CircleSlash, FileText, Hourglass } from 'lucide-react'
import { listOf } from '#domain/lists/shape.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { ListPage } from '#renderer/components/list/list-page.tsx'
import type { ListSource } from '#renderer/components/list/list-source.ts'
import { say } from '#renderer/shell/toasts.ts'
import { person, type Invented } from './people.ts'

const states = [
  { tone: 'ok', icon: FileText, word: 'С договор' },
  { tone: 'warn', icon: Hourglass, word: 'Чака' },
  { tone: 'info', icon: Check, word: 'Допуснато' },
  { tone: 'bad', icon: CircleSlash, word: 'Недопуснато' },
] as const

const shape = listOf<Invented>()({
  id: 'kit',
  title: 'people:list',
  count: 'people:count',
  permission: 'people.read',
  views: [
    { id: 'all', label: 'people:nav.all' },
    { id: 'clients', label: 'people:nav.clients' },
  ],
  filters: [
    {
      id: 'settlement',
      label: 'people:filters.settlement',
      any: 'people:filters.anySettlement',
      chip: 'people:filters.settlementIs',
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'people:columns.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'egn',
      label: 'people:columns.idNumber',
      kind: 'idNumber',
      value: (row) => row.egn,
      width: 110,
    },
    {
      id: 'place',
      label: 'people:columns.settlement',
      kind: 'text',
      value: (row) => row.place,
      width: 160,
      sorts: true,
    },
    {
      id: 'state',
      label: 'people:columns.status',
      kind: 'text',
      value: (row) => states[row.state]?.word ?? null,
      width: 150,
    },
    {
      id: 'hours',
      label: 'contracts:column.hours',
      kind: 'number',
      value: (row) => row.hours,
      width: 90,
      align: 'end',
      sorts: true,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.id,
})

const source: ListSource<Invented> = {
  list: async ({ text, view, filters, offset, limit }) => {
    await new Promise((done) => setTimeout(done, 30))
    const narrow = text !== '' || view === 'clients' || filters['settlement'] !== undefined
    const total = narrow ? 40 : 100_000
    const rows = Array.from({ length: Math.min(limit, total - offset) }, (_, index) =>
      person(offset + index),
    )
    return { total, rows }
  },
  views: () =>
    Promise.resolve({
      counts: { all: 100_000, clients: 40 },
      options: { settlement: [{ id: 'Примерно', text: 'с. Примерно (40)' }] },
    }),
  exportList: () => Promise.reject(new Error('There is no office behind this page')),
  printList: () => Promise.reject(new Error('There is no office behind this page')),
}

const tell = (row: Invented) => say(row.name)

export default function KitListPage() {
  return (
    <ListPage
      shape={shape}
      source={source}
      title="Всички лица"
      head={{
        path: [{ label: 'Хора' }],
        main: { label: 'Ново лице', run: () => say('Тук се отваря формуляр.') },
      }}
      cells={{ state: (row) => <StatusBadge {...(states[row.state] ?? states[0])} /> }}
      onOpen={tell}
      rowActions={() => [
        { label: 'Досие', run: tell },
        { label: 'Заявление', run: tell },
      ]}
      empty={<EmptyState text="Още няма лица." />}
    />
  )
}
