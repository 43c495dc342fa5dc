import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { composeEgn } from '#domain/people/ids.ts'
import { maskId } from '#domain/text/format-person.ts'
import { personIdentifier } from '#papers/kit/words.ts'
import { personSide } from '../kernel/parties.ts'
import { approvedCase } from '../testing/cases.ts'
import { sha256Of } from '../testing/contract-desk.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { personInput } from '../testing/person-data.ts'
import { codesAt, refusal } from '../testing/refusal.ts'

let running: RunningOffice
let worker: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
})
afterEach(() => running.dispose())

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
