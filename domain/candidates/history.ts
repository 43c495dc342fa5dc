import { standingEvents } from '#domain/applications/history.ts'
import { verdict, type Verdict } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type { CandidacyState } from './schema.ts'

/** What a line of the history may say. Lines are added, never changed. */
export const candidacyHistoryKinds = [
  'register',
  'askForDocuments',
  'admit',
  'refuse',
  'withdraw',
  'enterPool',
  'employ',
  'close',
  /** The form was corrected and the state followed from it. */
  'corrected',
  /** Originals returned, copies destroyed. */
  'papersGone',
  /** Takes back the event named in `undoes`. */
  'undo',
] as const
export type CandidacyHistoryKind = (typeof candidacyHistoryKinds)[number]

export interface CandidacyHistoryEvent {
  id: string
  kind: CandidacyHistoryKind
  from: CandidacyState
  to: CandidacyState
  undoes: string | null
}

const undoable: readonly CandidacyHistoryKind[] = [
  'askForDocuments',
  'admit',
  'refuse',
  'withdraw',
  'enterPool',
  'employ',
  'close',
]
/** Steps that the head decides: only the head takes them back. */
export const decidedKinds: readonly CandidacyHistoryKind[] = [
  'admit',
  'refuse',
  'enterPool',
  'employ',
]

/** The last standing step when it may be taken back; what is destroyed does not come back. */
export function undoableStep<T extends CandidacyHistoryEvent>(
  events: readonly T[],
  state: CandidacyState,
): T | undefined {
  const last = standingEvents(events).at(-1)
  return last && undoable.includes(last.kind) && last.to === state ? last : undefined
}

/** Taking a step back always says why, but for a letter. */
export const undoNeedsReason = (kind: CandidacyHistoryKind): boolean => kind !== 'askForDocuments'

/** May this step be taken back, for this reason? */
export function checkCandidacyUndo<T extends CandidacyHistoryEvent>(
  event: T | undefined,
  reason: string,
  facts: { deathRecorded: boolean; minReasonLength: number },
): Verdict<{ event: T }> {
  if (!event) return { ok: false, problems: [{ code: 'undoNotPossible' }] }
  const result = verdict([
    event.kind === 'withdraw' && facts.deathRecorded && { code: 'deathDateStands' },
    undoNeedsReason(event.kind) && reasonProblem(reason, facts.minReasonLength),
  ])
  return result.ok ? { ok: true, event } : result
}
