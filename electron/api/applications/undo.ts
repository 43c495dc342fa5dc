import { can } from '#domain/accounts/permissions.ts'
import { checkUndo, standingEvents, undoableEvent } from '#domain/applications/history.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { valueOn } from '#domain/settings/rules.ts'
import { eventsOf } from '#db/queries/application-events.ts'
import type { ApplicationChanges, StoredApplication } from '#db/queries/applications.ts'
import { assessmentsOfApplication } from '#db/queries/assessments.ts'
import { getPerson } from '#db/queries/people.ts'
import { applicationSettings } from './facts.ts'
import { applicationRecord, demandOneOpen } from './moves.ts'
import { apiError } from '../kernel/errors.ts'
import { demand } from '../kernel/faults.ts'
import { reason, which } from '../kernel/ids.ts'

/** Takes the last step back by a new line; nothing that was written is changed. */
export const undoStep = applicationRecord.step(
  {
    permission: 'applications.write',
    audit: 'application.stepUndone',
    input: which.extend({ reason: reason.default('') }),
  },
  ({ record: stored, input, tx, actor, today }) => {
    const events = eventsOf(tx, stored.id)
    const last = undoableEvent(
      events.map((row) => ({ ...row, from: row.fromState, to: row.toState })),
      { state: stored.state, hasAssessment: assessmentsOfApplication(tx, stored.id).length > 0 },
    )
    const settings = applicationSettings(tx)
    const checked = checkUndo(last, input.reason, {
      died: last?.why === 'died' && getPerson(tx, stored.personId)?.deathDate != null,
      minReasonLength: valueOn(settings, 'minReasonLength', today),
    })
    demand(checked)
    const { event } = checked
    const decided = event.kind === 'admit' || event.kind === 'refuse'
    if (decided && !can(actor.roles, 'applications.decide'))
      throw apiError('FORBIDDEN', { permission: 'applications.decide' })
    demandOneOpen(tx, stored, event.from, today)
    const changes: ApplicationChanges = {
      state: event.from,
      ...takenBack(event.kind),
      ...(event.kind === 'askForDocuments' ? letterBefore(stored, events, event.id, settings) : {}),
    }
    return {
      changes: { changes, detail: { kind: 'undo', undoes: event.id, reason: input.reason } },
      payload: { undone: event.kind, reason: input.reason },
      answer: { state: event.from },
    }
  },
)

/** What the step had written goes with it. */
function takenBack(kind: string): ApplicationChanges {
  switch (kind) {
    case 'refuse':
    case 'dropOut':
      return { refusalGround: null, dropOutReason: null, endedOn: null, endReason: '' }
    case 'admit':
      return { overrideReason: '', overrideBy: null }
    default:
      return {}
  }
}

/** The letter before the one that is taken back; without one the term runs from the entry again. */
function letterBefore(
  stored: StoredApplication,
  events: ReturnType<typeof eventsOf>,
  undone: string,
  settings: ReturnType<typeof applicationSettings>,
): ApplicationChanges {
  const letter = standingEvents(events)
    .filter((row) => row.kind === 'askForDocuments' && row.id !== undone)
    .at(-1)
  const from = letter?.onDate ?? stored.entryDate
  return {
    documentsLetterDate: letter?.onDate ?? null,
    documentsDueDate: addDays(from, valueOn(settings, 'missingDocumentsDays', from)),
  }
}
