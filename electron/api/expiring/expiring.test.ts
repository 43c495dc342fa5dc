import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import { listAudit } from '#db/queries/audit.ts'
import { broughtBy, candidateInput } from '../testing/candidate-data.ts'
import { approvedCase } from '../testing/cases.ts'
import { signedEmployment } from '../testing/employment-data.ts'
import { telkInput } from '../testing/person-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let worker: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
})
afterEach(() => running.dispose())

const inDays = (days: number) => addDays(testToday, days)
const withCard = (idCardValidUntil: string, lastName = 'Картова') =>
  approvedCase(running.office, {
    person: { lastName, idCardNumber: '640000001', idCardValidUntil },
  })
const ending = async (question: object = {}, client = worker) =>
  (await client.expiring.list({ ...question, offset: 0, limit: 200 })).rows

test('what ended stands first; each part of the list holds its own last day and no later one', async () => {
  for (const days of [-400, -1, 0, 30, 31, 60, 61, 90, 91]) withCard(inDays(days))
  const daysIn = async (view: string) =>
    (await ending({ view, filters: { kind: 'idCard' } })).map(({ until }) => until)
  const until = (...days: number[]) => days.map(inDays)
  expect(await daysIn('')).toEqual(until(-400, -1, 0, 30, 31, 60, 61, 90))
  expect(await daysIn('over')).toEqual(until(-400, -1))
  expect(await daysIn('days30')).toEqual(until(0, 30))
  expect(await daysIn('days60')).toEqual(until(0, 30, 31, 60))
  expect(await daysIn('days90')).toEqual(until(0, 30, 31, 60, 61, 90))
  running.office.writeReadingNotes()
  const looked = listAudit(running.office.vault.database().orm, { limit: 20 })
  expect(looked).toContainEqual(
    expect.objectContaining({ action: 'list.opened', subjectId: 'expiring' }),
  )
  const { counts } = await worker.expiring.views({})
  expect(counts).toMatchObject({ over: 2, days30: 2, days60: 4, days90: 6 })
})

test('nothing of the deceased and of those whose case is over', async () => {
  const dead = withCard(inDays(5), 'Починал')
  const left = withCard(inDays(5), 'Отказал')
  withCard(inDays(5), 'Остава')
  const drop = async (one: typeof dead, why: 'died' | 'withdrawn') => {
    const { id, version } = (await worker.applications.find({ id: one.applicationId })).application
    const reason = 'Заявено е писмено в службата.'
    const event = { kind: 'dropOut' as const, why, date: testToday, reason }
    await worker.applications.step(click({ id, version, event }))
  }
  await drop(dead, 'died')
  await drop(left, 'withdrawn')
  expect((await ending({ view: 'days30' })).map(({ lastName }) => lastName)).toEqual(['Остава'])
})

test('a decision of ТЕЛК that holds for life by law is not called expiring; help by another person has its own term', async () => {
  const add = async (birthDate: string, own: object) => {
    const { personId } = approvedCase(running.office, { person: { birthDate } })
    await worker.people.saveTelkDecision(
      click({ personId, id: null, version: null, data: telkInput(own) }),
    )
  }
  // Of pension age long before the end of the term.
  await add('1935-02-03', { validUntil: inDays(20) })
  await add('1990-02-03', { validUntil: inDays(20), attendanceUntil: inDays(10) })
  expect((await ending({ view: 'days30' })).map(({ kind, until }) => [kind, until])).toEqual([
    ['attendance', inDays(10)],
    ['telk', inDays(20)],
  ])
  const { lines } = await worker.today.list({ kind: 'telkEnding' })
  expect(lines.map(({ due }) => due)).toEqual([inDays(20)])
})

test('a probation stands until its last day, and not in a contract that ends no later', async () => {
  const head = await running.as('head')
  const begun = { startDate: addMonths(testToday, -3), contractDate: addMonths(testToday, -3) }
  await signedEmployment(running, head, { ...begun, probationMonths: 4 })
  await signedEmployment(running, head, { ...begun, probationMonths: 3 })
  await signedEmployment(running, head, {
    ...begun,
    legalGround: 'fixedTerm',
    endDate: inDays(15),
    probationMonths: 4,
  })
  const rows = await ending({ filters: { kind: 'probation' } }, head)
  expect(rows.map(({ until }) => until)).toEqual([inDays(29)])
})

test('of the medical papers of a candidate the newest counts, for as long as the office has set', async () => {
  const clerk = await running.as('clerk')
  const documents = broughtBy('medicalDocument')
  documents.medicalDocument = { ...documents.medicalDocument, date: addMonths(testToday, -14) }
  const { personId } = await clerk.candidates.create(click(candidateInput({ documents })))
  const ends = async () =>
    (await ending({ filters: { kind: 'medicalPaper' } }, clerk)).map(({ until }) => until)
  expect(await ends()).toEqual([addMonths(testToday, -2)])
  documents.medicalDocument = { ...documents.medicalDocument, date: addMonths(testToday, -11) }
  await clerk.candidates.create(
    click(candidateInput({ campaign: '', known: { id: personId, version: null }, documents })),
  )
  expect(await ends()).toEqual([addMonths(testToday, 1)])
  expect(
    await ending({ filters: { kind: 'medicalPaper' } }, await running.as('accountant')),
  ).toEqual([])
})

test('a role sees the kinds that it may read', async () => {
  const { personId } = withCard(inDays(3))
  await worker.people.saveTelkDecision(
    click({
      ...{ personId, id: null, version: null },
      data: telkInput({ validUntil: inDays(20), attendance: false }),
    }),
  )
  const kinds = async (role: 'accountant' | 'clerk' | 'coordinator') =>
    (await ending({}, await running.as(role))).map(({ kind }) => kind)
  expect(await kinds('accountant')).toEqual([])
  expect(await kinds('coordinator')).toEqual([])
  expect(await kinds('clerk')).toContain('idCard')
})
