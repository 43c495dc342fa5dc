import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#domain/accounts/roles.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { lists } from '#domain/lists/register.ts'
import { papersOfPerson } from '#db/queries/papers.ts'
import { lastHeld } from '#db/queries/events.ts'
import { registersWithHoles } from '#db/queries/registry-numbers.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { refusedBy } from '../testing/contract-desk.ts'
import { employee, signedEmployment } from '../testing/employment-data.ts'
import {
  eventInput,
  exemptionInput,
  heldEvent,
  markAll,
  plannedEvent,
} from '../testing/event-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { call } from '../testing/procedures.ts'
import { refusal } from '../testing/refusal.ts'

let running: RunningOffice
let head: Client
let worker: Client
let clerk: Client
/** Three who are at work. */
let team: string[]
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  worker = await running.as('socialWorker')
  clerk = await running.as('clerk')
  team = []
  for (const lastName of ['Ангелова', 'Борисова', 'Василева'])
    team.push((await signedEmployment(running, head, {}, employee(running, { lastName }))).personId)
})
afterAll(() => running.dispose())

const orm = () => running.office.vault.database().orm
const reason = 'Сбъркано е отбелязването на деня'
const textOf = async (file: File) => (await readPdf(new Uint8Array(await file.arrayBuffer()))).text

describe('the grid', () => {
  test('saved in two windows: the later one is told, and nothing is written over', async () => {
    const planned = await plannedEvent(running, head, {}, team)
    await markAll(head, planned)
    const late = await refusal(markAll(worker, planned, () => 'absent'))
    expect(late.code).toBe('CONFLICT')
    const { marks } = await head.events.find({ id: planned.id })
    expect(new Set(marks.map(({ presence }) => presence))).toEqual(new Set(['present']))
  })

  test('of a held event is corrected only with a reason, and never left half', async () => {
    const held = await heldEvent(running, head, {}, team)
    const { people, sessions } = await head.events.find({ id: held.id })
    const marks = people.flatMap((person) =>
      sessions.map((session) => ({
        participantId: person.id,
        sessionId: session.id,
        presence: 'absent' as const,
      })),
    )
    const save = (own: object) =>
      head.events.savePresence(click({ id: held.id, version: held.version, marks, ...own }))
    expect(await refusedBy(save({}))).toEqual(['reasonTooShort'])
    expect(await refusedBy(save({ marks: marks.slice(1), reason }))).toEqual(['presenceMissing'])
    expect((await head.events.find({ id: held.id })).marks).toHaveLength(6)
    await save({ reason })
    expect(await head.events.find({ id: held.id })).toMatchObject({ correctReason: reason })
  })

  test('keeps what was marked when the hours of a session are put right', async () => {
    const planned = await plannedEvent(running, head, {}, team)
    const { version } = await markAll(head, planned)
    const input = eventInput({
      sessions: [
        { onDate: testToday, time: { from: 550, to: 660 } },
        { onDate: testToday, time: { from: 720, to: 840 } },
      ],
    })
    await head.events.save(click({ id: planned.id, version, input }))
    expect((await head.events.find({ id: planned.id })).marks).toHaveLength(6)
  })

  test('is marked for no session that has not been', async () => {
    const tomorrow = addDays(testToday, 1)
    const own = { sessions: [{ onDate: tomorrow, time: { from: 540, to: 600 } }] }
    const planned = await plannedEvent(running, head, own, team)
    expect(await refusedBy(markAll(head, planned))).toEqual(['presenceInFuture'])
    expect(await refusedBy(head.events.hold(click(planned)))).toContain('eventNotOver')
  })
})

test('the presence list is blank before, and says who was there after', async () => {
  const planned = await plannedEvent(running, head, {}, team)
  const blank = await textOf(await clerk.events.printPresence({ id: planned.id }))
  expect(blank).toContain('ПРИСЪСТВЕН СПИСЪК')
  expect(blank).toContain('Василева')
  expect(blank).not.toContain('уваж.')
  await head.events.hold(
    click(await markAll(head, planned, (row) => (row === 0 ? 'excused' : 'present'))),
  )
  expect(await textOf(await clerk.events.printPresence({ id: planned.id }))).toContain('уваж.')
})

