import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAssignment } from '#db/queries/assignments.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { candidateInput } from '../testing/candidate-data.ts'
import { approvedCase } from '../testing/cases.ts'
import {
  draftEmployment,
  employee,
  endInput,
  signedEmployment,
} from '../testing/employment-data.ts'
import { exemptionInput, heldEvent } from '../testing/event-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { codeOf } from '../testing/procedures.ts'

/** Working days of November 2026. */
const days = 21
const tomorrow = '2026-11-17'

let running: RunningOffice
let head: Client
let assistant: Awaited<ReturnType<typeof signedEmployment>>
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  const personId = employee(running, { idCardNumber: '640000002', idCardValidUntil: '2026-12-01' })
  const known = { id: personId, version: null }
  const trainings = [{ name: 'Първа помощ', date: '2025-05-20', certificateNumber: '17' }]
  await head.candidates.create(
    click(candidateInput({ known, villages: ['Старобуково'], trainings, hasCar: 'yes' })),
  )
  assistant = await signedEmployment(running, head, { minutesPerDay: 240 }, personId)
})
afterAll(() => running.dispose())

const found = async (filters: Record<string, string>, view = 'canTake') =>
  (await head.employees.list({ view, filters, offset: 0, limit: 100 })).rows.map(({ id }) => id)

/** Somebody who is helped two hours a day from tomorrow on. */
function help(): void {
  const { office } = running
  const { personId, applicationId } = approvedCase(office)
  const database = office.vault.database()
  const by = listAccounts(database.orm)[0]?.id ?? ''
  database.transaction((tx) =>
    insertAssignment(
      tx,
      {
        employmentId: assistant.id,
        fromDate: tomorrow,
        toDate: null,
        minutesPerMonth: 120 * days,
        overNormReason: '',
      },
      { applicationId, personId, role: 'titular', choiceId: null, replacesId: null },
      { at: office.now(), by },
    ),
  )
}

test('who may take a person in a village, so many hours, from a day – and no more when they are given', async () => {
  const asked = { village: 'Старобуково', minutes: '180', from: 'tomorrow', car: 'yes' }
  expect(await found(asked)).toEqual([assistant.personId])
  expect(await found({ ...asked, village: 'Близко' })).toEqual([])
  help()
  expect(await found(asked), 'two of four hours are given from tomorrow').toEqual([])
  expect(await found({ ...asked, minutes: '120' })).toEqual([assistant.personId])
  expect(await found({ ...asked, from: 'today' }), 'today nothing is given yet').toEqual([
    assistant.personId,
  ])
  const [row] = (await head.employees.list({ filters: { from: 'tomorrow' }, offset: 0, limit: 9 }))
    .rows
  expect(row).toMatchObject({
    helped: 1,
    freePerDay: 120,
    assignedMinutes: 120 * days,
    normMinutes: 240 * days,
    endsOn: '2026-12-01',
  })
})

test('the page tells each role what it may know, and never what is paid', async () => {
  const asked = { personId: assistant.personId }
  const whole = await head.employees.find(asked)
  expect(whole.offer?.villages).toEqual(['Старобуково'])
  expect(whole.ending).toEqual([{ kind: 'idCard', until: '2026-12-01' }])
  const accountant = await running.as('accountant')
  const told = await accountant.employees.find(asked)
  expect(told).toMatchObject({ offer: null, ending: [], state: 'working' })
  expect(JSON.stringify([whole, told])).not.toContain('basePay')
  const stranger = approvedCase(running.office).personId
  expect(await codeOf(head.employees.find({ personId: stranger })), 'no contract').toBe('NOT_FOUND')
})

test('whose contract is over takes nobody; whose is being made is to come', async () => {
  const ended = await signedEmployment(running, head, {}, employee(running))
  await head.employments.end(click({ id: ended.id, version: ended.version, end: endInput }))
  const draft = await draftEmployment(running, head, {}, employee(running))
  expect(await found({ from: 'tomorrow' })).toEqual([assistant.personId])
  expect(await found({}, 'coming')).toEqual([draft.personId])
})

test('who was trained, supervised or is exempt is told in the list and on the page, to who reads events', async () => {
  const other = await signedEmployment(running, head, {}, employee(running))
  const ids = [assistant.personId, other.personId]
  const learnt = async (client: Client) => {
    const { rows } = await client.employees.list({ offset: 0, limit: 100 })
    return ids.map((id) => {
      const row = rows.find((one) => one.id === id)
      return [row?.training?.state, row?.training?.on, row?.supervision?.state]
    })
  }
  expect(await learnt(head), 'what was told in an application is no training').toEqual([
    ['lacking', null, 'lacking'],
    ['lacking', null, 'lacking'],
  ])
  await heldEvent(running, head, {}, [assistant.personId])
  await heldEvent(running, head, { kind: 'supervision' }, [other.personId])
  await head.events.exempt(click({ ...exemptionInput, personIds: [other.personId] }))
  expect(await learnt(head)).toEqual([
    ['through', testToday, 'lacking'],
    ['exempt', null, 'through'],
  ])
  const { rows } = await head.employees.list({ view: 'coming', offset: 0, limit: 9 })
  expect(rows, 'nothing is asked of who has not begun').toMatchObject([{ training: null }])
  expect(await head.employees.find({ personId: assistant.personId })).toMatchObject({
    events: 1,
    trainings: [{ name: 'Първа помощ', date: '2025-05-20', certificateNumber: '17' }],
  })
  const accountant = await running.as('accountant')
  const nothing = [undefined, undefined, undefined]
  expect(await learnt(accountant)).toEqual([nothing, nothing])
  expect((await accountant.employees.find({ personId: assistant.personId })).events).toBe(0)
})
