import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { applicationsOfPerson } from '#db/queries/applications.ts'
import { intakeInput } from '../testing/application-data.ts'
import { approvedCase, type ApprovedCase } from '../testing/cases.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
let head: Client
let worker: Client
let clerk: Client

/** Sessions do not outlive a night: everybody logs in again. */
async function comeIn() {
  head = await running.as('head')
  worker = await running.as('socialWorker')
  clerk = await running.as('clerk')
}

const lastDay = addDays(testToday, 1)

/** Signed for two days. */
async function shortContract(one: ApprovedCase) {
  const { personId } = one
  const today = running.office.today()
  const endDate = addDays(today, 1)
  const { input } = await worker.contracts.proposal({ personId })
  const draft = await worker.contracts.saveDraft(
    click({ id: null, version: null, personId, input: { ...input!, endDate } }),
  )
  const issue = {
    contractDate: today,
    startDate: today,
    endDate,
    number: null,
  }
  const issued = await head.contracts.issue(click({ ...draft, issue }))
  const signing = { personSignedOn: today, providerSignedOn: null, mode: 'person' as const }
  await clerk.contracts.markSigned(click({ id: draft.id, version: issued.version, signing }))
  return { ...one, contractId: draft.id }
}

let goesOn: Awaited<ReturnType<typeof shortContract>>
let withoutPlan: typeof goesOn
let anew: typeof goesOn
let leaves: typeof goesOn
beforeAll(async () => {
  running = await openOffice()
  await comeIn()
  goesOn = await shortContract(approvedCase(running.office))
  withoutPlan = await shortContract(approvedCase(running.office, { plan: { validTo: lastDay } }))
  anew = await shortContract(approvedCase(running.office))
  leaves = await shortContract(approvedCase(running.office))
  const { status } = await head.contracts.find({ id: goesOn.contractId })
  expect(status).toBe('inForce')
  running.advance(3 * 24 * 3_600_000)
  await comeIn()
})
afterAll(() => running.dispose())

const waiting = async () =>
  (await worker.today.list({ kind: 'contractsExpired' })).lines.map(({ id }) => id)
const stateOf = async ({ applicationId }: ApprovedCase) =>
  (await worker.applications.find({ id: applicationId })).application.state

test('a contract that ran out says so in each place, and waits on „Днес“', async () => {
  const { personId, applicationId, contractId } = goesOn
  expect(await stateOf(goesOn)).toBe('contractExpired')
  const view = { order: [{ by: 'entryDate', descending: true }], offset: 0, limit: 100 }
  const listed = async (state: string) =>
    (await worker.applications.list({ view: state, ...view })).rows.map(({ id }) => id)
  expect(await listed('withContract')).not.toContain(applicationId)
  expect(await listed('open')).not.toContain(applicationId)
  expect(await listed('contractExpired')).toContain(applicationId)
  const { steps, action } = await worker.cases.path({ personId })
  expect(steps.at(-1)).toMatchObject({ step: 'contract', state: 'over', status: 'expired' })
  expect(action).toEqual({ code: 'renewContract', id: contractId })
  expect((await worker.contracts.find({ id: contractId })).renews).toBe(true)
  expect(await waiting()).toContain(contractId)
})

test('is renewed at once where assessment and plan go on', async () => {
  const { personId, contractId } = goesOn
  const { input, problems } = await worker.contracts.proposal({ personId })
  expect(problems).toEqual([])
  const today = running.office.today()
  expect(input).toMatchObject({ startDate: today, assessmentId: goesOn.assessmentId })
  const draft = await worker.contracts.saveDraft(
    click({ id: null, version: null, personId, input: input! }),
  )
  expect(await waiting(), 'a draft is work of its own').not.toContain(contractId)
  const { contractDate, startDate, endDate } = await head.contracts.issuing({ id: draft.id })
  const issued = await head.contracts.issue(
    click({ ...draft, issue: { contractDate, startDate, endDate, number: null } }),
  )
  const signing = { personSignedOn: today, providerSignedOn: null, mode: 'person' as const }
  await clerk.contracts.markSigned(click({ id: draft.id, version: issued.version, signing }))
  expect(await stateOf(goesOn)).toBe('withContract')
  expect((await worker.cases.path({ personId })).running?.contractId).toBe(draft.id)
  const { renews, version } = await worker.contracts.find({ id: contractId })
  expect(renews).toBe(false)
  // What is put right in the old one does not end the case that the new one carries on.
  await head.contracts.annul(click({ id: contractId, version, reason: 'Издаден на друго лице.' }))
  expect(await stateOf(goesOn)).toBe('withContract')
})

