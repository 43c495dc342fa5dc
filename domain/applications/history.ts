import { verdict, type Verdict } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type { ApplicationState } from './schema.ts'

/** What a line of the history may say. Lines are added, never changed. */
export const historyKinds = [
  'register',
  'askForDocuments',
  'documentsCompleted',
  'admit',
  'refuse',
  'sendToAssessment',
  'assessmentFinished',
  'assessmentReturned',
  'hoursApproved',
  'dropOut',
  'placeInReserve',
  'enterWaitingList',
  'placeFreed',
  'contractInForce',
  'contractAnnulled',
  'contractEnded',
  'close',
  'reassess',
  /** The form was corrected and the state followed from it. */
  'corrected',
  /** Takes back the event named in `undoes`. */
  'undo',
  /** Somebody made the case their own, gave it to a colleague, or left it to nobody. */
  'taken',
  'given',
  'released',
] as const
export type HistoryKind = (typeof historyKinds)[number]

export interface HistoryEvent {
  id: string
  kind: HistoryKind
  from: ApplicationState
  to: ApplicationState
  undoes: string | null
}

/** Steps that a person may take back. The others belong to an assessment or a contract. */
const undoable: readonly HistoryKind[] = [
  'askForDocuments',
  'admit',
  'refuse',
  'sendToAssessment',
  'enterWaitingList',
  'placeFreed',
  'dropOut',
  'close',
]

/** Who answers for the case: leaves the procedure where it stands. */
const ofResponsible: readonly HistoryKind[] = ['taken', 'given', 'released']

/** Steps that were decided: taking one back needs a reason too. */
const decided: readonly HistoryKind[] = ['admit', 'refuse', 'dropOut']

/** Events in the order they happened, without those that were taken back and their undoing. */
export function standingEvents<T extends Pick<HistoryEvent, 'id' | 'undoes'>>(
  events: readonly T[],
): T[] {
  const gone = new Set(events.map((event) => event.undoes))
  return events.filter((event) => event.undoes === null && !gone.has(event.id))
}

/** The last standing event when it may be taken back. */
export function undoableEvent<T extends HistoryEvent>(
  events: readonly T[],
  facts: { state: ApplicationState; hasAssessment: boolean },
): T | undefined {
  const last = standingEvents(events).findLast(({ kind }) => !ofResponsible.includes(kind))
  if (!last || !undoable.includes(last.kind) || last.to !== facts.state) return undefined
  if (last.kind === 'sendToAssessment' && facts.hasAssessment) return undefined
  if (last.kind === 'admit' && facts.hasAssessment) return undefined
  return last
}

/** May this event be taken back, for this reason? */
export function checkUndo(
  event: HistoryEvent | undefined,
  reason: string,
  facts: { died: boolean; minReasonLength: number },
): Verdict<{ event: HistoryEvent }> {
  if (!event) return { ok: false, problems: [{ code: 'undoNotPossible' }] }
  const result = verdict([
    event.kind === 'dropOut' && facts.died && { code: 'deathDateStands' },
    needsUndoReason(event.kind) && reasonProblem(reason, facts.minReasonLength),
  ])
  return result.ok ? { ok: true, event } : result
}

/** A decision is not taken back without saying why. */
export const needsUndoReason = (kind: HistoryKind): boolean => decided.includes(kind)
