import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#db/connection.ts'
import { RowMissing, StaleVersion, UniqueViolation } from '#db/errors.ts'
import { openTestOffice } from '#db/testing/database.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema, representativeSchema, telkDecisionSchema } from '#domain/people/schema.ts'
import type { Person, PersonInput } from '#domain/people/schema.ts'
import { keepApart, keptApartFrom, letTogether } from './people-apart.ts'
import { formerIdsOf, keepFormerId } from './people-former-ids.ts'
import { rebuildPeopleIndex } from './people-index.ts'
import { countPeople, countPeopleOnce, listPeople, type PeopleFilter } from './people-list.ts'
import {
  getDossierPerson,
  insertPersonNote,
  insertRepresentative,
  insertTelkDecision,
  updateRepresentative,
  updateTelkDecision,
} from './people-parts.ts'
import { searchPeople } from './people-search.ts'
import { similarPeople } from './people-similar.ts'
import {
  findPersonByNumber,
  getPerson,
  insertPerson,
  listSettlements,
  updatePerson,
} from './people.ts'

let database: Database
const stamp = { at: '2026-11-21T08:00:00.000Z', by: '' }
const later = { at: '2026-11-22T08:00:00.000Z', by: '' }

beforeEach(() => {
  const office = openTestOffice()
  database = office.db
  stamp.by = later.by = office.accountId
  return () => {
    office.dispose()
  }
})

let serial = 0
const input = (over: Partial<PersonInput> = {}, birthDate = '1945-06-12') =>
  personSchema.parse({
    firstName: 'Иван',
    middleName: 'Петров',
    lastName: 'Георгиев',
    idKind: 'egn',
    idNumber: composeEgn(birthDate, 900 + (serial++ % 50) * 2),
    birthDate,
    sex: 'male',
    currentAddress: { settlementKind: 'village', settlement: 'Драговищица', street: 'Трета' },
    phones: [{ number: '0888 123 456', note: null }],
    ...over,
  })
const add = (over: Partial<PersonInput> = {}, birthDate?: string) =>
  database.transaction((tx) => insertPerson(tx, input(over, birthDate), stamp))
const names = (query: string) =>
  searchPeople(database.orm, query).people.map((p) => `${p.firstName} ${p.lastName}`)

/** A filter whose reader may search by every number. */
type Asked = Omit<PeopleFilter, 'text'> & { text?: string; ids?: string[] }

describe('one person', () => {
  test('comes back as it was saved, and the form takes it again', () => {
    const data = input({
      permanentAddress: { settlementKind: 'town', settlement: 'Кюстендил', postCode: '2500' },
    })
    const saved = database.transaction((tx) => insertPerson(tx, data, stamp))
    const read = getPerson(database.orm, saved.id)
    expect(read).toMatchObject({ ...data, version: 1, createdBy: stamp.by })
    expect(personSchema.parse(read)).toEqual(data)
    expect(findPersonByNumber(database.orm, 'egn', data.idNumber)?.id).toBe(saved.id)
    expect(findPersonByNumber(database.orm, 'lnch', data.idNumber)).toBeUndefined()
  })
  test('one number is one person; nothing of the refused one is left', () => {
    const first = add()
    expect(() => add({ idNumber: first.idNumber, lastName: 'Втори' })).toThrow(UniqueViolation)
    expect(countPeople(database.orm, {})).toBe(1)
    expect(names('втори')).toEqual([])
  })
  test('a save over an older version is refused and changes nothing', () => {
    const first = add()
    const save = (version: number, over: Partial<PersonInput>) =>
      database.transaction((tx) =>
        updatePerson(tx, first.id, version, input({ idNumber: first.idNumber, ...over }), later),
      )
    expect(save(1, { lastName: 'Стоянов', phones: [] })).toMatchObject({
      version: 2,
      lastName: 'Стоянов',
      phones: [],
      updatedAt: later.at,
      createdAt: stamp.at,
    })
    expect(() => save(1, { lastName: 'Друг' })).toThrow(StaleVersion)
    expect(getPerson(database.orm, first.id)?.lastName).toBe('Стоянов')
    expect(names('георгиев')).toEqual([])
    expect(names('стоянов')).toEqual(['Иван Стоянов'])
    expect(() => database.transaction((tx) => updatePerson(tx, 'няма', 1, input(), later))).toThrow(
      RowMissing,
    )
  })
  test('the dossier holds representatives, decisions and notes, newest first', () => {
    const { id } = add()
    const representative = representativeSchema.parse({
      kind: 'proxy',
      firstName: 'Анна',
      lastName: 'Георгиева',
      documentKind: 'powerOfAttorney',
    })
    const decision = telkDecisionSchema.parse({
      number: '1',
      decidedOn: '2024-03-01',
      kind: 'workCapacity',
      percent: 70.99,
      attendance: true,
      validUntil: '2027-03-01',
    })
    database.transaction((tx) => {
      const r = insertRepresentative(tx, id, representative, stamp)
      updateRepresentative(tx, r.id, 1, { ...representative, kind: 'curator' }, later)
      const t = insertTelkDecision(tx, id, decision, stamp)
      insertTelkDecision(tx, id, { ...decision, number: '2', decidedOn: '2025-03-01' }, stamp)
      updateTelkDecision(tx, t.id, 1, { ...decision, percent: 71 }, later)
      expect(() => updateTelkDecision(tx, t.id, 1, decision, later)).toThrow(StaleVersion)
      insertPersonNote(tx, id, { kind: 'phone', text: 'първо' }, stamp)
      insertPersonNote(tx, id, { kind: 'visit', text: 'второ' }, later)
    })
    const dossier = getDossierPerson(database.orm, id)
    expect(dossier?.representatives).toMatchObject([{ kind: 'curator', version: 2 }])
    expect(dossier?.telkDecisions.map((d) => [d.number, d.percent])).toEqual([
      ['2', 70.99],
      ['1', 71],
    ])
    expect(dossier?.notes.map((n) => n.text)).toEqual(['второ', 'първо'])
    expect(getDossierPerson(database.orm, 'няма')).toBeUndefined()
  })
})

