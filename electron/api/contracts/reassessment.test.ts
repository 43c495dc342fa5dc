import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
beforeAll(async () => {
  running = await openOffice()
})
afterAll(() => running.dispose())

test('a new assessment waits for the contract that is out for its signature, and says so', async () => {
  const [head, worker] = [await running.as('head'), await running.as('socialWorker')]
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
  const state = async () =>
    (await worker.applications.find({ id: applicationId })).application.state
  expect(await state()).toBe('approved')
  await head.contracts.annul(click({ ...contract, reason: 'Състоянието на лицето е друго.' }))
  expect(await begin()).toEqual([])
  expect(await state()).toBe('forAssessment')
})