describe('certificates', () => {
  test('of a group have numbers in a row, are filed each by its person, or none is', async () => {
    const planned = await plannedEvent(running, head, {}, team)
    // The third was there for half of the hours.
    const marked = await markAll(head, planned, (row, column) =>
      row === 2 && column === 1 ? 'absent' : 'present',
    )
    const held = await head.events.hold(click(marked))
    const { people } = await head.events.find({ id: held.id })
    const before = team.map((id) => papersOfPerson(orm(), id).length)
    const certify = (own: readonly { id: string }[]) =>
      worker.events.certify(
        click({
          ...{ id: held.id, version: held.version, date: testToday },
          participantIds: own.map(({ id }) => id),
        }),
      )
    expect(await refusedBy(certify(people))).toEqual(['certificateHours'])
    expect(team.map((id) => papersOfPerson(orm(), id).length)).toEqual(before)
    const { numbers, version } = await certify(people.slice(0, 2))
    const [first, second] = numbers.map((number) => Number(/\d+$/.exec(number)?.[0]))
    expect(second).toBe(first! + 1)
    expect(registersWithHoles(orm())).toEqual([])
    const shown = (await head.events.find({ id: held.id })).people
    expect(shown.map(({ certificate }) => certificate?.number ?? null)).toEqual([...numbers, null])
    const pdf = await head.papers.pdf({ id: shown[0]!.certificate!.paperId! })
    const text = await textOf(pdf)
    expect(text).toContain(`УДОСТОВЕРЕНИЕ № ${numbers[0]!}`)
    expect(text).toMatch(/4\sч\./)
    // A correction takes the ground from under none of them.
    const marks = (await head.events.find({ id: held.id })).marks.map((mark) => ({
      ...mark,
      presence: 'absent' as const,
    }))
    const corrected = click({ id: held.id, version, marks, reason })
    expect(await refusedBy(head.events.savePresence(corrected))).toContain(
      'presenceUnderCertificate',
    )
    await head.events.annulCertificate(
      click({ id: shown[0]!.id, version: shown[0]!.version, reason }),
    )
    expect((await head.events.find({ id: held.id })).people[0]!.certificate).toBeNull()
  })
})

test('„Кой не е минал“: a held event counts for who was there, an exemption for many at once', async () => {
  const rows = async () => (await head.trainingDue.list({ offset: 0, limit: 50 })).rows
  const of = async (personId: string) => (await rows()).find((one) => one.personId === personId)!
  const fresh = [] as string[]
  for (const lastName of ['Нова', 'Нейкова'])
    fresh.push(
      (await signedEmployment(running, head, {}, employee(running, { lastName }))).personId,
    )
  const planned = await plannedEvent(running, head, { kind: 'supervision' }, fresh)
  await head.events.hold(
    click(await markAll(head, planned, (row) => (row === 0 ? 'present' : 'absent'))),
  )
  const there = (await head.events.find({ id: planned.id })).people[0]!.personId
  expect([...lastHeld(orm(), 'supervision', '2026-07-01', '2026-12-31').keys()]).toContain(there)
  expect((await of(there)).through.supervision.state).toBe('through')
  const other = fresh.find((one) => one !== there)!
  expect((await of(other)).through).toMatchObject({
    training: { state: 'lacking' },
    supervision: { state: 'lacking' },
  })
  const first = await clerk.events.exempt(click({ ...exemptionInput, personIds: fresh }))
  expect(first).toEqual({ exempt: 2, already: 0 })
  expect((await of(other)).through.training.state).toBe('exempt')
  const again = clerk.events.exempt(click({ ...exemptionInput, personIds: fresh }))
  expect(await refusedBy(again)).toEqual(['exemptAlready'])
})

