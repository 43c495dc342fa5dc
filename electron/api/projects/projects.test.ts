import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyAudit } from '#db/audit/verify.ts'
import { listAudit } from '#db/queries/audit.ts'
import type { ProjectInput } from '#domain/projects/schema.ts'
import { village } from '../testing/project-data.ts'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'
import { refusal } from '../testing/refusal.ts'

const whole = { offset: 0, limit: 50 }

let running: RunningOffice
let head: Client
beforeEach(async () => {
  running = await openOffice()
  head = await running.as('head')
})
afterEach(() => running.dispose())

const make = (data: ProjectInput, client = head) =>
  client.projects.save(click({ ...data, id: null, version: null }))

test('is kept as it was typed, with what is not known left empty, and closes by its own dates', async () => {
  const { id } = await make(village)
  await make({
    name: 'Без срок',
    municipality: 'Близка',
    role: 'beneficiary',
    programme: 'Друга',
    // Nobody but the municipality itself holds the contract then.
    beneficiary: 'Остатък от формуляра',
  })
  const found = await head.projects.find({ id })
  expect(found).toEqual({
    id,
    version: 1,
    state: 'open',
    data: { ...village, procedureNumber: null, procedureName: null, note: null },
  })
  const [first, second] = (await head.projects.list(whole)).rows
  expect([first?.data.municipality, second?.data.municipality]).toEqual(['Близка', 'Примерна'])
  expect(first).toMatchObject({ state: 'endUnknown', data: { beneficiary: null, total: null } })
  running.advance(86_400_000)
  // The session went to sleep meanwhile; the next one sees the new day.
  const tomorrow = await running.as('head')
  expect((await tomorrow.projects.find({ id })).state).toBe('closed')
})

test('the same contract number is refused, in whichever alphabet, but may be saved over itself', async () => {
  const { id } = await make(village)
  const twice = await refusal(
    make({ ...village, name: 'Второ', contractNumber: 'bg05m9op001-2.002-0001-\u0421001' }),
  )
  expect(twice.data.problems).toEqual([
    { code: 'projectNumberTaken', path: ['contractNumber'], params: { name: 'Грижа в село' } },
  ])
  await head.projects.save(click({ ...village, name: 'Грижа', id, version: 1 }))
  expect(await head.projects.find({ id })).toMatchObject({ version: 2, data: { name: 'Грижа' } })
  // Numbers that are not known do not meet.
  await make({ ...village, contractNumber: '' })
  await make({ ...village, contractNumber: null })
  expect((await head.projects.list(whole)).rows).toHaveLength(3)
})

test('two who save over each other are shown both; nothing of the first is lost', async () => {
  const { id } = await make(village)
  const administrator = await running.as('administrator')
  await administrator.projects.save(click({ ...village, serviceMonths: 20, id, version: 1 }))
  const late = await refusal(
    head.projects.save(click({ ...village, serviceMonths: 22, id, version: 1 })),
  )
  expect(late.code).toBe('CONFLICT')
  expect(late.data).toMatchObject({
    changedBy: 'Профил administrator',
    theirs: { serviceMonths: 20, version: 2, total: village.total },
  })
  expect((await refusal(head.projects.remove(click({ id, version: 1 })))).code).toBe('CONFLICT')
  expect((await head.projects.find({ id })).data.serviceMonths).toBe(20)
})

test('a double click writes once; what was removed stays in the journal', async () => {
  const once = click({ ...village, id: null, version: null })
  const [made, again] = [await head.projects.save(once), await head.projects.save(once)]
  expect(again).toEqual(made)
  expect((await head.projects.list(whole)).rows).toHaveLength(1)
  await head.projects.remove(click({ id: made.id, version: 1 }))
  expect((await head.projects.list(whole)).rows).toEqual([])
  expect((await refusal(head.projects.find({ id: made.id }))).code).toBe('NOT_FOUND')
  expect((await refusal(head.projects.remove(click({ id: made.id, version: 1 })))).code).toBe(
    'NOT_FOUND',
  )
  const db = running.office.vault.database().orm
  const lines = listAudit(db, { subject: { kind: 'project', id: made.id } })
  expect(lines.map(({ action }) => action)).toEqual(['project.removed', 'project.saved'])
  expect(lines[0]?.payload).toMatchObject({
    from: { contractNumber: village.contractNumber, total: village.total },
    to: null,
  })
  expect(verifyAudit(db, { anchors: [] })).toMatchObject({ ok: true })
})

test('what contradicts itself is refused at its field and writes nothing', async () => {
  const wrong = await refusal(make({ ...village, endsOn: '2026-10', serviceMonths: 27 }))
  expect(wrong.code).toBe('INVALID')
  expect(wrong.data.problems).toEqual([
    { code: 'endBeforeStart', path: ['endsOn'] },
    { code: 'projectServiceTooLong', path: ['serviceMonths'] },
  ])
  expect((await head.projects.list(whole)).rows).toEqual([])
})
