import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/accounts/roles.ts'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'
import { personInput, telkInput } from '../testing/person-data.ts'
import { refusal } from '../testing/refusal.ts'

let running: RunningOffice
let worker: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
})
afterEach(() => running.dispose())

const everything = (value: unknown) => JSON.stringify(value)

describe('what a role may not see does not leave the api', () => {
  let id: string
  let egn: string
  let telkId: string
  beforeEach(async () => {
    const data = personInput({
      ownWishText: 'Желая да остана у дома.',
      gp: 'д-р Колева',
      iban: 'BG80BNBG96611020345678',
      idCardNumber: '641234567',
      capacity: 'limitedInterdiction',
    })
    egn = data.idNumber
    id = (await worker.people.create(click(data))).id
    telkId = (
      await worker.people.saveTelkDecision(
        click({ personId: id, id: null, version: null, data: telkInput() }),
      )
    ).id
    await worker.people.addNote(
      click({ personId: id, note: { kind: 'phone' as const, text: 'Има нови припадъци.' } }),
    )
  })

  async function readAll(role: Role): Promise<string> {
    const client = await running.as(role)
    return everything([
      await client.people.find({ id }),
      await client.people.list({ offset: 0, limit: 10 }),
      await client.people.search({ text: 'георг' }),
      await client.audit.timeline({ personId: id }),
      await client.cases.path({ personId: id }),
      await client.cases.statuses({ ids: [id] }),
    ])
  }

  test.each<Role>(['head', 'socialWorker', 'clerk', 'coordinator', 'accountant'])(
    '%s: the whole ЕГН and the IBAN are in no answer',
    async (role) => {
      const seen = await readAll(role)
      expect(seen).not.toContain(egn)
      expect(seen).not.toContain('BG80')
    },
  )

  // health, number of the ТЕЛК decision, masked ЕГН, own wish, id card
  test.each<[Role, boolean, boolean, boolean, boolean]>([
    ['head', true, true, true, true],
    ['socialWorker', true, true, true, true],
    ['clerk', false, true, true, true],
    ['coordinator', false, false, false, false],
    ['accountant', false, false, false, false],
  ])('%s', async (role, health, telk, number, wish) => {
    const seen = await readAll(role)
    expect(seen.includes('Исхемична'), 'diagnosis').toBe(health)
    expect(seen.includes('I25.1'), 'МКБ-10').toBe(health)
    expect(seen.includes('припадъци'), 'talk').toBe(health)
    expect(seen.includes('"1234"'), 'ТЕЛК number').toBe(telk)
    expect(seen.includes('2028-03-01'), 'ТЕЛК term').toBe(telk)
    expect(seen.includes(`${egn.slice(0, 6)}****`), 'masked ЕГН').toBe(number)
    expect(seen.includes('641234567'), 'id card').toBe(number)
    expect(seen.includes('Желая'), 'own wish').toBe(wish)
  })

  test('a clerk types in the ТЕЛК decision of the form; the diagnosis stays as it was', async () => {
    const clerk = await running.as('clerk')
    const opened = await clerk.people.editTelkDecision({ personId: id, id: telkId })
    expect([opened.number, opened.percent, opened.diagnosis]).toEqual(['1234', 92, null])
    await clerk.people.saveTelkDecision(
      click({
        personId: id,
        id: telkId,
        version: opened.version,
        data: telkInput({ percent: 95, diagnosis: 'измислена', icd10: null }),
      }),
    )
    const [stored] = (await worker.people.find({ id })).telkDecisions ?? []
    expect(stored).toMatchObject({
      percent: 95,
      diagnosis: 'Исхемична болест на сърцето',
      icd10: 'I25.1',
    })
  })

  test('a clerk’s conflict does not carry the diagnosis either', async () => {
    const clerk = await running.as('clerk')
    const save = (client: Client, percent: number) =>
      client.people.saveTelkDecision(
        click({ personId: id, id: telkId, version: 1, data: telkInput({ percent }) }),
      )
    await save(worker, 90)
    const stale = await refusal(save(clerk, 80))
    expect(stale).toMatchObject({ code: 'CONFLICT', data: { theirs: { percent: 90 } } })
    expect(everything(stale.data)).not.toContain('Исхемична')
  })

  test('who sees no ЕГН cannot find out one digit by digit', async () => {
    const accountant = await running.as('accountant')
    const found = async (client: Client, text: string) => [
      (await client.people.search({ text })).people.length,
      (await client.people.list({ text, offset: 0, limit: 5 })).total,
    ]
    expect(await found(worker, egn.slice(0, 7))).toEqual([1, 1])
    expect((await found(accountant, egn.slice(0, 7)))[0]).toBe(0)
    expect(await found(accountant, `георгиев ${egn.slice(0, 7)}`)).toEqual(
      await found(accountant, 'георгиев 9999999'),
    )
    // Whole it finds the one who is on the telephone, in the search alone.
    expect(await found(accountant, egn)).toEqual([1, 0])
  })

  test('a part is opened and saved only from its own dossier', async () => {
    const other = await worker.people.create(click(personInput({ lastName: 'Друг' })))
    expect(await refusal(worker.people.editTelkDecision({ personId: other.id, id: telkId })))
      .toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
    const foreign = { personId: other.id, id: telkId, version: 1, data: telkInput() }
    expect(await refusal(worker.people.saveTelkDecision(click(foreign)))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('„Покажи“ is written down each time; opening once a session', async () => {
    await worker.people.find({ id })
    await worker.people.find({ id })
    expect(await worker.people.revealId(click({ id }))).toEqual({ idNumber: egn, former: [] })
    await worker.people.revealId({ requestId: randomUUID(), data: { id } })
    const head = await running.as('head')
    const [first] = await head.audit.viewers({ personId: id })
    expect(first).toMatchObject({ name: 'Профил socialWorker', times: 1, revealed: 2 })
    expect(await refusal(worker.audit.viewers({ personId: id }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('the list', () => {
  beforeEach(async () => {
    for (const lastName of ['Яков', 'Ангелов', 'Йотов', 'Илиев', 'Ангелова'])
      await worker.people.create(click(personInput({ lastName })))
  })
  test('letters lead to the first surname that begins with them, both ways', async () => {
    const names = async (descending: boolean) =>
      (
        await worker.people.list({ order: [{ by: 'name', descending }], offset: 0, limit: 10 })
      ).rows.map((row) => row.lastName)
    for (const descending of [false, true]) {
      const all = await names(descending)
      for (const text of ['а', 'ан', 'й', 'я']) {
        const question = { order: [{ by: 'name', descending }] }
        const at = await worker.people.place({ question, text })
        expect(all[at]?.toLowerCase().startsWith(text), `${text} ${String(descending)}`).toBe(true)
        expect(all[at - 1]?.toLowerCase().startsWith(text) ?? false).toBe(false)
      }
    }
  })
  test('groups are only for who may know of them', async () => {
    const ask = (client: Client, view: 'clients' | 'applicants') =>
      client.people.list({ view, offset: 0, limit: 10 })
    expect(await ask(worker, 'applicants')).toEqual({ rows: [], total: 0 })
    const accountant = await running.as('accountant')
    expect(await ask(accountant, 'clients')).toEqual({ rows: [], total: 0 })
    expect(await refusal(ask(accountant, 'applicants'))).toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('the timeline tells what was done, newest first, in pages, without what stood in the fields', async () => {
  const data = personInput()
  const { id, version } = await worker.people.create(click(data))
  for (const text of ['първо', 'второ'])
    await worker.people.addNote(click({ personId: id, note: { kind: 'visit' as const, text } }))
  const changed = { ...data, firstName: 'Стоян', gp: 'д-р Тайнова' }
  await worker.people.update(click({ id, version, data: changed }))
  const all = await worker.audit.timeline({ personId: id })
  expect(all.entries.map((entry) => entry.action)).toEqual([
    'person.changed',
    'person.noteAdded',
    'person.noteAdded',
    'person.created',
  ])
  expect(all.entries[0]).toMatchObject({ by: 'Профил socialWorker', fields: ['firstName', 'gp'] })
  expect(everything(all)).not.toContain('Тайнова')
  expect(all.entries.map((entry) => entry.note?.text)).toEqual([
    undefined,
    'второ',
    'първо',
    undefined,
  ])
  const talks = await worker.audit.timeline({ personId: id, kinds: ['talks'], limit: 1 })
  expect(talks.entries.map((entry) => entry.note?.text)).toEqual(['второ'])
  const next = await worker.audit.timeline({
    personId: id,
    kinds: ['talks'],
    beforeSeq: talks.next ?? 1,
  })
  expect(next).toMatchObject({ entries: [{ note: { text: 'първо' } }], next: null })
})
