import { afterAll, describe, expect, test } from 'vitest'
import { findApplicationRow } from '#db/queries/applications.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { numbersOfSubject, registersWithHoles } from '#db/queries/registry-numbers.ts'
import { type PersonData } from '#domain/people/schema.ts'
import { approvedCase } from '../testing/cases.ts'
import { openContractDesk, refusedBy } from '../testing/contract-desk.ts'
import { click, testToday } from '../testing/office.ts'

const { running, head, worker, clerk, orm, someAccount, draftFor, issueArgs, issued, signed } =
  await openContractDesk()
afterAll(() => running.dispose())

describe('the end', () => {
  test('with a ground, a day and a reason; says what becomes free; the case is closed', async () => {
    const { id, version, applicationId } = await signed()
    const end = (onDate: string, reason: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'personRequest', onDate, reason } }),
      )
    expect(await refusedBy(end('2030-01-01', 'Писмено искане.'))).toEqual(['endOutsideContract'])
    expect(await refusedBy(end('2026-11-30', 'да'))).toEqual(['reasonTooShort'])
    expect(await end('2026-11-30', 'Писмено искане вх. № 12.')).toMatchObject({
      freedMinutes: 56 * 60,
    })
    expect(await head.contracts.find({ id })).toMatchObject({
      status: 'ending',
      endedOn: '2026-11-30',
      terminationGround: 'personRequest',
    })
    expect(findApplicationRow(orm(), applicationId)?.state).toBe('closed')
  })

  test('before its first day too; what is not signed is annulled instead', async () => {
    const one = approvedCase(running.office)
    const unsigned = await issued(one)
    const reason = 'Писмено искане вх. № 12.'
    const end = (id: string, version: number, onDate: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'personRequest', onDate, reason } }),
      )
    expect(await refusedBy(end(unsigned.id, unsigned.version, testToday))).toEqual([
      'endOfUnsigned',
    ])
    const later = approvedCase(running.office)
    const { id: draft } = await draftFor(later)
    const { id, version, issue } = await issueArgs(draft)
    const starts = { ...issue, startDate: '2026-11-20' }
    const contract = await head.contracts.issue(click({ id, version, issue: starts }))
    const signing = { personSignedOn: testToday, providerSignedOn: null, mode: 'person' as const }
    const back = await clerk.contracts.markSigned(click({ id, version: contract.version, signing }))
    expect(await refusedBy(end(id, back.version, '2026-11-15'))).toEqual(['endOutsideContract'])
    await end(id, back.version, testToday)
    expect((await head.contracts.find({ id })).status).toBe('terminated')
    expect(findApplicationRow(orm(), later.applicationId)?.state).toBe('closed')
  })

  test('by death on that day only', async () => {
    const { id, version, personId } = await signed()
    const end = (onDate: string) =>
      head.contracts.terminate(
        click({ id, version, termination: { ground: 'death', onDate, reason: '' } }),
      )
    expect(await refusedBy(end(testToday))).toEqual(['deathDateMissing'])
    running.office.vault.database().transaction((tx) => {
      const person = getPerson(tx, personId)!
      updatePerson(
        tx,
        person.id,
        person.version,
        { ...(person as PersonData), deathDate: testToday },
        { at: running.office.now(), by: someAccount() },
      )
    })
    expect(await refusedBy(end('2026-11-20'))).toEqual(['endsOnDeath'])
    await end(testToday)
    expect(await head.contracts.find({ id })).toMatchObject({
      status: 'ending',
      endedOn: testToday,
    })
  })

  test('a wrongly issued one is annulled; its number stays taken and the next one is another', async () => {
    const contract = await signed()
    await head.contracts.annul(
      click({ id: contract.id, version: contract.version, reason: 'Издаден на друго лице.' }),
    )
    const shown = await head.contracts.find({ id: contract.id })
    expect(shown).toMatchObject({
      status: 'annulled',
      number: contract.number,
      paper: { status: 'annulled' },
    })
    expect(numbersOfSubject(orm(), 'contract', contract.id)[0]?.status).toBe('annulled')
    expect(findApplicationRow(orm(), contract.applicationId)?.state).toBe('approved')
    const next = await issued(contract)
    expect(Number(next.number)).toBeGreaterThan(Number(contract.number))
    expect(registersWithHoles(orm())).toEqual([])
  })

  test('a draft is deleted, an issued contract is not', async () => {
    const draft = await draftFor(approvedCase(running.office))
    await worker.contracts.deleteDraft(click({ id: draft.id, version: draft.version }))
    expect(await refusedBy(worker.contracts.find({ id: draft.id }))).toEqual(['NOT_FOUND'])
    const { id, version } = await issued()
    expect(await refusedBy(worker.contracts.deleteDraft(click({ id, version })))).toEqual([
      'contractLocked',
    ])
  })
})

describe('lists', () => {
  test('every part of the list has as many rows as its figure', async () => {
    const { counts } = await head.contracts.views({})
    const { draft, ready } = await head.contracts.counts({})
    expect(draft).toBe(counts['draft'])
    for (const view of ['all', 'draft', 'toSign', 'running', 'ending', 'annulled'] as const) {
      const { rows, total } = await head.contracts.list({
        view,
        order: [{ by: 'contractDate', descending: true }],
        offset: 0,
        limit: 500,
      })
      expect([view, rows.length, total]).toEqual([view, counts[view], counts[view]])
    }
    expect(await worker.contracts.ready({})).toHaveLength(ready)
  })
})
