import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/accounts/roles.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { maskId } from '#domain/text/format-person.ts'
import { personIdentifier } from '#papers/kit/words.ts'
import { personSide } from '../kernel/parties.ts'
import { approvedCase } from '../testing/cases.ts'
import { sha256Of } from '../testing/contract-desk.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { personInput, telkInput } from '../testing/person-data.ts'
import { codesAt, refusal } from '../testing/refusal.ts'

let running: RunningOffice
let worker: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
})
afterEach(() => running.dispose())

const everything = (value: unknown) => JSON.stringify(value)

describe('a person', () => {
  test('is written once however often the button is pressed', async () => {
    const once = click(personInput())
    const [first, second] = await Promise.all([
      worker.people.create(once),
      worker.people.create(once),
    ])
    expect(second).toEqual(first)
    const { total } = await worker.people.list({ offset: 0, limit: 10 })
    expect(total).toBe(1)
  })

  test('is refused with a code at the right field, and nothing is written', async () => {
    const cases: [Parameters<typeof personInput>[0], string, string][] = [
      [{ idNumber: '4506121235' }, 'egnChecksum', 'idNumber'],
      [{ idNumber: '45O6121234' }, 'egnDigits', 'idNumber'],
      [{ birthDate: '2027-01-01' }, 'birthDateInFuture', 'birthDate'],
      [{ firstName: 'И'.repeat(10_000) }, 'nameTooLong', 'firstName'],
      [{ firstName: 'Иван 😀' }, 'textEmoji', 'firstName'],
      [{ lastName: 'Гeоргиев' }, 'nameMixedScript', 'lastName'],
      [{ phones: [{ number: '12' }] }, 'phoneTooShort', 'phones.0.number'],
    ]
    for (const [own, code, field] of cases) {
      const said = codesAt(await refusal(worker.people.create(click(personInput(own)))))
      expect(said, code).toContainEqual([code, field])
    }
    const { total } = await worker.people.list({ offset: 0, limit: 10 })
    expect(total).toBe(0)
  })

  test('marks of direction do not make another name: those around a copy go, one that turns the letters is refused', async () => {
    const named = (lastName: string) => worker.people.create(click(personInput({ lastName })))
    const { id } = await named('\u202aГеоргиев\u202c')
    expect((await worker.people.edit({ id })).lastName).toBe('Георгиев')
    const turned = await refusal(named('\u202eГеоргиев\u202c'))
    expect(turned.data.problems).toMatchObject([{ path: ['lastName'] }])
  })

  test('a number that is taken names whose dossier to open', async () => {
    const mine = personInput()
    const { id } = await worker.people.create(click(mine))
    const again = await refusal(
      worker.people.create(click(personInput({ idNumber: mine.idNumber }))),
    )
    expect(again.code).toBe('RULE')
    expect(again.data.problems).toEqual([
      {
        code: 'personNumberTaken',
        path: ['idNumber'],
        params: { name: 'Иван Петров Георгиев', settlement: 'с.\u00a0Примерно', personId: id },
      },
    ])
  })

  test('two windows: the second save is shown the first one and overwrites nothing', async () => {
    const data = personInput()
    const { id, version } = await worker.people.create(click(data))
    const head = await running.as('head')
    await head.people.update(click({ id, version, data: { ...data, firstName: 'Стоян' } }))
    const stale = await refusal(
      worker.people.update(click({ id, version, data: { ...data, gp: 'д-р Колева' } })),
    )
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      data: { changedBy: 'Профил head', theirs: { firstName: 'Стоян', version: version + 1 } },
    })
    expect((await worker.people.edit({ id })).gp).toBeNull()
  })
})

