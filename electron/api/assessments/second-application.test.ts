import { afterEach, beforeEach, expect, test } from 'vitest'
import { applicationInput } from '#domain/applications/testing/sample.ts'
import { insertApplication } from '#db/queries/applications.ts'
import { openAssessmentDesk, type AssessmentDesk } from '../testing/assessment-desk.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { click, testToday } from '../testing/office.ts'

let desk: AssessmentDesk
beforeEach(async () => {
  desk = await openAssessmentDesk()
})
afterEach(() => desk.running.dispose())

test('an old sheet below the threshold is not corrected beside a new application of the person', async () => {
  const { running, worker, head } = desk
  const { applicationId, personId } = await personWithApplication(running, worker)
  const { id, version } = await finishedAssessment(worker, applicationId, 0)
  await head.assessments.approve(click({ id, version, grantedMinutes: 0, reason: '' }))
  const state = await worker.session.current({})
  const by = state.status === 'open' ? state.account.id : ''
  running.office.vault
    .database()
    .transaction((tx) =>
      insertApplication(
        tx,
        applicationInput({ personId, entryNumber: '94-9000', entryDate: testToday }),
        'registered',
        { at: running.office.now(), by },
      ),
    )
  const again = worker.assessments.newVersion(
    click({ id, updateReason: 'changeInCondition', updateReasonText: '' }),
  )
  await expect(again).rejects.toMatchObject({
    code: 'RULE',
    data: { problems: [{ code: 'applicationAlreadyOpen', params: { entryNumber: '94-9000' } }] },
  })
})