describe('search as you type', () => {
  beforeEach(() => {
    add()
    add({ firstName: 'Мария', middleName: 'Иванова', lastName: 'Стоянова', sex: 'female' })
    add({
      firstName: 'Йордан',
      lastName: 'Щерев',
      currentAddress: { settlementKind: 'town', settlement: 'Кюстендил' },
      phones: [{ number: '078 550 000', note: null }],
    })
    add({ firstName: 'Петър', middleName: null, lastName: 'Иванов' }, '1950-01-02')
  })
  test.each([
    ['стоян мар', ['Мария Стоянова']],
    ['Stoyanova', ['Мария Стоянова']],
    ['Stoianova', ['Мария Стоянова']],
    ['йор', ['Йордан Щерев']],
    ['Shterev', ['Йордан Щерев']],
    ['кюст', ['Йордан Щерев']],
    ['иван георг', ['Иван Георгиев']],
    ['георг иван', ['Иван Георгиев']],
    ['5001', []],
    ['500102', ['Петър Иванов']],
    ['5501', []],
    ['078 55', ['Йордан Щерев']],
    ['78550', ['Йордан Щерев']],
    ['+359 78 550', ['Йордан Щерев']],
    ['иванов 5001', ['Петър Иванов']],
    ['и', []],
    ['450', []],
    ['няма', []],
    ['"', []],
    ['* OR names:', []],
  ])('%s', (query, found) => {
    if (query === '5001') expect(names(query)).toEqual(['Петър Иванов'])
    else expect(names(query)).toEqual(found)
  })
  test('people whose surname is typed come first', () => {
    expect(names('иван')[0]).toBe('Петър Иванов')
    expect(names('иван').sort()).toEqual(['Иван Георгиев', 'Мария Стоянова', 'Петър Иванов'])
  })
  test('the wrong keyboard layout is understood and said', () => {
    expect(searchPeople(database.orm, 'oak;d').shownFor).toBeNull()
    const found = searchPeople(database.orm, 'rldk')
    expect(found.shownFor).toEqual({ text: 'иван', reason: 'layoutBds' })
    expect(found.people).toHaveLength(3)
    expect(searchPeople(database.orm, 'иван').shownFor).toBeNull()
  })
  test('the index built anew finds the same; words taken out are not left in the index', () => {
    database.transaction((tx) => {
      rebuildPeopleIndex(tx)
    })
    expect(names('щерев')).toEqual(['Йордан Щерев'])
    const before = vocabulary()
    expect(before).toContain('стоианова')
    const person = searchPeople(database.orm, 'стоянова').people[0]
    const stored = person && getPerson(database.orm, person.id)
    if (!stored) throw new Error('not found')
    database.transaction((tx) => {
      updatePerson(tx, stored.id, 1, { ...personSchema.parse(stored), lastName: 'Нова' }, later)
    })
    expect(vocabulary()).not.toContain('стоианова')
    expect(indexBytes()).not.toContain('стоиан')
  })
})

