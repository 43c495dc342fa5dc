import { can } from '#domain/accounts/permissions.ts'
import type { ApplicationState } from '#domain/applications/schema.ts'
import { oneOpenApplication } from '#domain/applications/rules.ts'
import { isOpen, transition, type ApplicationEvent } from '#domain/applications/states.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import type { EventDetail } from '#db/queries/application-events.ts'
import { shownStateOf } from '#db/queries/application-state.ts'
import {
  applicationInputOf,
  existingApplications,
  getApplication,
  setApplication,
  setResponsible,
  type ApplicationChanges,
  type StoredApplication,
} from '#db/queries/applications.ts'
import { applicationSettings, doubleSupportOf, isAssessed, missingOf } from './facts.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

/** What a step changes, and what its line in the history says besides; or to whom the case goes. */
type ApplicationMove =
  | { changes: ApplicationChanges; detail?: EventDetail }
  | { responsible: Parameters<typeof setResponsible>[3] }

export const applicationRecord = stepsOf<StoredApplication, ApplicationMove>({
  subject: 'application',
  read: 'applications.read',
  load: getApplication,
  row: (application) => application,
  save: (tx, id, version, move, stamp) =>
    'responsible' in move
      ? setResponsible(tx, id, version, move.responsible, stamp)
      : setApplication(tx, id, version, move.changes, stamp, move.detail),
  stand: ({ state }) => ({ state }),
})

/** Back into the procedure only where no other application of the person stands in it. Throws RULE. */
export function demandOneOpen(
  db: Db,
  stored: StoredApplication,
  to: ApplicationState,
  today: string,
): void {
  if (!isOpen(to) || isOpen(stored.state)) return
  const other = oneOpenApplication(stored, existingApplications(db, stored, today))
  if (other) throw ruleError([other])
}

/** What an event comes to by the rules of the domain. Throws RULE. */
export function judgedMove(
  { tx, actor, today }: StepCall,
  stored: StoredApplication,
  event: ApplicationEvent,
  overrideReason = '',
): { move: ApplicationMove; state: ApplicationState } {
  const settings = applicationSettings(tx)
  const min = valueOn(settings, 'minReasonLength', today)
  const given = overrideReason.trim()
  const why = given === '' ? stored.overrideReason : given
  const byHead = can(actor.roles, 'applications.decide')
  const input = applicationInputOf(stored)
  const next = transition(shownStateOf(tx, stored, today), event, {
    today,
    entryDate: stored.entryDate,
    missing: missingOf(tx, input),
    doubleSupport: doubleSupportOf(input, today, why === '' ? null : { byHead, reason: why }, min),
    assessed: isAssessed(stored.state),
    settings,
  })
  demand(next)
  const { state, documentsDueDate } = next
  demandOneOpen(tx, stored, state, today)
  const changes: ApplicationChanges = {
    state,
    ...resultOf(event),
    ...(documentsDueDate === undefined ? {} : { documentsDueDate }),
    ...(event.kind === 'admit' && given !== ''
      ? { overrideReason: given, overrideBy: actor.accountId }
      : {}),
  }
  return { move: { changes, detail: detailOf(event, given) }, state }
}

/**
 * The assessment and the contract move an application by this, in their own transaction. Throws RULE,
 * CONFLICT, NOT_FOUND.
 */
export function moveApplication(call: StepCall, id: string, event: ApplicationEvent): void {
  const stored = getApplication(call.tx, id)
  applicationRecord.save(call, stored, judgedMove(call, stored, event).move)
}

function resultOf(event: ApplicationEvent): ApplicationChanges {
  switch (event.kind) {
    case 'askForDocuments':
      return { documentsLetterDate: event.letterDate }
    case 'refuse':
      return { refusalGround: event.ground, endedOn: event.date, endReason: event.reason }
    case 'dropOut':
      return { dropOutReason: event.why, endedOn: event.date, endReason: event.reason }
    default:
      return {}
  }
}

function detailOf(event: ApplicationEvent, overrideReason: string): EventDetail {
  switch (event.kind) {
    case 'askForDocuments':
      return { kind: event.kind, onDate: event.letterDate }
    case 'refuse':
      return { kind: event.kind, onDate: event.date, why: event.ground, reason: event.reason }
    case 'dropOut':
      return { kind: event.kind, onDate: event.date, why: event.why, reason: event.reason }
    case 'admit':
      return { kind: event.kind, reason: overrideReason }
    default:
      return { kind: event.kind }
  }
}
