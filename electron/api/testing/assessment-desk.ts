import { findApplicationRow } from '#db/queries/applications.ts'
import { finishedAssessment } from './assessment-data.ts'
import { click, openOffice } from './office.ts'

/** All answers at the third place: 57 of 90 points, degree II. */
export const computed = 84 * 60

/** An office with who assesses and who approves, and what each of them does all day. */
export async function openAssessmentDesk() {
  const running = await openOffice()
  const worker = await running.as('socialWorker')
  const head = await running.as('head')

  const stateOf = (applicationId: string) =>
    findApplicationRow(running.office.vault.database().orm, applicationId)?.state

  async function sheetOf(applicationId: string, client = worker) {
    const sheet = await client.assessments.sheet({ applicationId })
    if (sheet.kind !== 'sheet') throw new Error('not a sheet')
    return sheet
  }

  async function approved(applicationId: string, own: { minutes?: number; reason?: string } = {}) {
    const finished = await finishedAssessment(worker, applicationId)
    return head.assessments.approve(
      click({
        id: finished.id,
        version: finished.version,
        grantedMinutes: own.minutes ?? computed,
        reason: own.reason ?? '',
      }),
    )
  }

  return { running, worker, head, stateOf, sheetOf, approved }
}
export type AssessmentDesk = Awaited<ReturnType<typeof openAssessmentDesk>>
