import { afterEach, beforeEach, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { listAudit } from '#db/queries/audit.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import { intakeInput } from '../testing/application-data.ts'
import { papers } from '../testing/intake-data.ts'
import { codesAt, refusal } from '../testing/refusal.ts'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
beforeEach(async () => {
  running = await openOffice()
  head = await running.as('head')
})
afterEach(() => running.dispose())

const order = 'Заповед № 7/16.11.2026 г.'
const monday: OwnDay = { date: '2026-11-23', kind: 'off', reason: order }
const add = (day: OwnDay) => head.calendar.save(click({ ...day, id: null, version: null }))

test('a day is added, changed and removed; the journal keeps what stood in it', async () => {
  const { id } = await add(monday)
  expect(await head.calendar.list({})).toEqual([{ id, version: 1, ...monday }])
  const worked = { date: '2026-11-28', kind: 'working' as const, reason: order }
  await head.calendar.save(click({ ...worked, id, version: 1 }))
  expect(await head.calendar.list({})).toEqual([{ id, version: 2, ...worked }])
  await expect(head.calendar.remove(click({ id, version: 1 }))).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await head.calendar.remove(click({ id, version: 2 }))
  expect(await head.calendar.list({})).toEqual([])
  const lines = listAudit(running.office.vault.database().orm, { subject: { kind: 'day', id } })
  expect(lines.map(({ action, payload }) => [action, payload])).toEqual([
    ['day.removed', { from: worked, to: null }],
    ['day.saved', { from: monday, to: worked }],
    ['day.saved', { from: null, to: monday }],
  ])
})

test('a line that says nothing, twice the same day, and a day without grounds are refused', async () => {
  await add(monday)
  const refused = async (day: OwnDay) => codesAt(await refusal(add(day)))
  expect(await refused(monday)).toEqual([['dayListed', 'date']])
  expect(await refused({ ...monday, date: '2026-11-22' })).toEqual([['dayIsOffAnyway', 'date']])
  expect(await refused({ ...monday, date: '2026-11-24', reason: ' ' })).toMatchObject([
    ['dayReasonRequired', expect.stringMatching(/reason$/)],
  ])
})

test('only who keeps the settings reads or changes the days', async () => {
  expect(can(['clerk'], 'settings.manage')).toBe(false)
  const clerk = await running.as('clerk')
  await expect(clerk.calendar.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('terms that run end on the next working day, everywhere where they are said', async () => {
  const clerk = await running.as('clerk')
  // Taken in on Monday 16.11.2026: seven days end on 23.11., twenty on Sunday 06.12.
  const { id, personId, documentsDueDate } = await clerk.applications.create(
    click(intakeInput({ documents: papers('applicationForm'), livesWith: null })),
  )
  expect(documentsDueDate).toBe('2026-11-23')
  const { id: ownDay } = await add(monday)

  const dueEverywhere = async () => {
    const page = await clerk.applications.find({ id })
    const listed = (await clerk.applications.list({ offset: 0, limit: 50 })).rows
    const ofPerson = await clerk.applications.ofPerson({ personId })
    const people = (await clerk.people.list({ offset: 0, limit: 50 })).rows
    return {
      page: page.application.documentsDueDate,
      term: page.deadlines.find(({ code }) => code === 'missingDocuments')?.dueDate,
      assessment: page.deadlines.find(({ code }) => code === 'assessment')?.dueDate,
      list: listed[0]?.documentsDueDate,
      ofPerson: ofPerson[0]?.documentsDueDate,
      people: people[0]?.deadline?.date,
    }
  }
  const all = (day: string, assessment: string) => ({
    ...{ page: day, term: day, list: day, ofPerson: day, people: day },
    assessment,
  })
  expect(await dueEverywhere()).toEqual(all('2026-11-24', '2026-12-07'))

  // On the 24th the papers are still awaited, on the 25th they are late.
  running.advance(8 * 86_400_000)
  const onTheDay = await running.as('clerk')
  expect((await onTheDay.applications.counts({})).overdueDocuments).toBe(0)
  running.advance(86_400_000)
  const late = await running.as('clerk')
  expect((await late.applications.counts({})).overdueDocuments).toBe(1)

  // Taken out again, the term is what it was.
  head = await running.as('head')
  await head.calendar.remove(click({ id: ownDay, version: 1 }))
  const again = await running.as('clerk')
  expect((await again.applications.find({ id })).application.documentsDueDate).toBe('2026-11-23')
})