function vocabulary(): string[] {
  database.raw.exec(
    "create virtual table if not exists temp.words using fts5vocab('main', 'person_search', 'row')",
  )
  return database.raw.prepare('select term from temp.words').pluck().all() as string[]
}

function indexBytes(): string {
  const blocks = database.raw.prepare('select block from person_search_data').pluck().all()
  return Buffer.concat(blocks as Buffer[]).toString('utf8')
}

describe('the list', () => {
  test('in Bulgarian order, in windows, both ways', () => {
    for (const lastName of ['Яков', 'Йотов', 'Ангелов', 'Илиев', 'Калчев', 'Съев'])
      add({ lastName })
    const window = (offset: number, descending = false) =>
      listPeople(database.orm, {}, [{ by: 'name', descending }], { offset, limit: 4 }).map(
        (p) => p.lastName,
      )
    expect([...window(0), ...window(4)]).toEqual([
      'Ангелов',
      'Илиев',
      'Йотов',
      'Калчев',
      'Съев',
      'Яков',
    ])
    expect(window(0, true)).toEqual(['Яков', 'Съев', 'Калчев', 'Йотов'])
    expect(window(0).length + window(4).length).toBe(6)
  })
  test('filters by text, settlement, death and ids together', () => {
    const town = { settlementKind: 'town' as const, settlement: 'Кюстендил' }
    const a = add({ lastName: 'Иванов', currentAddress: town })
    add({ lastName: 'Иванов' })
    add({ lastName: 'Петров', currentAddress: town, deathDate: '2026-01-01' })
    const count = ({ text, ids, ...filter }: Asked) =>
      countPeople(database.orm, {
        ...filter,
        ...(text === undefined ? {} : { text: { text, byIdNumber: true } }),
        ...(ids === undefined ? {} : { chosen: { mode: 'some', ids } }),
      })
    expect(count({})).toBe(3)
    expect(count({ text: 'ivanov' })).toBe(2)
    expect(count({ text: 'ivanov', settlement: 'КЮСТЕНДИЛ' })).toBe(1)
    expect(count({ settlement: 'Кюстендил', deceased: false })).toBe(1)
    expect(count({ deceased: true })).toBe(1)
    expect(count({ ids: [a.id] })).toBe(1)
    expect(count({ ids: [] })).toBe(0)
    expect(count({ text: a.idNumber })).toBe(1)
    expect(count({ text: '–' })).toBe(0)
    expect(listSettlements(database.orm)).toEqual([
      { settlementKind: 'town', settlement: 'Кюстендил', people: 2 },
      { settlementKind: 'village', settlement: 'Драговищица', people: 1 },
    ])
  })
})

test('who moves is counted and filtered in the new place, also after the index is built anew', () => {
  const here = { settlementKind: 'village' as const, settlement: 'Драговищица' }
  const there = { settlementKind: 'town' as const, settlement: 'Кюстендил' }
  const mover = add({ currentAddress: here })
  add({ currentAddress: here })
  const inPlace = (settlement: string) => ({
    rows: listPeople(database.orm, { settlement }, [{ by: 'name' }], { offset: 0, limit: 9 })
      .length,
    count: countPeopleOnce(database.orm, { settlement }),
  })
  expect(inPlace('Драговищица')).toEqual({ rows: 2, count: 2 })
  database.transaction((tx) => {
    const data = { ...input({ idNumber: mover.idNumber }), currentAddress: { ...here, ...there } }
    updatePerson(tx, mover.id, 1, personSchema.parse(data), later)
  })
  const moved = () => {
    expect(inPlace('Драговищица')).toEqual({ rows: 1, count: 1 })
    expect(inPlace('кюстендил')).toEqual({ rows: 1, count: 1 })
    expect(listSettlements(database.orm)).toEqual([
      { ...here, people: 1 },
      { ...there, people: 1 },
    ])
  }
  moved()
  database.transaction((tx) => {
    tx.run(sql`update persons set settlement_key = ''`)
    rebuildPeopleIndex(tx)
  })
  moved()
})

