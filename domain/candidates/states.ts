import { dayProblems } from './dates.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { valueOn, type DatedSetting } from '#domain/settings/rules.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type { CandidacyState, CandidateRefusal, WithdrawalReason } from './schema.ts'
import { overCandidacies } from './schema.ts'

/** What happens to a candidacy. Reasons are typed by a person; no ground has a default. */
export type CandidacyEvent =
  /** A letter for missing papers went out on `letterDate`. */
  | { kind: 'askForDocuments'; letterDate: string }
  | { kind: 'admit' }
  | { kind: 'refuse'; ground: CandidateRefusal; date: string; reason: string }
  | { kind: 'withdraw'; why: WithdrawalReason; date: string; reason: string }
  /** Chosen: stands in the list from which assistants are offered. */
  | { kind: 'enterPool'; date: string }
  | { kind: 'employ'; date: string }
  /** Leaves the list, or the work is over. */
  | { kind: 'close'; date: string; reason: string }
export type CandidacyEventKind = CandidacyEvent['kind']

/** State → event → next state. What is not here is not allowed. */
const table: Record<CandidacyState, Partial<Record<CandidacyEventKind, CandidacyState>>> = {
  registered: {
    askForDocuments: 'incomplete',
    admit: 'admitted',
    refuse: 'notAdmitted',
    withdraw: 'withdrawn',
  },
  incomplete: { askForDocuments: 'incomplete', refuse: 'notAdmitted', withdraw: 'withdrawn' },
  admitted: { enterPool: 'inPool', refuse: 'notAdmitted', withdraw: 'withdrawn' },
  inPool: { employ: 'employed', withdraw: 'withdrawn', close: 'closed' },
  employed: { close: 'closed' },
  notAdmitted: {},
  withdrawn: {},
  closed: {},
}

/** Is the person still a candidate, or at work by this candidacy? */
export const isOpenCandidacy = (state: CandidacyState): boolean =>
  !overCandidacies.some((over) => over === state)

/** What may happen next, for the buttons. */
export function nextCandidacyEvents(state: CandidacyState): CandidacyEventKind[] {
  return Object.keys(table[state]) as CandidacyEventKind[]
}

export interface CandidacyContext {
  today: string
  entryDate: string
  /** What `missingOf` and `unfit` found. */
  missing: readonly Problem[]
  settings: readonly DatedSetting[]
}

export interface CandidacyMove {
  state: CandidacyState
  /** Last day for the missing papers, when a letter went out. */
  documentsDueDate?: string
}

/** Grounds that only a selection gives. */
const afterAdmission: readonly CandidateRefusal[] = ['notSelected', 'interviewMissed']

function eventProblems(
  state: CandidacyState,
  event: CandidacyEvent,
  context: CandidacyContext,
): (Problem | undefined)[] {
  const min = valueOn(context.settings, 'minReasonLength', context.today)
  switch (event.kind) {
    case 'admit':
      return [...context.missing]
    case 'askForDocuments':
      return [
        context.missing.length === 0 ? { code: 'nothingMissing' } : undefined,
        ...dayProblems(event.letterDate, context, 'letterDate'),
      ]
    case 'refuse':
      return [
        ...dayProblems(event.date, context),
        reasonProblem(event.reason, min),
        event.ground === 'documentsNotProvided' && state !== 'incomplete'
          ? { code: 'dropOutOnlyWhenIncomplete', path: ['ground'] }
          : undefined,
        afterAdmission.includes(event.ground) && state !== 'admitted'
          ? { code: 'notSelectedBeforeSelection', path: ['ground'] }
          : undefined,
      ]
    case 'withdraw':
      // Death is a fact, not a decision that needs its reasons.
      return [
        ...dayProblems(event.date, context),
        event.why === 'died' ? undefined : reasonProblem(event.reason, min),
      ]
    case 'close':
      return [...dayProblems(event.date, context), reasonProblem(event.reason, min)]
    case 'enterPool':
    case 'employ':
      return dayProblems(event.date, context)
  }
}

/** The next state, or why not. Nothing is written here. */
export function moveCandidacy(
  state: CandidacyState,
  event: CandidacyEvent,
  context: CandidacyContext,
): Verdict<CandidacyMove> {
  const next = table[state][event.kind]
  if (!next) return { ok: false, problems: [{ code: 'eventNotAllowed', params: { state } }] }
  const problems = eventProblems(state, event, context).filter((one) => one !== undefined)
  if (problems.length > 0) return { ok: false, problems }
  if (event.kind !== 'askForDocuments') return { ok: true, state: next }
  const days = valueOn(context.settings, 'missingDocumentsDays', event.letterDate)
  return { ok: true, state: next, documentsDueDate: addDays(event.letterDate, days) }
}
