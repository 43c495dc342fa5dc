import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { contractStatusOn, inForceOn } from '#domain/contracts/days.ts'
import { shownContractStatuses, type ContractStatus } from '#domain/contracts/schema.ts'
import { getContract, setContract } from '#db/queries/contracts.ts'
import { contractListing } from '#db/queries/contracts-list.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, testToday, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
beforeAll(async () => {
  running = await openOffice()
})
afterAll(() => running.dispose())

test('what the database counts on a day is what the rows show on that day', async () => {
  const [head, worker] = [await running.as('head'), await running.as('socialWorker')]
  const { personId } = approvedCase(running.office)
  const { id } = await issuedContract({ worker, head }, personId)
  const database = running.office.vault.database()
  const begin = getContract(database.orm, id)
  const { startDate } = begin
  const ended: [ContractStatus, string | null][] = [
    ['issued', null],
    ['signed', null],
    ['suspended', null],
    ['annulled', null],
    ['terminated', addDays(startDate, -3)],
    ['terminated', startDate],
    ['terminated', addDays(startDate, 20)],
  ]
  let { version } = begin
  const endDate = addDays(startDate, 40)
  for (const [status, endedOn] of ended)
    for (const annexes of [0, 1]) {
      database.transaction((tx) => {
        const changes = { status, endedOn, endDate, annexes, terminationGround: 'breach' as const }
        version = setContract(tx, id, version, changes, {
          at: running.office.now(),
          by: begin.preparedBy,
        })
      })
      const stored = getContract(database.orm, id)
      for (const day of [-4, -3, -1, 0, 1, 19, 20, 21, 39, 40, 41]) {
        const on = addDays(startDate, day)
        const counted = shownContractStatuses.filter(
          (one) => contractListing.count(database.orm, { personId, shown: [one], on }) === 1,
        )
        expect(counted, `${status} ${endedOn ?? ''} ${on}`).toEqual([contractStatusOn(stored, on)])
        expect(contractListing.count(database.orm, { personId, inForceOn: on })).toBe(
          inForceOn(stored, on) ? 1 : 0,
        )
      }
    }
})

test('on its last day a terminated contract still runs, on each page alike', async () => {
  const [head, worker, clerk] = [
    await running.as('head'),
    await running.as('socialWorker'),
    await running.as('clerk'),
  ]
  const { personId } = approvedCase(running.office)
  const issued = await issuedContract({ worker, head }, personId)
  const signing = { personSignedOn: testToday, providerSignedOn: null, mode: 'person' as const }
  const { version } = await clerk.contracts.markSigned(click({ ...issued, signing }))
  const termination = {
    ground: 'personRequest' as const,
    onDate: testToday,
    reason: 'Писмено искане вх. № 12.',
  }
  await head.contracts.terminate(click({ id: issued.id, version, termination }))
  const shown = async () => {
    const { rows } = await head.contracts.list({
      view: 'running',
      order: [{ by: 'contractDate', descending: true }],
      offset: 0,
      limit: 500,
    })
    return {
      page: (await head.contracts.find({ id: issued.id })).status,
      running: rows.some(({ id }) => id === issued.id),
      path: (await head.cases.path({ personId })).running?.contractId ?? null,
    }
  }
  expect(await shown()).toEqual({ page: 'ending', running: true, path: issued.id })
})
