import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { answersAt, wholeSheet } from '../testing/sheet-data.ts'

let running: RunningOffice
let head: Client
let worker: Client
let clerk: Client
beforeAll(async () => {
  running = await openOffice()
  head = await running.as('head')
  worker = await running.as('socialWorker')
  clerk = await running.as('clerk')
})
afterAll(() => running.dispose())

const stateOf = async (id: string) => (await worker.applications.find({ id })).application.state

/** A new version of an approved assessment, through to its approval; rows at `place`. */
async function assessAnew(
  { applicationId, assessmentId }: { applicationId: string; assessmentId: string },
  place: number,
  grantedMinutes: number,
): Promise<string> {
  const { id } = await worker.assessments.newVersion(
    click({ id: assessmentId, updateReason: 'changeInCondition', updateReasonText: '' }),
  )
  const sheet = await worker.assessments.sheet({ applicationId })
  if (sheet.kind !== 'sheet') throw new Error('not a sheet')
  const { kind, updateReason, updateReasonText } = sheet.input
  const reason = 'Състоянието е друго.'
  const answers = answersAt(sheet.methodology, place).map((answer) => ({ ...answer, reason }))
  const data = wholeSheet(applicationId, sheet.methodology, place, {
    ...{ kind, updateReason, updateReasonText, answers },
    ...{ assessmentDate: testToday, visitDate: testToday },
  })
  const { methodologyVersionId } = sheet
  const saved = await worker.assessments.save(click({ id, version: 1, methodologyVersionId, data }))
  const finished = await worker.assessments.finish(click(saved))
  await head.assessments.approve(click({ ...finished, grantedMinutes, reason: '' }))
  return id
}

test('hours given anew while somebody is served need an annex or an end, and wait on „Днес“', async () => {
  const one = approvedCase(running.office)
  const { personId, applicationId } = one
  const issued = await issuedContract({ worker, head }, personId)
  const signing = { personSignedOn: testToday, providerSignedOn: null, mode: 'person' as const }
  const { version } = await clerk.contracts.markSigned(click({ ...issued, signing }))
  const waiting = async () =>
    (await worker.today.list({ kind: 'contractsOtherHours' })).lines.map(({ id }) => id)
  expect(await waiting()).not.toContain(issued.id)

  const more = await assessAnew(one, 2, 84 * 60)
  expect(await stateOf(applicationId)).toBe('withContract')
  const contract = await worker.contracts.find({ id: issued.id })
  expect(contract).toMatchObject({ status: 'inForce', minutesPerMonth: 56 * 60 })
  expect(await waiting()).toContain(issued.id)

  await assessAnew({ applicationId, assessmentId: more }, 0, 0)
  expect(await stateOf(applicationId)).toBe('withContract')
  expect(await waiting()).toContain(issued.id)
  const { lines } = await clerk.today.list({ kind: 'contractsOtherHours' })
  expect(lines, 'that the hours are others is told to who may write the contract').toEqual([])

  const reason = 'Новата оценка не дава часове.'
  const termination = { ground: 'needCeased' as const, onDate: testToday, reason }
  await head.contracts.terminate(click({ id: issued.id, version, termination }))
  expect(await waiting()).not.toContain(issued.id)
})

test('who waits for a place is assessed anew and keeps it, as long as hours are given', async () => {
  const one = approvedCase(running.office)
  const { applicationId } = one
  const { application } = await worker.applications.find({ id: applicationId })
  const event = { kind: 'enterWaitingList' as const }
  await worker.applications.step(click({ id: applicationId, version: application.version, event }))
  expect(await stateOf(applicationId)).toBe('waiting')
  const next = await assessAnew(one, 2, 84 * 60)
  expect(await stateOf(applicationId)).toBe('waiting')
  await assessAnew({ applicationId, assessmentId: next }, 0, 0)
  expect(await stateOf(applicationId)).toBe('belowThreshold')
})

test('a new assessment waits for the contract that is out for its signature, and says so', async () => {
  const { personId, assessmentId, applicationId } = approvedCase(running.office)
  const begin = async () =>
    worker.assessments
      .newVersion(
        click({ id: assessmentId, updateReason: 'changeInCondition', updateReasonText: '' }),
      )
      .then(
        () => [],
        (error: unknown) =>
          (error as { data: { problems: { code: string; params: object }[] } }).data.problems,
      )
  const contract = await issuedContract({ worker, head }, personId)
  const { number } = await head.contracts.find({ id: contract.id })
  const waits = [{ code: 'contractAwaitsSignature', params: { number } }]
  const { may } = await worker.assessments.find({ id: assessmentId })
  expect(may.newVersion).toBe(true)
  expect(may.newVersionWaits).toMatchObject(waits)
  expect(await begin()).toMatchObject(waits)
  expect(await stateOf(applicationId)).toBe('approved')
  await head.contracts.annul(click({ ...contract, reason: 'Състоянието на лицето е друго.' }))
  expect(await begin()).toEqual([])
  expect(await stateOf(applicationId)).toBe('forAssessment')
})
