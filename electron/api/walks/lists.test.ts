import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { roles, type Role } from '#domain/accounts/roles.ts'
import { columnsFor, viewsFor } from '#domain/lists/ask.ts'
import { plainCell } from '#domain/lists/cells.ts'
import { lists, type ListId } from '#domain/lists/register.ts'
import type { ListShape } from '#domain/lists/shape.ts'
import { listAudit } from '#db/queries/audit.ts'
import { wordsIn } from '#electron/office/words.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import type { HandedOver } from '../kernel/hand-over.ts'
import { refusal } from '../testing/refusal.ts'
import {
  cellOfValue,
  maskedNumbers,
  openFullLists,
  type FullLists,
  type Question,
  type Row,
  type Window,
  valueOfCell,
} from '../testing/full-lists.ts'
import { testToday } from '../testing/office.ts'
import { call, codeOf } from '../testing/procedures.ts'

/**
 * Every list of the register, for every role, in an office full of people: what is refused, what can
 * be found, and that page, workbook, paper and command line show the same. A list is tested by being
 * registered.
 */
const say = wordsIn('bg')
const all = Object.keys(lists) as ListId[]
const shapeOf = (list: ListId) => lists[list] as unknown as ListShape<Row>

let office: FullLists
beforeAll(async () => {
  office = await openFullLists()
})
afterAll(() => office.dispose())

const readers = (list: ListId) => roles.filter((role) => can([role], shapeOf(list).permission))
const cases = all.flatMap((list) => readers(list).map((role) => ({ list, role })))
/** One who may see the most of a list. */
const keeperOf = (list: ListId): Role =>
  can(['head'], shapeOf(list).permission) ? 'head' : 'administrator'

const idsOf = (list: ListId, { rows }: Window) => rows.map((row) => shapeOf(list).rowId(row))

/** A row of the page as the values that its file holds; numbers stay masked. */
function plain(list: ListId, role: Role, row: Row): Row {
  const cells = columnsFor(shapeOf(list), [role]).map((column) => [
    column.id,
    plainCell(column, row, { today: testToday }, say),
  ])
  return { id: shapeOf(list).rowId(row), ...(Object.fromEntries(cells) as Row) }
}

test('the office shows something on every list', async () => {
  for (const list of all)
    expect((await office.ask(keeperOf(list), list)).total, list).toBeGreaterThan(2)
})

