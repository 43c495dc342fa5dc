import path from 'node:path'
import { Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { roles, type Role } from '#domain/accounts/roles.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { wallClockOf } from '#domain/calendar/instant.ts'
import type { ListId } from '#domain/lists/register.ts'
import { listQuestionSchema, type ListColumn, type ListShape } from '#domain/lists/shape.ts'
import { maskId } from '#domain/text/format-person.ts'
import { openDatabase } from '#db/connection.ts'
import { listTable } from '#electron/office/list-export.ts'
import { writeTable } from '#electron/office/table-file.ts'
import { assignedPair, changeInput } from './assignment-data.ts'
import { approvedCase } from './cases.ts'
import { candidateInput } from './candidate-data.ts'
import { issuedContract } from './contract-data.ts'
import { draftEmployment, issuedEmployment, signedEmployment } from './employment-data.ts'
import { eventInput } from './event-data.ts'
import { personInput } from './person-data.ts'
import { call } from './procedures.ts'
import { village } from './project-data.ts'
import { scoredCard, wholeAnswers } from './selection-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from './office.ts'

export type Question = Partial<ReturnType<typeof listQuestionSchema.parse>>
export type Row = Record<string, string | number | null | undefined>
export interface Window {
  rows: Row[]
  total: number
}

/** An office with something on every list, its lists asked as pages, paper and worker ask them. */
export interface FullLists {
  running: RunningOffice
  clientOf(role: Role): Client
  /** Whole numbers of everybody. */
  numbers: readonly string[]
  ask(role: Role, list: ListId, question?: Question, limit?: number, at?: number): Promise<Window>
  print(role: Role, list: ListId, question?: Question): Promise<File>
  /** The file of a question, made as the worker makes it. */
  fileOf(role: Role, list: ListId, asked: Question, format: 'xlsx' | 'json'): Promise<Buffer>
  /** The same for another program. */
  jsonOf(role: Role, list: ListId, asked: Question): Promise<Window>
  dispose(): Promise<void>
}

/** Numbers of people masked, to compare what a file holds with what a page shows. */
export function maskedNumbers({ columns }: ListShape<Row>, rows: readonly Row[]): Row[] {
  const hidden = columns.filter(({ kind }) => kind === 'idNumber')
  return rows.map((row) => {
    const masked = hidden
      .filter(({ id }) => id in row)
      .map(({ id }) => [id, maskId(String(row[id]))])
    return { ...row, ...(Object.fromEntries(masked) as Row) }
  })
}

export async function openFullLists(): Promise<FullLists> {
  const running = await openOffice()
  const clients = new Map<Role, Client>()
  for (const role of roles) clients.set(role, await running.as(role))
  const clientOf = (role: Role) => clients.get(role)!
  await fill(running, clientOf)
  const { vault, dataDir } = running.office
  const own = openDatabase(path.join(dataDir, 'office.opora'), Buffer.from(vault.key()), {
    readonly: true,
  })
  const people = vault.database().raw.prepare('select id_number from persons').pluck().all()

  const fileOf: FullLists['fileOf'] = async (role, list, asked, format) => {
    const order = {
      ...{ list, format, today: testToday, language: 'bg' as const, roles: [role] },
      accountId: '',
      question: listQuestionSchema.parse(asked),
    }
    const parts: Buffer[] = []
    const sink = new Writable({
      write(chunk: Buffer, _encoding, next) {
        parts.push(chunk)
        next()
      },
    })
    const settled = new Promise<void>((done) => sink.on('finish', done))
    const { table } = await listTable(own, order, `${testToday}T08:00:00.000Z`)
    try {
      await writeTable(format, table, Object.assign(sink, { settled }), () => undefined)
    } finally {
      own.raw.exec('rollback')
    }
    return Buffer.concat(parts)
  }

  return {
    running,
    clientOf,
    numbers: people.map(String),
    ask: (role, list, question = {}, limit = 500, offset = 0) =>
      call(clientOf(role), `${list}.list`, { ...question, offset, limit }) as Promise<Window>,
    print: (role, list, question = {}) =>
      call(clientOf(role), `${list}.printList`, { question }) as Promise<File>,
    fileOf,
    jsonOf: async (role, list, asked) =>
      JSON.parse((await fileOf(role, list, asked, 'json')).toString()) as Window,
    async dispose() {
      own.close()
      await running.dispose()
    },
  }
}

/** A card that ends soon enough to be on the list of what ends. */
const endingCard = { idCardNumber: '640000001', idCardValidUntil: addDays(testToday, 20) }

async function fill(running: RunningOffice, clientOf: (role: Role) => Client): Promise<void> {
  const { office } = running
  const worker = clientOf('socialWorker')
  const head = clientOf('head')
  for (const [lastName, planStatus] of [
    ['Ангелов', 'draft'],
    ['Йотов-Непобедимски', 'ready'],
    ['Ангелова', 'approved'],
    ['Ябълков', 'approved'],
    ['Щърбанов', 'approved'],
  ] as const) {
    const { personId } = approvedCase(office, { person: { lastName, ...endingCard }, planStatus })
    if (planStatus !== 'approved') continue
    const contract = await issuedContract({ worker, head }, personId)
    if (lastName === 'Ябълков') await worker.contracts.sendOut(click(contract))
  }
  approvedCase(office, { planStatus: 'draft', assessmentStatus: 'finished' })
  await clientOf('clerk').people.create(click(personInput({ lastName: 'Без заявление' })))
  const { id } = await worker.candidates.create(click(candidateInput()))
  await head.candidates.decide(click({ id, version: 1, event: { kind: 'admit' } }))
  await worker.candidates.create(click(candidateInput({ campaign: '', dailyMinutes: null })))
  await worker.candidates.create(click(candidateInput({ campaign: 'Ямболска есен' })))
  for (const without of [['crisis'], ['named'], []]) {
    const card = await scoredCard(running, worker, wholeAnswers(...without))
    await head.selections.approve(click({ id: card.id, version: card.version }))
  }
  await signedEmployment(running, head, { minutesPerDay: 480, basePayCents: 374 })
  for (const positionId of ['socialAssistant', 'homeHelper'])
    await signedEmployment(running, head, { positionId })
  for (const own of [{}, { kind: 'supervision' as const }, { topic: 'Ябълкова градина' }])
    await head.events.save(click({ id: null, version: null, input: eventInput(own) }))
  await issuedEmployment(running, head, {
    positionId: 'driver',
    legalGround: 'fixedTerm',
    endDate: '2026-12-10',
  })
  await draftEmployment(running, clientOf('clerk'), { positionId: 'psychologist' })
  await assignedPair(running, head)
  const { id: goes, version, second } = await assignedPair(running, head)
  const change = changeInput(second.id, addDays(testToday, 1))
  await head.assignments.change(click({ id: goes, version, change }))
  for (const [municipality, own] of Object.entries({
    Ямболска: { total: null, endsOn: null, startsOn: '2027-01' },
    Айтоска: { total: { cents: 700, currency: 'EUR' as const }, endsOn: '2028-01-31' },
    Близка: {},
  }))
    await head.projects.save(
      click({
        ...{ ...village, ...own, municipality, contractNumber: null },
        ...{ id: null, version: null },
      }),
    )
}

/** A value of another program's file as the workbook holds it. */
export function cellOfValue(value: Row[string], { kind }: ListColumn<Row>): unknown {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'minutes') return Math.round(Number(value))
  if (kind === 'cents') return Number(value) / 100
  if (kind === 'date') return `${String(value)}T00:00:00.000Z`
  if (kind === 'instant') {
    const { date, minutes } = wallClockOf(String(value))
    return new Date(Date.parse(`${date}T00:00:00.000Z`) + minutes * 60_000).toISOString()
  }
  return value
}

/** A cell of a workbook as a test compares it. */
export function valueOfCell(value: ExcelJS.CellValue, { kind }: ListColumn<Row>): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'minutes') {
    const days =
      value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 : value
    return Math.round(Number(days) * 1440)
  }
  if (value instanceof Date) return value.toISOString()
  return value
}