describe('another number', () => {
  /** Somebody with an issued contract, and the number that will stand in the place of theirs. */
  async function served() {
    const { personId } = approvedCase(running.office)
    const head = await running.as('head')
    await issuedContract({ worker, head }, personId)
    const { version, createdAt: _at, ...data } = await worker.people.edit({ id: personId })
    const other = composeEgn(data.birthDate, 990)
    const save = (own: object) =>
      worker.people.update(
        click({ id: personId, version, data: { ...data, idNumber: other }, ...own }),
      )
    return { personId, old: data.idNumber, other, save, head }
  }
  const sideOf = (personId: string) =>
    personSide(running.office.vault.database().orm, personId, testToday)

  test('is refused without its ground, and nothing is written', async () => {
    const { personId, old, save } = await served()
    expect(codesAt(await refusal(save({})))).toEqual([['idChangeGroundRequired', 'idChangeGround']])
    expect((await worker.people.edit({ id: personId })).idNumber).toBe(old)
  })

  test('leaves the old one in the dossier, in the search and on the papers to come', async () => {
    const { personId, old, other, save, head } = await served()
    const { rows } = await worker.papers.list({ offset: 0, limit: 10 })
    const paperId = rows[0]?.id ?? ''
    const frozen = await sha256Of(await worker.papers.pdf({ id: paperId }))
    expect(sideOf(personId).person).not.toHaveProperty('formerIdentifiers')
    await save({ idChangeGround: 'registry' })
    const { formerIds } = await worker.people.find({ id: personId })
    expect(formerIds).toEqual([
      { idKind: 'egn', idNumber: maskId(old), until: testToday, ground: 'registry' },
    ])
    const shown = await worker.people.revealId(click({ id: personId }))
    expect([shown.idNumber, shown.former[0]?.idNumber]).toEqual([other, old])
    expect((await worker.people.search({ text: old })).people.map(({ id }) => id)).toEqual([
      personId,
    ])
    expect(personIdentifier(sideOf(personId).person)).toBe(
      `ЕГН\u00a0${other}, с предишен ЕГН\u00a0${old}`,
    )
    // The paper that was issued says what it said, byte for byte.
    expect(await sha256Of(await worker.papers.pdf({ id: paperId }))).toBe(frozen)
    const { rows: lines } = await head.audit.journal({ filter: { personId }, offset: 0, limit: 20 })
    const line = lines.find(({ action }) => action === 'person.changed')
    expect(line).toMatchObject({
      fields: ['people:fields.idNumber'],
      more: { key: 'audit:idChangedFor.registry' },
    })
    // Who sees no number is not told of a former one, and finds nobody by a part of it.
    const accountant = await running.as('accountant')
    expect((await accountant.people.find({ id: personId })).formerIds).toEqual([])
    expect((await accountant.people.search({ text: old.slice(0, 7) })).people).toEqual([])
  })

  test('is not kept where it was mistyped and stands on no paper: it may be somebody else’s', async () => {
    const data = personInput()
    const { id, version } = await worker.people.create(click(data))
    const right = { ...data, idNumber: composeEgn('1945-06-12', 991) }
    const idChangeGround = 'mistyped' as const
    await worker.people.update(click({ id, version, data: right, idChangeGround }))
    expect((await worker.people.find({ id })).formerIds).toEqual([])
  })

  test('of somebody else says whose dossier to open', async () => {
    const { old } = await served()
    const mine = personInput({ birthDate: '1950-02-03' })
    const { id, version } = await worker.people.create(click(mine))
    const { birthDate } = await worker.people.edit({ id: (await ownerOf(old)) ?? '' })
    const taken = { ...mine, idNumber: old, birthDate }
    const said = await refusal(
      worker.people.update(
        click({ id, version, data: taken, idChangeGround: 'mistyped' as const }),
      ),
    )
    expect(said.data.problems).toMatchObject([
      { code: 'personNumberTaken', params: { personId: await ownerOf(old) } },
    ])
  })
  const ownerOf = async (number: string) =>
    (await worker.people.search({ text: number })).people[0]?.id
})

describe('two who look like one', () => {
  test('are told apart for good, in both dossiers, and it can be taken back', async () => {
    const birthDate = '1951-03-04'
    const twin = (firstName: string, serial: number) =>
      worker.people.create(
        click(personInput({ firstName, birthDate, idNumber: composeEgn(birthDate, serial) })),
      )
    const { id: one } = await twin('Иван', 940)
    const { id: other } = await twin('Иванка', 943)
    const shown = async (id: string) => {
      const { similar, apart } = await worker.people.repeats({ id })
      return [
        similar.map((person) => [person.id, person.likeness]),
        apart.map(({ id: own }) => own),
      ]
    }
    expect(await shown(one)).toEqual([[[other, 'distinct']], []])
    await worker.people.keepApart(click({ personId: one, otherId: other }))
    expect(await shown(one)).toEqual([[], [other]])
    expect(await shown(other)).toEqual([[], [one]])
    for (const personId of [one, other]) {
      const { entries } = await worker.audit.timeline({ personId })
      expect(entries[0]?.action).toBe('person.keptApart')
    }
    await worker.people.undoApart(click({ personId: other, otherId: one }))
    expect(await shown(one)).toEqual([[[other, 'distinct']], []])
    const twice = worker.people.undoApart(click({ personId: other, otherId: one }))
    expect(await refusal(twice)).toMatchObject({ code: 'NOT_FOUND' })
    const alone = worker.people.keepApart(click({ personId: one, otherId: one }))
    expect(codesAt(await refusal(alone))).toEqual([['personIsItself', undefined]])
    const accountant = await running.as('accountant')
    for (const refused of [
      accountant.people.repeats({ id: one }),
      accountant.people.keepApart(click({ personId: one, otherId: other })),
    ])
      expect(await refusal(refused)).toMatchObject({ code: 'FORBIDDEN' })
  })
})

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

test('a new person’s path begins with the application, for who may take one', async () => {
  const { id } = await worker.people.create(click(personInput({ idCardValidUntil: '2026-12-01' })))
  const path = await worker.cases.path({ personId: id })
  expect(path.action).toEqual({ code: 'takeApplication', id: null })
  expect(path.steps.map(({ step, state }) => [step, state])).toEqual([
    ['application', 'notBegun'],
    ['assessment', 'notBegun'],
    ['plan', 'notBegun'],
    ['contract', 'notBegun'],
  ])
  expect(path.deadlines).toEqual([{ kind: 'idCardEnds', date: '2026-12-01', daysLeft: 15 }])
  const accountant = await running.as('accountant')
  const seen = await accountant.cases.path({ personId: id })
  expect(seen).toMatchObject({ action: null, waitsFor: null, deadlines: [] })
  expect(seen.steps.map(({ step }) => step)).toEqual(['contract'])
})
