import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { standingEvents } from '#domain/applications/history.ts'
import { checkCandidacyUndo, decidedKinds, undoableStep } from '#domain/candidates/history.ts'
import { valueOn } from '#domain/settings/rules.ts'
import { candidacyEventsOf } from '#db/queries/candidate-events.ts'
import type { CandidacyChanges, StoredCandidacy } from '#db/queries/candidates.ts'
import { getPerson } from '#db/queries/people.ts'
import { isChosenByCard } from '#db/queries/selections.ts'
import type { Db } from '#db/connection.ts'
import { candidateSettings } from './facts.ts'
import { candidacyRecord, demandOneCandidacy } from './moves.ts'
import { apiError } from '../kernel/errors.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { reason, which } from '../kernel/ids.ts'

/** The step that may be taken back, as the history tells it. */
export function lastStepOf(db: Db, stored: StoredCandidacy) {
  const events = candidacyEventsOf(db, stored.id).map((row) => ({
    ...row,
    from: row.fromState,
    to: row.toState,
  }))
  return undoableStep(events, stored.state)
}

/** Takes the last step back by a new line; nothing that was written is changed. */
export const undoCandidateStep = candidacyRecord.step(
  {
    permission: 'candidates.write',
    audit: 'candidacy.stepUndone',
    input: which.extend({ reason: reason.default('') }),
  },
  ({ record: stored, input, tx, actor, today }) => {
    const settings = candidateSettings(tx)
    const checked = checkCandidacyUndo(lastStepOf(tx, stored), input.reason, {
      deathRecorded:
        stored.withdrawalReason === 'died' && getPerson(tx, stored.personId)?.deathDate != null,
      minReasonLength: valueOn(settings, 'minReasonLength', today),
    })
    demand(checked)
    const { event } = checked
    if (decidedKinds.includes(event.kind) && !can(actor.roles, 'candidates.decide'))
      throw apiError('FORBIDDEN', { permission: 'candidates.decide' })
    // An approved card is filed with its number: the way out of the pool is a step of its own.
    if (event.kind === 'enterPool' && isChosenByCard(tx, stored.id))
      throw ruleError([{ code: 'chosenByCard' }])
    demandOneCandidacy(tx, stored, event.from)
    const changes: CandidacyChanges = {
      state: event.from,
      ...(event.kind === 'askForDocuments' ? letterBefore(tx, stored, event.id) : ended),
    }
    return {
      changes: { changes, detail: { kind: 'undo', undoes: event.id, reason: input.reason } },
      payload: { undone: event.kind, reason: input.reason },
      answer: { state: event.from },
    }
  },
)

/** What an ending had written goes with it. */
const ended: CandidacyChanges = {
  refusalGround: null,
  withdrawalReason: null,
  endedOn: null,
  endReason: '',
}

/** The letter before the one that is taken back; without one the term runs from the entry again. */
function letterBefore(db: Db, stored: StoredCandidacy, undone: string): CandidacyChanges {
  const letter = standingEvents(candidacyEventsOf(db, stored.id))
    .filter((row) => row.kind === 'askForDocuments' && row.id !== undone)
    .at(-1)
  const from = letter?.onDate ?? stored.entryDate
  return {
    documentsLetterDate: letter?.onDate ?? null,
    documentsDueDate: addDays(from, valueOn(candidateSettings(db), 'missingDocumentsDays', from)),
  }
}
