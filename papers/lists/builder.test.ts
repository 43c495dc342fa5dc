import { expect, test } from 'vitest'
import { buildList, type ListFacts } from './builder.ts'

const facts = (columns: ListFacts['columns'], rows: ListFacts['rows']): ListFacts => ({
  provider: {
    municipality: 'Община Примерна',
    eik: '000193282',
    address: 'гр. Примерна, ул. „Първа“ № 1',
    phone: null,
    email: null,
    officeName: 'Център за социални услуги',
    officeAddress: null,
    signatory: { name: 'Петър Стоянов Примеров', position: 'кмет', authorisation: null },
    chiefAccountant: null,
    headOfService: null,
    demo: false,
  },
  title: 'Програми и проекти',
  said: [],
  count: '1 проект',
  printedAt: '2026-11-21T08:42:00.000Z',
  printedOn: '2026-11-21',
  printedBy: 'Мария Пробева',
  columns,
  rows,
})
const text = (title: string, width: number | null) =>
  ({ title, kind: 'text', end: false, width }) as const

test('a number that is never broken does not lie over the next column', () => {
  const { columns } = buildList(
    facts(
      [text('Проект', null), text('Договор', 120), text('Програма', 400), text('Община', 400)],
      [['Грижа в дома', 'BG05M9OP001-2.002-0131-C001', 'ОПРЧР 2014–2020 г.', 'Примерна']],
    ),
  ).data
  // 23 signs up to the last hyphen, each some 1,6 mm.
  expect(columns[1]?.millimetres).toBeGreaterThan(23 * 1.6)
  expect(columns[1]?.millimetres).toBeLessThan(50)
  expect(columns.map(({ millimetres }) => millimetres === null)).toEqual([true, false, true, true])
})

test('a list that is too wide lies on its side, and then has the room of the longer edge', () => {
  const upright = buildList(facts([text('Име', null), text('Село', 200)], [['А', 'Б']])).data
  const flipped = buildList(facts([text('Име', null), text('Село', 600)], [['А', 'Б']])).data
  expect([upright.flipped, flipped.flipped]).toEqual([false, true])
})
