import { standingEvents } from '#domain/applications/history.ts'
import { applicationEvent } from '#domain/assessments/rules.ts'
import { eventsOf } from '#db/queries/application-events.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import {
  getAssessment,
  setAssessment,
  type AssessmentChanges,
  type StoredAssessment,
} from '#db/queries/assessments.ts'
import { applicationRecord, moveApplication } from '../applications/moves.ts'
import { existing } from '../kernel/faults.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

export const assessmentRecord = stepsOf<StoredAssessment, AssessmentChanges>({
  subject: 'assessment',
  read: 'assessments.read',
  load: getAssessment,
  row: ({ row }) => row,
  save: setAssessment,
  stand: ({ row: { status } }) => ({ status }),
})

/** Moves the application as far as this moment of the assessment moves it. */
export function applicationFollows(
  call: StepCall,
  applicationId: string,
  moment: Parameters<typeof applicationEvent>[1],
  grantedMinutes?: number,
): void {
  const application = existing(findApplicationRow(call.tx, applicationId))
  const event = applicationEvent(application.state, moment, grantedMinutes)
  if (event) moveApplication(call, applicationId, event)
}

/** The correction that brought the application back to the assessment is no more. */
export function takeBackReassessing(call: StepCall, applicationId: string): void {
  const application = existing(findApplicationRow(call.tx, applicationId))
  const last = standingEvents(eventsOf(call.tx, applicationId)).at(-1)
  if (last?.kind !== 'reassess' || last.toState !== application.state) return
  applicationRecord.save(call, application, {
    changes: { state: last.fromState },
    detail: { kind: 'undo', undoes: last.id },
  })
}
