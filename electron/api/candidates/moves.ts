import { oneCandidacy } from '#domain/candidates/rules.ts'
import type { CandidacyState } from '#domain/candidates/schema.ts'
import { isOpenCandidacy, moveCandidacy, type CandidacyEvent } from '#domain/candidates/states.ts'
import type { Db } from '#db/connection.ts'
import type { CandidacyEventDetail } from '#db/queries/candidate-events.ts'
import {
  candidacyInputOf,
  existingCandidacies,
  getCandidacy,
  setCandidacy,
  type CandidacyChanges,
  type StoredCandidacy,
} from '#db/queries/candidates.ts'
import { getPerson } from '#db/queries/people.ts'
import { candidateSettings, obstacles } from './facts.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

/** What a step changes, and what its line in the history says. */
interface CandidateMove {
  changes: CandidacyChanges
  detail: CandidacyEventDetail
}

export const candidacyRecord = stepsOf<StoredCandidacy, CandidateMove>({
  subject: 'candidacy',
  read: 'candidates.read',
  load: getCandidacy,
  row: (candidacy) => candidacy,
  save: (tx, id, version, { changes, detail }, stamp) =>
    setCandidacy(tx, id, version, changes, stamp, detail),
  stand: ({ state }) => ({ state }),
})

/** Back into the campaign only where no other candidacy of the person stands in it. Throws RULE. */
export function demandOneCandidacy(db: Db, stored: StoredCandidacy, to: CandidacyState): void {
  if (!isOpenCandidacy(to) || isOpenCandidacy(stored.state)) return
  const other = oneCandidacy(stored, existingCandidacies(db, stored))
  if (other) throw ruleError([other])
}

/** What an event comes to by the rules of the domain. Throws RULE. */
export function judgedCandidateMove(
  { tx, today }: StepCall,
  stored: StoredCandidacy,
  event: CandidacyEvent,
): { move: CandidateMove; state: CandidacyState } {
  const person = existing(getPerson(tx, stored.personId))
  const next = moveCandidacy(stored.state, event, {
    today,
    entryDate: stored.entryDate,
    missing: obstacles(candidacyInputOf(stored), person),
    settings: candidateSettings(tx),
  })
  demand(next)
  const { state, documentsDueDate } = next
  const changes: CandidacyChanges = {
    state,
    ...resultOf(event),
    ...(documentsDueDate === undefined ? {} : { documentsDueDate }),
  }
  return { move: { changes, detail: detailOf(event) }, state }
}

function resultOf(event: CandidacyEvent): CandidacyChanges {
  switch (event.kind) {
    case 'askForDocuments':
      return { documentsLetterDate: event.letterDate }
    case 'refuse':
      return { refusalGround: event.ground, endedOn: event.date, endReason: event.reason }
    case 'withdraw':
      return { withdrawalReason: event.why, endedOn: event.date, endReason: event.reason }
    case 'close':
      return { endedOn: event.date, endReason: event.reason }
    default:
      return {}
  }
}

function detailOf(event: CandidacyEvent): CandidacyEventDetail {
  const { kind } = event
  switch (event.kind) {
    case 'askForDocuments':
      return { kind, onDate: event.letterDate }
    case 'refuse':
      return { kind, onDate: event.date, why: event.ground, reason: event.reason }
    case 'withdraw':
      return { kind, onDate: event.date, why: event.why, reason: event.reason }
    case 'close':
      return { kind, onDate: event.date, reason: event.reason }
    case 'enterPool':
    case 'employ':
      return { kind, onDate: event.date }
    case 'admit':
      return { kind }
  }
}
