import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type {
  ApplicationState,
  DropOutReason,
  RefusalGround,
  ShownApplicationState,
} from './schema.ts'

/**
 * What happens to an application. Dates are civil dates; reasons are typed by a person. Legal
 * grounds have no default anywhere.
 */
export type ApplicationEvent =
  | { kind: 'register' }
  /** A letter for missing documents went out on `letterDate`. */
  | { kind: 'askForDocuments'; letterDate: string }
  | { kind: 'documentsCompleted' }
  | { kind: 'admit' }
  | { kind: 'refuse'; ground: RefusalGround; date: string; reason: string }
  | { kind: 'sendToAssessment' }
  | { kind: 'assessmentFinished' }
  | { kind: 'assessmentReturned' }
  /** Hours approved by the second person; 0 minutes = below the threshold. */
  | { kind: 'hoursApproved'; grantedMinutes: number }
  | { kind: 'dropOut'; why: DropOutReason; date: string; reason: string }
  | { kind: 'placeInReserve' }
  | { kind: 'enterWaitingList' }
  | { kind: 'placeFreed' }
  | { kind: 'contractInForce' }
  | { kind: 'contractAnnulled' }
  | { kind: 'contractEnded'; date: string }
  | { kind: 'close' }
  /** A correction of an approved assessment starts the assessment again. */
  | { kind: 'reassess' }
export type ApplicationEventKind = ApplicationEvent['kind']

/** State → event → next state. What is not here is not allowed. */
const table: Record<
  ShownApplicationState,
  Partial<Record<ApplicationEventKind, ApplicationState>>
> = {
  draft: { register: 'registered' },
  registered: {
    askForDocuments: 'incomplete',
    admit: 'admitted',
    refuse: 'notAdmitted',
    dropOut: 'droppedOut',
  },
  incomplete: {
    askForDocuments: 'incomplete',
    documentsCompleted: 'registered',
    refuse: 'notAdmitted',
    dropOut: 'droppedOut',
  },
  admitted: {
    sendToAssessment: 'forAssessment',
    refuse: 'notAdmitted',
    dropOut: 'droppedOut',
  },
  forAssessment: { assessmentFinished: 'assessed', dropOut: 'droppedOut' },
  assessed: {
    assessmentReturned: 'forAssessment',
    hoursApproved: 'approved',
    refuse: 'notAdmitted',
    dropOut: 'droppedOut',
  },
  approved: {
    placeInReserve: 'reserve',
    enterWaitingList: 'waiting',
    contractInForce: 'withContract',
    reassess: 'forAssessment',
    dropOut: 'droppedOut',
  },
  reserve: {
    hoursApproved: 'reserve',
    placeFreed: 'approved',
    enterWaitingList: 'waiting',
    dropOut: 'droppedOut',
  },
  waiting: { hoursApproved: 'waiting', placeFreed: 'approved', dropOut: 'droppedOut' },
  belowThreshold: { reassess: 'forAssessment', refuse: 'notAdmitted', close: 'closed' },
  withContract: { contractAnnulled: 'approved', contractEnded: 'closed' },
  // Nothing runs and nothing is being made: renewed on the same application, or closed.
  contractExpired: { contractAnnulled: 'approved', contractEnded: 'closed', close: 'closed' },
  notAdmitted: { close: 'closed' },
  droppedOut: { close: 'closed' },
  closed: {},
}

export const openStates: readonly ApplicationState[] = [
  'draft',
  'registered',
  'incomplete',
  'admitted',
  'forAssessment',
  'assessed',
  'approved',
  'reserve',
  'waiting',
  'withContract',
]

/** Is the person still in the procedure or served by this application? */
export function isOpen(state: ShownApplicationState): boolean {
  return state !== 'contractExpired' && openStates.includes(state)
}

/** The event that leads from one state to another, for the history. */
export function eventBetween(
  from: ShownApplicationState,
  to: ApplicationState,
): ApplicationEventKind | undefined {
  if (to === 'belowThreshold' && 'hoursApproved' in table[from]) return 'hoursApproved'
  return nextEvents(from).find((kind) => table[from][kind] === to)
}

