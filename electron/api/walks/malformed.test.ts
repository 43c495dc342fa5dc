import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { lists } from '#domain/lists/register.ts'
import { composeEgn } from '#domain/people/ids.ts'
import type { Office } from '#electron/office/office.ts'
import { apiErrors } from '../kernel/errors.ts'
import { attacksOn, marker, sampleOf, type Attack, type Known } from '../testing/hostile.ts'
import type { Client } from '../testing/office.ts'
import { openReleasedOffice, type ReleasedOffice } from '../testing/released-office.ts'
import { call, outcomeOf, procedures, type Found } from '../testing/procedures.ts'

/**
 * An office with people, papers and numbers in it: what an input that the schema lets in can reach.
 * Every place of every input is tried with every hostile value at the schema itself. Through the
 * router goes of what the schema refuses one of each kind and one for each place, since refusals go
 * one way; of what it lets in three of each kind and one for each place.
 */
let released: ReleasedOffice
let office: Office
let head: Client
let administrator: Client
/** Whole identity numbers in the office: none may stand in a refusal. */
let idNumbers: string[]

const stranger = () => released.stranger()
const rows = (sql: string) => released.rows(sql)

beforeAll(async () => {
  released = await openReleasedOffice()
  office = released.office
  head = (await released.logIn('Мария Грижева')).client
  administrator = (await released.logIn('Пламен Ключаров')).client
  idNumbers = rows('select id_number from persons where id_number is not null').map((one) =>
    String(one['id_number']),
  )
})
afterAll(() => released.dispose())

const tables: Record<string, string> = {
  calendar: 'own_days',
  people: 'persons',
  plans: 'support_plans',
  candidates: 'candidacies',
  selections: 'selection_cards',
  methodologies: 'methodology_versions',
  catalogue: 'employment_catalogue',
}
const named: Record<string, string> = {
  personId: 'persons',
  applicationId: 'applications',
  assessmentId: 'assessments',
  planId: 'support_plans',
  contractId: 'contracts',
  employmentId: 'employments',
  annexId: 'employment_annexes',
  projectId: 'projects',
  representativeId: 'representatives',
  paperId: 'papers',
}

/** What a person's fields take, and a form of the office that is new. */
const fieldsOfPeople = {
  firstName: 'Иван',
  middleName: 'Петров',
  lastName: 'Георгиев',
  idKind: 'egn',
  idNumber: composeEgn('1945-06-12', 998),
  birthDate: '1945-06-12',
  sex: 'male',
  phone: '078 550 000',
  eik: '000193282',
  email: '',
  noRisks: true,
  password: 'бавна река с 9 камъка',
  newPassword: 'бавна река с 9 камъка',
  new: 'бавна река с 9 камъка',
}

/** Ids that are there, the record of the procedure with its version. */
function knownFor(name: string): Known {
  const part = name.split('.')[0]!
  const table = tables[part] ?? part
  const own = rows(`select name from sqlite_master where type = 'table' and name = '${table}'`)
    .length
    ? rows(`select * from ${table} order by rowid desc limit 1`)[0]
    : undefined
  const others = Object.entries(named).flatMap(([field, of]) => {
    const id = rows(`select id from ${of} order by rowid desc limit 1`)[0]?.['id']
    return id === undefined ? [] : [[field, id] as const]
  })
  const number = rows('select number, kind from papers limit 1')[0]
  return {
    ...Object.fromEntries(others),
    ...Object.fromEntries(Object.entries(own ?? {}).map(([key, value]) => [camel(key), value])),
    number: number?.['number'],
    kind: number?.['kind'],
    limit: 50,
    ...fieldsOfPeople,
  }
}

const camel = (column: string) =>
  column.replaceAll(/_(.)/g, (_all, letter: string) => letter.toUpperCase())

/** A pair of keys is made by each of these: half a second a call. The first two stand for all. */
const makesKeys = new Set(['accounts.create', 'accounts.resetPassword', 'recovery.issueSheet'])
const enoughKeys = 2
/** Makes a paper or a file of whatever it is given: one of each kind is enough. */
const makesPapers = new Set([
  ...['contracts.preview', 'assessments.draftPdf', 'plans.draftPdf'],
  ...['candidates.declarationsPdf', 'candidates.refusalPdf'],
  ...['employments.preview', 'employments.printNotice', 'employments.printSheet'],
  ...['events.printPresence'],
  ...Object.keys(lists).flatMap((list) => [`${list}.exportList`, `${list}.printList`]),
])
/** Ends the session that asks; what it takes is nothing anyway. */
const ofSession = new Set(['session.lock', 'session.logOut'])

const refusals = new Set(Object.keys(apiErrors).filter((code) => code !== 'INTERNAL'))

interface Fault {
  name: string
  attack: string
  what: string
}

async function attack({
  name,
  meta,
  input: schema,
}: Found): Promise<{ tried: number; faults: Fault[] }> {
  const faults: Fault[] = []
  const client =
    meta.kind === 'open'
      ? stranger()
      : meta.permission && !can(['head'], meta.permission)
        ? administrator
        : head
  const seen = new Map<string, number>()
  let keys = 0
  let tried = 0
  const base = sampleOf(schema, knownFor(name))
  const whole: Attack = { kind: 'nothing wrong', at: '', input: base, fits: () => true }
  for (const one of [whole, ...attacksOn(schema, knownFor(name))]) {
    const fault = (what: string) =>
      faults.push({ name, attack: `${one.kind} at ${one.at || '.'}`, what })
    let taken = false
    try {
      taken = one.fits() && schema.safeParse(one.input).success
    } catch (error) {
      fault(`the schema threw ${String(error).slice(0, 80)}`)
    }
    const enough = !taken || makesPapers.has(name) ? 1 : 3
    if ((seen.get(one.kind) ?? 0) >= enough && seen.has(one.at)) continue
    if (taken && (makesKeys.has(name) ? ++keys > enoughKeys : ofSession.has(name) && keys++ > 0))
      continue
    seen.set(one.kind, (seen.get(one.kind) ?? 0) + 1).set(one.at, 1)
    tried += 1
    const outcome = await outcomeOf(call(client, name, freshRequest(one.input)))
    const lost = outcome.told.includes('noSession') || outcome.code === 'LOCKED'
    if (lost && meta.kind !== 'open') fault('the session was lost')
    if (outcome.code !== 'OK' && !refusals.has(outcome.code)) fault(outcome.code)
    if (taken && outcome.code === 'INVALID') fault('taken by the schema, refused as malformed')
    if (leaks(outcome.told)) fault(`tells ${outcome.told.slice(0, 120)}`)
  }
  return { tried, faults }
}

/** A click of its own, where the input still has the place of one. */
function freshRequest(input: unknown): unknown {
  const asked = input as { requestId?: unknown } | null | undefined
  return asked?.requestId === '01a21b96-c1eb-43d7-835a-b6ddefe89506'
    ? { ...asked, requestId: randomUUID() }
    : input
}

function leaks(told: string): boolean {
  return (
    told.includes(marker) ||
    told.includes(office.dataDir) ||
    /\\n\s+at |node_modules|\bselect\b.*\bfrom\b|insert into|SQLITE|no such/i.test(told) ||
    idNumbers.some((number) => told.includes(number))
  )
}

test.each(procedures)('$name stands every malformed input', async (procedure) => {
  const { tried, faults } = await attack(procedure)
  expect(faults).toEqual([])
  expect(tried).toBeGreaterThan(5)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('nothing of all this was a fault that had to be written down', () => {
  expect(existsSync(path.join(office.dataDir, 'logs/faults.log'))).toBe(false)
})