describe.each(all)('%s', (list) => {
  const shape = shapeOf(list)

  test('every name that it says of itself has its sentence', () => {
    const keys = [
      shape.title,
      ...[...shape.views, ...shape.columns].map(({ label }) => label),
      ...shape.filters.flatMap(({ label, any, chip, options }) => [
        ...[label, any, ...(chip ? [chip] : [])],
        ...(options ?? []).map((option) => option.label),
      ]),
    ]
    expect(keys.filter((key) => say(key, { value: '' }) === key.replace(/^\w+:/, ''))).toEqual([])
    for (const count of [1, 5]) expect(say(shape.count, { count })).toContain(String(count))
  })
  const sorting = shape.columns.filter(({ sorts }) => sorts)

  test('who may not read it is refused on every way', async () => {
    for (const role of roles.filter((one) => !readers(list).includes(one)))
      for (const way of ['list', 'views', 'exportList', 'printList'])
        expect(await codeOf(call(office.clientOf(role), `${list}.${way}`, {})), way).toBe(
          'FORBIDDEN',
        )
  })

  test('what it has not is refused in words, what is not this role’s as forbidden', async () => {
    const wrong: [Question, string][] = [
      [{ view: 'чужд' }, 'listViewUnknown'],
      [{ filters: { чужд: 'а' } }, 'listFilterUnknown'],
      [{ order: [{ by: 'constructor', descending: false }] }, 'listOrderUnknown'],
    ]
    for (const [question, code] of wrong)
      for (const asking of [office.ask, office.print])
        expect(await refusal(asking(keeperOf(list), list, question))).toMatchObject({
          code: 'RULE',
          data: { problems: [{ code }] },
        })
    for (const role of readers(list))
      for (const { id, permission } of shape.views)
        if (permission && !can([role], permission))
          expect(await refusal(office.ask(role, list, { view: id }))).toMatchObject({
            code: 'FORBIDDEN',
          })
  })

  test('windows of every order join to the whole, without gap or double', async () => {
    const role = keeperOf(list)
    for (const { id: by } of sorting)
      for (const descending of [false, true]) {
        const other = sorting.find(({ id }) => id !== by)?.id ?? by
        for (const order of [
          [{ by, descending }],
          [
            { by, descending },
            { by: other, descending },
          ],
        ]) {
          const whole = await office.ask(role, list, { order })
          const size = Math.max(2, Math.ceil(whole.total / 4))
          const joined: string[] = []
          for (let offset = 0; offset < whole.total; offset += size)
            joined.push(...idsOf(list, await office.ask(role, list, { order }, size, offset)))
          expect(joined).toEqual(idsOf(list, whole))
          expect(new Set(joined).size).toBe(whole.total)
        }
      }
  })

  test('each view holds what its figure says, and its file the same rows', async () => {
    const role = keeperOf(list)
    const { counts } = (await call(office.clientOf(role), `${list}.views`, {})) as { counts: Row }
    for (const { id: view } of viewsFor(shape, [role])) {
      const shown = await office.ask(role, list, { view })
      expect([view, shown.rows.length, shown.total]).toEqual([view, counts[view], counts[view]])
      const { rows, total } = await office.jsonOf(role, list, { view })
      expect(total).toBe(shown.total)
      expect(maskedNumbers(shape, rows)).toEqual(shown.rows.map((row) => plain(list, role, row)))
    }
  })

  test('the file keeps every order of the page', async () => {
    const role = keeperOf(list)
    for (const { id: by } of sorting)
      for (const descending of [false, true]) {
        const order = [{ by, descending }]
        const shown = idsOf(list, await office.ask(role, list, { order }))
        expect((await office.jsonOf(role, list, { order })).rows.map(({ id }) => id)).toEqual(shown)
      }
  })

  test('only what is selected, or all but that', async () => {
    const role = keeperOf(list)
    const whole = idsOf(list, await office.ask(role, list))
    const ids = whole.filter((_, index) => index % 2 === 1)
    const some = { chosen: { mode: 'some' as const, ids } }
    const others = { chosen: { mode: 'all' as const, ids } }
    expect(idsOf(list, await office.ask(role, list, some))).toEqual(ids)
    expect(idsOf(list, await office.ask(role, list, others))).toEqual(
      whole.filter((id) => !ids.includes(id)),
    )
    const given = await office.jsonOf(role, list, some)
    expect(given.rows.map(({ id }) => id)).toEqual(ids)
  })

  test('the workbook holds the values of the page, as what they are', async () => {
    const role = keeperOf(list)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await office.fileOf(role, list, {}, 'xlsx')) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const columns = columnsFor(shape, [role])
    const { rows } = await office.jsonOf(role, list, {})
    expect(sheet.getCell('A1').text).toContain(say(shape.title))
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(columns.map((_, at) => sheet.getRow(2).getCell(at + 1).text)).toEqual(
      columns.map(({ label }) => say(label)),
    )
    expect(sheet.rowCount - 2).toBe(rows.length)
    for (const [index, row] of rows.entries())
      for (const [at, column] of columns.entries()) {
        const cell = sheet.getRow(index + 3).getCell(at + 1)
        expect(valueOfCell(cell.value, column), `${column.id}, row ${String(index)}`).toEqual(
          cellOfValue(row[column.id], column),
        )
      }
  })

  test('the paper shows them, with what it is narrowed to, and no whole number', async () => {
    const role = keeperOf(list)
    const pdf = new Uint8Array(await (await office.print(role, list)).arrayBuffer())
    const { text } = await readPdf(pdf)
    const squeezed = text.replace(/\s+/g, '')
    const { rows, total } = await office.ask(role, list)
    expect(text).toContain(say(shape.title))
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      say(shape.count, { count: total }).replaceAll('\u00a0', ' '),
    )
    const primary = shape.columns.find((column) => column.primary)!
    for (const row of rows)
      expect(squeezed).toContain(
        String(plainCell(primary, row, { today: testToday }, say)).replace(/\s+/g, ''),
      )
    expect(office.numbers.filter((number) => text.includes(number))).toEqual([])
  })
})