test('says that the plan must be new where it ended, and leads there', async () => {
  const { personId } = withoutPlan
  expect((await worker.contracts.proposal({ personId })).problems).toMatchObject([
    { code: 'planEnded', params: { toDate: lastDay }, place: { at: 'newPlan', id: personId } },
  ])
  const start = await worker.plans.start({ personId })
  if (start.existing !== null) throw new Error('the plan that ended is opened again')
  const plan = { ...start.input, nextReviewDate: addDays(start.input.validFrom, 90) }
  const next = await worker.plans.create(click({ personId, plan }))
  expect((await worker.cases.path({ personId })).action).toEqual({
    code: 'continuePlan',
    id: next.id,
  })
  const { versions } = await worker.plans.find({ id: next.id })
  expect(versions.map(({ revision }) => revision)).toEqual([2, 1])
})

test('a new application is taken, and closes the case that ran out', async () => {
  const { personId } = anew
  const applicant = await worker.applications.applicant({ personId })
  expect(applicant?.applications.map(({ state }) => state)).toEqual(['contractExpired'])
  await worker.applications.create(
    click(
      intakeInput({
        entryNumber: '94-9901',
        entryDate: running.office.today(),
        known: { id: personId, version: null },
      }),
    ),
  )
  expect(await stateOf(anew)).toBe('closed')
  expect(applicationsOfPerson(running.office.vault.database().orm, personId)).toHaveLength(2)
  expect(await waiting()).not.toContain(anew.contractId)
  expect((await worker.contracts.find({ id: anew.contractId })).renews).toBe(false)
})

test('who does not go on is let go: the case is closed by hand', async () => {
  const { application, may } = await worker.applications.find({ id: leaves.applicationId })
  expect(may).toContain('close')
  const { id, version } = application
  await worker.applications.step(click({ id, version, event: { kind: 'close' } }))
  expect(await stateOf(leaves)).toBe('closed')
  expect(await waiting()).not.toContain(leaves.contractId)
})

test('the contract for the next term is prepared and signed while the last one runs', async () => {
  const today = running.office.today()
  const now = await shortContract(approvedCase(running.office))
  const { personId, contractId } = now
  const ending = async () =>
    (await worker.today.list({ kind: 'contractsEnding', view: 'nobody' })).lines.map(({ id }) => id)
  expect(await ending()).toContain(contractId)
  expect((await worker.contracts.find({ id: contractId })).renews).toBe(true)

  const { input, problems } = await worker.contracts.proposal({ personId })
  expect(problems).toEqual([])
  const startDate = addDays(today, 2)
  expect(input).toMatchObject({ contractDate: today, startDate })
  const { id, version } = await worker.contracts.saveDraft(
    click({ id: null, version: null, personId, input: input! }),
  )
  expect((await worker.contracts.find({ id: contractId })).renews).toBe(false)
  const path = () => worker.cases.path({ personId })
  expect((await head.cases.path({ personId })).action).toEqual({ code: 'issueContract', id })
  expect((await path()).running?.contractId, 'what runs is still told').toBe(contractId)

  const { endDate } = input!
  const issue = { contractDate: today, startDate, endDate, number: null }
  const onTheLastDay = { ...issue, startDate: addDays(today, 1) }
  await expect(
    head.contracts.issue(click({ id, version, issue: onTheLastDay })),
  ).rejects.toMatchObject({ data: { problems: [{ code: 'contractOverlaps' }] } })
  const issued = await head.contracts.issue(click({ id, version, issue }))
  const signing = { personSignedOn: today, providerSignedOn: today, mode: 'person' as const }
  await clerk.contracts.markSigned(click({ id, version: issued.version, signing }))

  expect(await stateOf(now)).toBe('withContract')
  expect((await path()).running?.contractId).toBe(contractId)
  expect(await ending()).not.toContain(contractId)
  const [standing] = await worker.cases.statuses({ ids: [personId] })
  expect(standing).toMatchObject({ contract: 'inForce' })
  expect(standing?.deadline?.kind).not.toBe('contractEnds')
  running.advance(2 * 24 * 3_600_000)
  await comeIn()
  expect((await path()).running?.contractId).toBe(id)
  expect(await waiting()).not.toContain(contractId)
})
