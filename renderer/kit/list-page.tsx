import { Check, CircleSlash, FileText, Hourglass } from 'lucide-react'
import { Button } from '@mantine/core'
import { DataList, type Column } from '#renderer/components/list/data-list.tsx'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { say } from '#renderer/shell/toasts.ts'
import { formatNumber } from '#domain/text/format.ts'
import { person, type Invented } from './people.ts'

const states = [
  { tone: 'ok', icon: FileText, word: 'С договор' },
  { tone: 'warn', icon: Hourglass, word: 'Чака' },
  { tone: 'info', icon: Check, word: 'Допуснато' },
  { tone: 'bad', icon: CircleSlash, word: 'Недопуснато' },
] as const

const columns: readonly Column<Invented>[] = [
  { id: 'name', label: 'Име', cell: (row) => row.name, primary: true, sorts: true },
  { id: 'egn', label: 'ЕГН', cell: (row) => row.egn, width: 100 },
  { id: 'place', label: 'Населено място', cell: (row) => row.place, width: 160, sorts: true },
  {
    id: 'state',
    label: 'Статус',
    cell: (row) => <StatusBadge {...(states[row.state] ?? states[0])} />,
    width: 150,
  },
  { id: 'hours', label: 'Часове', cell: (row) => row.hours, width: 72, align: 'end', sorts: true },
]

export default function ListPage() {
  return (
    <>
      <PageHead
        title="Всички лица"
        path={[{ label: 'Хора' }]}
        main={{
          label: 'Ново лице',
          run: () => {
            say('Тук се отваря формуляр.')
          },
        }}
      />
      <DataList<Invented>
        id="kit"
        label="Лица"
        columns={columns}
        rowId={(row) => row.id}
        rowText={(row) => row.name}
        selectable
        defaultSort={[{ column: 'name', descending: false }]}
        source={({ text, sort }) => ({
          key: ['kit', text, sort],
          load: async ({ offset, limit }) => {
            await new Promise((done) => setTimeout(done, 30))
            const total = text ? 40 : 100_000
            return {
              total,
              rows: Array.from({ length: Math.min(limit, total - offset) }, (_, index) =>
                person(offset + index),
              ),
            }
          },
        })}
        chips={[
          {
            label: 'Услуга: асистентска подкрепа',
            onRemove: () => {
              say('Махнато', { undo: () => undefined })
            },
          },
        ]}
        onOpen={(row) => {
          say(row.name)
        }}
        rowActions={() => [
          {
            label: 'Досие',
            run: (row) => {
              say(row.name)
            },
          },
          {
            label: 'Заявление',
            run: (row) => {
              say(row.name)
            },
          },
        ]}
        countText={(total) => `${formatNumber(total)} лица`}
        pileActions={({ selected }) => (
          <Button size="compact-sm" variant="default">
            Изнеси {selected || ''}
          </Button>
        )}
        empty={<EmptyState text="Още няма лица." />}
      />
    </>
  )
}