test('a count is made anew after every write, and what was taken back is not counted', () => {
  const count = () => countPeopleOnce(database.orm, {})
  expect(count()).toBe(0)
  add()
  expect(count()).toBe(1)
  expect(() =>
    database.transaction((tx) => {
      insertPerson(tx, input(), stamp)
      expect(countPeopleOnce(tx, {})).toBe(2)
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect(count()).toBe(1)
})

test('similar people: the number first, then name and birth date', () => {
  const same = add()
  const twin = add({ firstName: 'Иван', lastName: 'Гоергиев' })
  add({ firstName: 'Петър', lastName: 'Друг' })
  const candidate = {
    firstName: 'Ivan',
    middleName: null,
    lastName: 'Георгиев',
    idKind: 'egn' as const,
    idNumber: same.idNumber,
    birthDate: '1945-06-12',
  }
  expect(similarPeople(database.orm, candidate).map((p) => [p.id, p.likeness])).toEqual([
    [same.id, 'same'],
    [twin.id, 'distinct'],
  ])
  expect(similarPeople(database.orm, candidate, same.id).map((p) => p.id)).toEqual([twin.id])
})

test('a valid ЕГН of their own ranks last; who was found to be another is offered no more', () => {
  const ani = add({ firstName: 'Ани', middleName: null, lastName: 'Илиева', sex: 'female' })
  const yana = add({ firstName: 'Яна', middleName: null, lastName: 'Илиева', sex: 'female' })
  const foreign = { idKind: 'other' as const, idNumber: 'P 123', lastName: 'Илиева' }
  const anna = add({ ...foreign, firstName: 'Ана', middleName: null, sex: 'female' })
  const alike = (of: Person) =>
    similarPeople(database.orm, of, of.id).map(({ id, likeness }) => [id, likeness])
  expect(alike(ani)).toEqual([
    [anna.id, 'similar'],
    [yana.id, 'distinct'],
  ])
  const names = (of: Person) => keptApartFrom(database.orm, of.id).map(({ id }) => id)
  // From either side of the pair, and once however often it is said.
  database.transaction((tx) => {
    keepApart(tx, yana.id, ani.id, stamp)
    keepApart(tx, ani.id, yana.id, later)
  })
  expect([alike(ani), names(ani), names(yana)]).toEqual([
    [[anna.id, 'similar']],
    [yana.id],
    [ani.id],
  ])
  expect(alike(yana)).toEqual([[anna.id, 'similar']])
  expect(database.transaction((tx) => letTogether(tx, ani.id, yana.id))).toBe(true)
  expect(alike(yana)).toHaveLength(2)
  expect(database.transaction((tx) => letTogether(tx, ani.id, yana.id))).toBe(false)
})

test('a former number finds the person, in search, list and among those who are alike', () => {
  const old = { idKind: 'lnch' as const, idNumber: '1001001115' }
  const person = add()
  const nobody = add({ lastName: 'Друг' })
  const until = { until: '2026-11-21', ground: 'naturalised' as const }
  database.transaction((tx) => {
    keepFormerId(tx, person.id, { ...old, ...until }, stamp)
  })
  expect(formerIdsOf(database.orm, person)).toEqual([{ ...old, ...until }])
  // Once they have it again it is no former one.
  expect(formerIdsOf(database.orm, { ...person, ...old })).toEqual([])
  const found = (text: string) => searchPeople(database.orm, text).people.map(({ id }) => id)
  expect(found('1001 001')).toEqual([person.id])
  expect(found('георгиев 1001001115')).toEqual([person.id])
  const listed = (byIdNumber: boolean) =>
    countPeople(database.orm, { text: { text: '1001001115', byIdNumber } })
  expect([listed(true), listed(false)]).toEqual([1, 0])
  const typed = { firstName: '', middleName: null, lastName: '', birthDate: null, ...old }
  expect(similarPeople(database.orm, typed).map(({ id, likeness }) => [id, likeness])).toEqual([
    [person.id, 'former'],
  ])
  expect(nobody.id).not.toBe(person.id)
})

test('who has one name only is kept, found and listed by it', () => {
  const one = add({ firstName: 'Субхан', middleName: null, lastName: null })
  expect(getPerson(database.orm, one.id)).toMatchObject({ firstName: 'Субхан', lastName: null })
  for (const text of ['субхан', 'subhan', 'субхан драг'])
    expect(
      searchPeople(database.orm, text).people.map(({ id }) => id),
      text,
    ).toEqual([one.id])
  const whole = database.orm.all<Record<string, string>>(
    sql`select sort_key, search_text from persons where id = ${one.id}`,
  )[0]
  expect(JSON.stringify(whole)).not.toMatch(/null| {2}/)
  database.transaction(rebuildPeopleIndex)
  expect(searchPeople(database.orm, 'субхан').people).toHaveLength(1)
  const again = { ...one, idKind: 'lnch' as const, idNumber: '1001001115' }
  expect(similarPeople(database.orm, again).map(({ id }) => id)).toEqual([one.id])
})