describe.each(cases)('$list as $role', ({ list, role }) => {
  const reveals = can([role], 'people.revealId')

  test('no whole number on the page; in a file only for who may see it', async () => {
    const told = JSON.stringify(await office.ask(role, list))
    expect(office.numbers.filter((number) => told.includes(number))).toEqual([])
    const file = await office.jsonOf(role, list, {})
    const withNumbers = columnsFor(shapeOf(list), [role]).some(({ kind }) => kind === 'idNumber')
    const found = office.numbers.filter((number) => JSON.stringify(file).includes(number))
    expect(found.length > 0).toBe(withNumbers && file.total > 0)
    expect(withNumbers && !reveals).toBe(false)
    const heads = columnsFor(shapeOf(list), [role]).map(({ id }) => id)
    expect(Object.keys(file.rows[0] ?? {}).filter((id) => id !== 'id')).toEqual(
      file.total > 0 ? heads : [],
    )
  })

  test('nobody is found by a number that this role may not see, whole or in part', async () => {
    if (reveals) return
    for (const number of office.numbers.slice(0, 6))
      for (const text of [number, number.slice(0, 6), number.slice(-6), number.slice(2, 9)])
        expect((await office.ask(role, list, { text })).total, text).toBe(0)
  })
})

test('who may see a number finds its person by it', async () => {
  for (const number of office.numbers.slice(0, 3)) {
    expect((await office.ask('head', 'people', { text: number })).total).toBe(1)
    expect(
      (await office.ask('clerk', 'people', { text: number.slice(0, 7) })).total,
    ).toBeGreaterThan(0)
  }
})

test('what leaves the house is written down before it goes, by how many rows and with what', async () => {
  const lines = () => listAudit(office.running.office.vault.database().orm, { limit: 5 })
  const order = { question: { view: 'clients' }, language: 'bg', format: 'xlsx' }
  const stream = (await call(
    office.clientOf('clerk'),
    'people.exportList',
    order,
  )) as AsyncIterable<HandedOver>
  const parts: Buffer[] = []
  let last: HandedOver | undefined
  for await (const message of stream) {
    if (message.kind === 'piece') {
      expect(lines()[0]).toMatchObject({ action: 'list.exported', subjectId: 'people' })
      expect(lines()[0]?.payload).toMatchObject({
        count: message.rows,
        numbers: true,
        view: 'clients',
      })
      parts.push(Buffer.from(message.base64, 'base64'))
    }
    last = message
  }
  expect(last).toMatchObject({ kind: 'done', name: 'Лица 2026-11-16 11-00.xlsx' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer)
  const { total } = await office.ask('clerk', 'people', { view: 'clients' })
  expect(book.worksheets[0]!.rowCount - 2).toBe(total)
  expect(book.worksheets[0]!.getCell('A1').text).toContain('Ползват услуга')
  await office.print('accountant', 'contracts', { text: 'а' })
  expect(lines()[0]).toMatchObject({ action: 'list.printed', subjectId: 'contracts' })
})

test('a list too long for paper is refused with what to do', async () => {
  const { raw } = office.running.office.vault.database()
  const columns = raw.pragma('table_info(projects)') as { name: string }[]
  const kept = columns.map(({ name }) => name).filter((name) => name !== 'id')
  const head = office.clientOf('head')
  raw.exec('savepoint many')
  try {
    raw
      .prepare(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 2001)
         insert into projects (id, ${kept.join()}) select 'many-' || i, ${kept
           .map((name) => (name.endsWith('_key') ? 'null' : name))
           .join()} from n, (select * from projects limit 1)`,
      )
      .run()
    expect(await refusal(call(head, 'projects.printList', { question: {} }))).toMatchObject({
      code: 'RULE',
      data: { problems: [{ code: 'listTooLong', params: { most: 2000 } }] },
    })
  } finally {
    raw.exec('rollback to many; release many')
  }
})