/** What may happen next, for menus and for the main button. */
export function nextEvents(state: ShownApplicationState): ApplicationEventKind[] {
  return Object.keys(table[state]) as ApplicationEventKind[]
}

/** States reachable in one step. */
export function nextStates(state: ShownApplicationState): ApplicationState[] {
  const direct = Object.values(table[state])
  const all = 'hoursApproved' in table[state] ? [...direct, 'belowThreshold' as const] : direct
  return [...new Set(all)]
}

export interface TransitionContext {
  today: string
  entryDate: string
  /** What `completeness` found missing. */
  missing: readonly Problem[]
  /** What `doubleSupport` found and nobody with the right has overridden. */
  doubleSupport: readonly Problem[]
  /** Individual assessment that reached a result; чл. 78, ал. 5, т. 2 speaks of „след“ it. */
  assessed: boolean
  settings: readonly DatedSetting[]
}

export interface Transition {
  state: ApplicationState
  /** Last day for the missing documents, when a letter went out. */
  documentsDueDate?: string
}

function reasonOf(reason: string, context: TransitionContext): Problem | undefined {
  return reasonProblem(reason, valueOn(context.settings, 'minReasonLength', context.today))
}

function dateProblems(date: string, context: TransitionContext): Problem[] {
  if (date > context.today)
    return [{ code: 'dateInFuture', path: ['date'], params: { todayDate: context.today } }]
  if (date < context.entryDate)
    return [{ code: 'dateBeforeEntry', path: ['date'], params: { entryDate: context.entryDate } }]
  return []
}

const afterVisitOnly: readonly DropOutReason[] = ['notFound', 'refusedAssessment']

function eventProblems(
  state: ShownApplicationState,
  event: ApplicationEvent,
  context: TransitionContext,
): Problem[] {
  switch (event.kind) {
    case 'admit':
      return [...context.missing, ...context.doubleSupport]
    case 'documentsCompleted':
      return [...context.missing]
    case 'askForDocuments': {
      const date = dateProblems(event.letterDate, context)
      return context.missing.length === 0 ? [{ code: 'nothingMissing' }, ...date] : date
    }
    case 'refuse': {
      const problems = dateProblems(event.date, context)
      const reason = reasonOf(event.reason, context)
      if (reason) problems.push(reason)
      if (event.ground === 'needsCannotBeMet' && !context.assessed)
        problems.push({ code: 'refusalOnlyAfterAssessment', path: ['ground'] })
      if (event.ground === 'serviceNotOffered' && context.assessed)
        problems.push({ code: 'refusalGroundTooLate', path: ['ground'] })
      return problems
    }
    case 'dropOut': {
      const problems = dateProblems(event.date, context)
      // Death is a fact, not a decision that needs its reasons.
      const reason = event.why === 'died' ? undefined : reasonOf(event.reason, context)
      if (reason) problems.push(reason)
      if (afterVisitOnly.includes(event.why) && state !== 'forAssessment')
        problems.push({ code: 'dropOutOnlyAtAssessment', path: ['why'] })
      if (event.why === 'documentsNotProvided' && state !== 'incomplete')
        problems.push({ code: 'dropOutOnlyWhenIncomplete', path: ['why'] })
      return problems
    }
    case 'contractEnded':
      return dateProblems(event.date, context)
    default:
      return []
  }
}

/**
 * The next state, or why not. `eventNotAllowed` when the state does not know the event; otherwise
 * the problems of the event itself. Nothing is written here.
 */
export function transition(
  state: ShownApplicationState,
  event: ApplicationEvent,
  context: TransitionContext,
): Verdict<Transition> {
  const next = table[state][event.kind]
  if (!next) return { ok: false, problems: [{ code: 'eventNotAllowed', params: { state } }] }
  const problems = eventProblems(state, event, context)
  if (problems.length > 0) return { ok: false, problems }
  if (event.kind === 'hoursApproved' && event.grantedMinutes === 0)
    return { ok: true, state: 'belowThreshold' }
  if (event.kind === 'askForDocuments') {
    const days = valueOn(context.settings, 'missingDocumentsDays', event.letterDate)
    return { ok: true, state: next, documentsDueDate: addDays(event.letterDate, days) }
  }
  return { ok: true, state: next }
}
