import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { StaleVersion } from '../errors.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema } from '#domain/people/schema.ts'
import { newId } from '../ids.ts'
import type { NewPaperRow } from '../schema/papers.ts'
import { openTestOffice, testNow, type TestOffice } from '../testing/database.ts'
import {
  currentPaperOf,
  getPaper,
  insertPaper,
  markAnnulled,
  markPrinted,
  markSigned,
  papersOfPerson,
  setPaperStatus,
} from './papers.ts'
import { insertPerson } from './people.ts'
import { paperListing, type PaperFilter } from './papers-list.ts'

let office: TestOffice
beforeAll(() => {
  office = openTestOffice()
  office.db.transaction((tx) => {
    for (const id of ['person-1', 'person-2'])
      insertPerson(tx, somebody(), { at: testNow, by: office.accountId }, id)
  })
  // Only this table is under test: what it points at is made by its own tests.
  office.db.raw.pragma('foreign_keys = OFF')
})
afterAll(() => {
  office.dispose()
})
beforeEach(() => {
  office.db.raw.exec('delete from papers')
})

function paper(changes: Partial<NewPaperRow> = {}): NewPaperRow {
  const row: NewPaperRow = {
    id: newId(),
    kind: 'contract',
    personId: 'person-1',
    subjectKind: 'contract',
    subjectId: 'contract-1',
    registryNumberId: newId(),
    number: '118',
    paperDate: '2026-03-02',
    fileId: 'file-1',
    pages: 4,
    textVersion: 'contract-assistant-support/1',
    dataHash: 'a'.repeat(64),
    issuedAt: testNow,
    issuedBy: office.accountId,
    ...changes,
  }
  office.db.transaction((tx) => {
    insertPaper(tx, row)
  })
  return row
}
const actor = 'somebody'

let serial = 926
const somebody = () =>
  personSchema.parse({
    firstName: 'Иван',
    middleName: 'Петров',
    lastName: 'Георгиев',
    idKind: 'egn',
    idNumber: composeEgn('1945-06-12', (serial += 2)),
    birthDate: '1945-06-12',
    sex: 'male',
    currentAddress: { settlementKind: 'village', settlement: 'Примерно' },
  })

const newest = [{ by: 'date', descending: true }]

describe('frozen papers', () => {
  test('filters narrow, newest first, and the count is of the same rows', () => {
    paper({ number: '1_1', paperDate: '2026-01-05' })
    paper({ number: '111', paperDate: '2026-02-05', personId: 'person-2' })
    paper({ number: '70', kind: 'plan', paperDate: '2026-03-05' })
    const db = office.db.orm
    const numbers = (filter: PaperFilter): string[] => {
      const rows = paperListing.rows(db, filter, newest).map((p) => p.number)
      expect(paperListing.count(db, filter)).toBe(rows.length)
      return rows
    }
    expect(numbers({})).toEqual(['70', '111', '1_1'])
    expect(numbers({ kinds: ['contract'] })).toEqual(['111', '1_1'])
    expect(numbers({ from: '2026-02-05', to: '2026-03-04' })).toEqual(['111'])
    expect(numbers({ personId: 'person-1' })).toEqual(['70', '1_1'])
    // The sign _ is a sign of the number and no placeholder.
    expect(numbers({ text: { text: '1_', byIdNumber: true } })).toEqual(['1_1'])
    expect(numbers({ statuses: [] })).toEqual([])
    expect(papersOfPerson(db, 'person-1').map((p) => p.number)).toEqual(['1_1', '70'])
    expect(paperListing.rows(db, {}, newest, { limit: 1, offset: 1 }).map((p) => p.number)).toEqual(
      ['111'],
    )
  })

  test('the first printing is kept, later ones only count', () => {
    const { id } = paper()
    office.db.transaction((tx) => {
      markPrinted(tx, id, 1, { status: 'printed', now: '2026-03-02T09:00:00.000Z', actor })
      markPrinted(tx, id, 2, { status: 'printed', now: '2026-03-09T09:00:00.000Z', actor: 'other' })
    })
    expect(getPaper(office.db.orm, id)).toMatchObject({
      status: 'printed',
      printCount: 2,
      printedAt: '2026-03-02T09:00:00.000Z',
      printedBy: actor,
      version: 3,
    })
  })

  test('a change on an old version is refused and writes nothing', () => {
    const { id } = paper()
    office.db.transaction((tx) => setPaperStatus(tx, id, 1, 'printed'))
    expect(() =>
      office.db.transaction((tx) =>
        markSigned(tx, id, 1, { on: '2026-03-03', mode: 'person', now: testNow, actor }),
      ),
    ).toThrow(StaleVersion)
    expect(getPaper(office.db.orm, id)).toMatchObject({ status: 'printed', signedOn: null })
  })

  test('no signature without its date, no annulment without its reason', () => {
    const { id } = paper()
    for (const status of ['signedBack', 'annulled'] as const)
      expect(() => office.db.transaction((tx) => setPaperStatus(tx, id, 1, status))).toThrow()
    expect(getPaper(office.db.orm, id).status).toBe('forPrint')
  })

  test('an annulled paper keeps its number and stops being the current one', () => {
    const first = paper()
    const second = paper({ number: '119' })
    office.db.transaction((tx) =>
      markAnnulled(tx, second.id, 1, { reason: 'грешно лице', now: testNow, actor }),
    )
    expect(getPaper(office.db.orm, second.id)).toMatchObject({ number: '119', status: 'annulled' })
    expect(currentPaperOf(office.db.orm, { kind: 'contract', id: 'contract-1' })?.id).toBe(first.id)
    for (const status of ['forPrint', 'annulled'] as const)
      expect(paperListing.count(office.db.orm, { statuses: [status] })).toBe(1)
  })
})