test('a mentor is a colleague at work, one at a time, for the months of the setting', async () => {
  const [personId = '', mentorId = ''] = team
  const { fromDate, toDate } = await clerk.events.mentorSetup({ personId })
  expect([fromDate, toDate]).toEqual([testToday, '2027-05-15'])
  const save = (own: object) =>
    clerk.events.saveMentorship(
      click({ id: null, version: null, personId, mentorId, fromDate, toDate, ...own }),
    )
  expect(await refusedBy(save({ mentorId: personId }))).toEqual(['mentorOfSelf'])
  expect(await refusedBy(save({ mentorId: employee(running) }))).toEqual(['mentorNotAtWork'])
  await save({})
  expect(await refusedBy(save({}))).toEqual(['mentorTwice'])
})

describe('what was said in psychological support', () => {
  const secret = 'Тайнадума'

  test('is read by who wrote it and by the head, and stands nowhere else', async () => {
    const own = { kind: 'psychological' as const }
    const { id } = await plannedEvent(running, head, own, team)
    const note = { eventId: id, noteId: null, version: null, text: `Каза: ${secret}.` }
    const saved = await worker.events.saveNote(click(note))
    expect(await worker.events.notes({ id })).toMatchObject([{ text: note.text, isOwn: true }])
    for (const role of roles) {
      const client = await running.as(role)
      const told: unknown[] = [
        await client.events.notes({ id }).catch(() => 'refused'),
        await client.events.find({ id }).catch(() => 'refused'),
        await client.people.search({ text: secret }).then(
          ({ people }) => people,
          () => 'refused',
        ),
        await client.audit.journal({ filter: {}, offset: 0, limit: 100 }).catch(() => 'refused'),
      ]
      for (const list of Object.keys(lists))
        told.push(
          await call(client, `${list}.list`, { text: secret, offset: 0, limit: 50 }).catch(
            () => 'refused',
          ),
          await call(client, `${list}.list`, { offset: 0, limit: 500 }).catch(() => 'refused'),
        )
      const mayRead = role === 'head' || role === 'socialWorker'
      expect(JSON.stringify(told).includes(secret), role).toBe(mayRead)
    }
    // Neither the head nor a colleague writes into it.
    const change = { ...note, noteId: saved.id, version: 1, text: 'друго' }
    for (const client of [head, clerk])
      expect(await refusedBy(client.events.saveNote(click(change)))).toEqual(['NOT_FOUND'])
  })

  test('stands in no table but its own: no journal, no answer kept, no search', () => {
    const { raw } = running.office.vault.database()
    running.office.writeReadingNotes()
    const tables = raw
      .prepare<[], string>(
        "select name from sqlite_master where type = 'table' and name not like 'person_search%'",
      )
      .pluck()
      .all()
    const holding = tables.filter((table) =>
      JSON.stringify(raw.prepare(`select * from "${table}"`).all()).includes(secret),
    )
    expect(holding).toEqual(['event_notes'])
  })

  test('is no field of another kind of event', async () => {
    const { id } = await plannedEvent(running, head, {}, team)
    const note = { eventId: id, noteId: null, version: null, text: 'дума' }
    expect(await refusedBy(head.events.saveNote(click(note)))).toEqual(['notesOfPsychological'])
  })
})

test('findings name nobody without being told so; a cancelled event is not touched', async () => {
  const planned = await plannedEvent(running, head, { kind: 'supervision' }, team)
  const { id, version } = await head.events.saveFindings(
    click({ ...planned, findings: 'Ангелова иска смяна на деня.' }),
  )
  expect((await head.events.find({ id })).named).toEqual(['Ангелова'])
  expect(await refusedBy(head.events.cancel(click({ id, version, reason: '' })))).toEqual([
    'reasonTooShort',
  ])
  const cancelled = await head.events.cancel(click({ id, version, reason }))
  const input = eventInput({ kind: 'supervision' })
  expect(await refusedBy(head.events.save(click({ ...cancelled, input, reason })))).toEqual([
    'eventCancelled',
  ])
})
