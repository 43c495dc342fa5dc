import { z } from 'zod'
import { checkUndo, undoableEvent, standingEvents } from '#domain/applications/history.ts'
import { dropOutReasons, refusalGrounds } from '#domain/applications/schema.ts'
import { transition, type ApplicationEvent } from '#domain/applications/states.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { oneOpenApplication } from '#domain/applications/rules.ts'
import { isOpen } from '#domain/applications/states.ts'
import { can } from '#domain/accounts/permissions.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { Tx } from '#db/connection.ts'
import { eventsOf, type EventDetail } from '#db/queries/application-events.ts'
import {
  applicationInputOf,
  existingApplications,
  getApplication,
  setApplication,
  type ApplicationChanges,
  type StoredApplication,
} from '#db/queries/applications.ts'
import { assessmentsOfApplication } from '#db/queries/assessments.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import { applicationSettings, doubleSupportOf, isAssessed, missingOf } from './facts.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/procedures.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const reason = z.string().trim().max(2000, 'textTooLong')

export interface StepCall {
  tx: Tx
  actor: Session
  now: string
  today: string
}

/**
 * One step of the procedure by the rules of the domain: judges, writes the new state with its line
 * in the history, returns the new version. Throws RULE, CONFLICT, NOT_FOUND. The assessment and the
 * contract move an application by this too, in their own transaction.
 */
export function stepApplication(
  call: StepCall,
  step: { id: string; version?: number; event: ApplicationEvent; overrideReason?: string },
): { version: number; state: StoredApplication['state']; personId: string } {
  const { tx, actor, now, today } = call
  const stored = getApplication(tx, step.id)
  const input = applicationInputOf(stored)
  const settings = applicationSettings(tx)
  const min = valueOn(settings, 'minReasonLength', today)
  const given = step.overrideReason?.trim() ?? ''
  const override =
    given === '' && stored.overrideReason === ''
      ? null
      : {
          byHead: can(actor.roles, 'applications.decide'),
          reason: given === '' ? stored.overrideReason : given,
        }
  const next = transition(stored.state, step.event, {
    today,
    entryDate: stored.entryDate,
    missing: missingOf(tx, input),
    doubleSupport: doubleSupportOf(input, today, override, min),
    assessed: isAssessed(stored.state),
    settings,
  })
  demand(next)
  const changes: ApplicationChanges = { state: next.state, ...resultOf(step.event) }
  if (next.documentsDueDate !== undefined) changes.documentsDueDate = next.documentsDueDate
  if (step.event.kind === 'admit' && given !== '') {
    changes.overrideReason = given
    changes.overrideBy = actor.accountId
  }
  const stamp = { at: now, by: actor.accountId }
  const saved = saveOrConflict(
    tx,
    () =>
      setApplication(
        tx,
        stored.id,
        step.version ?? stored.version,
        changes,
        stamp,
        detailOf(step.event, given),
      ),
    () => glance(tx, stored.id),
  )
  return { version: saved, state: next.state, personId: stored.personId }
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

const ordinary = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('askForDocuments'), letterDate: civilDateSchema }),
  z.object({ kind: z.literal('sendToAssessment') }),
  z.object({ kind: z.literal('enterWaitingList') }),
  z.object({ kind: z.literal('placeFreed') }),
  z.object({
    kind: z.literal('dropOut'),
    why: z.enum(dropOutReasons, 'required'),
    date: civilDateSchema,
    reason,
  }),
  z.object({ kind: z.literal('close') }),
])

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('admit'), overrideReason: reason.default('') }),
  z.object({
    kind: z.literal('refuse'),
    // A legal ground is always chosen by a person.
    ground: z.enum(refusalGrounds, 'required'),
    date: civilDateSchema,
    reason,
  }),
])

export const applicationSteps = {
  /** Letter, assessment, waiting list (ЗСУ чл. 79), drop-out, closing: what the office writes down. */
  step: action(
    {
      permission: 'applications.write',
      audit: 'application.step',
      subject: 'application',
      input: z.object({ id, version, event: ordinary }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const call = { tx, actor, now, today }
      const done = stepApplication(call, input)
      if (input.event.kind === 'dropOut' && input.event.why === 'died')
        recordDeath(call, done.personId, input.event.date)
      audit({ subjectId: input.id, personId: done.personId, payload: { ...input.event } })
      return { id: input.id, version: done.version, state: done.state }
    },
  ),

  /** Admitted or refused (ЗСУ чл. 78, ал. 5): the head decides. */
  decide: action(
    {
      permission: 'applications.decide',
      audit: 'application.decided',
      subject: 'application',
      input: z.object({ id, version, event: decision }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const { event } = input
      const done = stepApplication(
        { tx, actor, now, today },
        {
          id: input.id,
          version: input.version,
          event,
          ...(event.kind === 'admit' ? { overrideReason: event.overrideReason } : {}),
        },
      )
      audit({ subjectId: input.id, personId: done.personId, payload: { ...event } })
      return { id: input.id, version: done.version, state: done.state }
    },
  ),

  /** Takes the last step back by a new line; nothing that was written is changed. */
  undo: action(
    {
      permission: 'applications.write',
      audit: 'application.stepUndone',
      subject: 'application',
      input: z.object({ id, version, reason: reason.default('') }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const stored = getApplication(tx, input.id)
      const events = eventsOf(tx, stored.id)
      const last = undoableEvent(
        events.map((row) => ({ ...row, from: row.fromState, to: row.toState })),
        { state: stored.state, hasAssessment: hasAssessment(tx, stored.id) },
      )
      const settings = applicationSettings(tx)
      const person = getPerson(tx, stored.personId)
      const checked = checkUndo(last, input.reason, {
        died: last?.why === 'died' && person?.deathDate != null,
        minReasonLength: valueOn(settings, 'minReasonLength', today),
      })
      demand(checked)
      const { event } = checked
      if (
        (event.kind === 'admit' || event.kind === 'refuse') &&
        !can(actor.roles, 'applications.decide')
      )
        throw apiError('FORBIDDEN', { permission: 'applications.decide' })
      if (isOpen(event.from) && !isOpen(stored.state)) {
        const other = oneOpenApplication(stored, existingApplications(tx, stored))
        if (other) throw ruleError([other])
      }
      const changes: ApplicationChanges = { state: event.from }
      if (event.kind === 'refuse' || event.kind === 'dropOut')
        Object.assign(changes, {
          refusalGround: null,
          dropOutReason: null,
          endedOn: null,
          endReason: '',
        })
      if (event.kind === 'admit') Object.assign(changes, { overrideReason: '', overrideBy: null })
      if (event.kind === 'askForDocuments')
        Object.assign(changes, letterBefore(stored, events, event.id, settings))
      const stamp = { at: now, by: actor.accountId }
      const saved = saveOrConflict(
        tx,
        () =>
          setApplication(tx, stored.id, input.version, changes, stamp, {
            kind: 'undo',
            undoes: event.id,
            reason: input.reason,
          }),
        () => glance(tx, stored.id),
      )
      audit({
        subjectId: stored.id,
        personId: stored.personId,
        payload: { undone: event.kind, reason: input.reason },
      })
      return { id: stored.id, version: saved, state: event.from }
    },
  ),

  /** № and date of the preliminary assessment (ЗСУ чл. 73–75). */
  recordPreliminary: action(
    {
      permission: 'applications.write',
      audit: 'application.preliminaryRecorded',
      subject: 'application',
      input: z.object({
        id,
        version,
        number: z.string().trim().min(1, 'required').max(60, 'textTooLong'),
        date: civilDateSchema,
      }),
    },
    ({ input, tx, audit, actor, now, today }) => {
      const stored = getApplication(tx, input.id)
      if (input.date > today)
        throw ruleError([{ code: 'dateInFuture', path: ['date'], params: { todayDate: today } }])
      const changes = {
        preliminaryAssessmentNumber: input.number,
        preliminaryAssessmentDate: input.date,
      }
      const stamp = { at: now, by: actor.accountId }
      const saved = saveOrConflict(
        tx,
        () => setApplication(tx, stored.id, input.version, changes, stamp),
        () => glance(tx, stored.id),
      )
      audit({ subjectId: stored.id, personId: stored.personId, payload: changes })
      return { id: stored.id, version: saved }
    },
  ),
}

export function hasAssessment(
  tx: Parameters<typeof assessmentsOfApplication>[0],
  applicationId: string,
) {
  return assessmentsOfApplication(tx, applicationId).length > 0
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

/** A death told at the counter stands in the dossier too, unless it already does. */
function recordDeath({ tx, actor, now }: StepCall, personId: string, date: string): void {
  const person = getPerson(tx, personId)
  if (!person || person.deathDate !== null) return
  if (date < person.birthDate)
    throw ruleError([
      { code: 'deathBeforeBirth', path: ['date'], params: { birthDate: person.birthDate } },
    ])
  const stamp = { at: now, by: actor.accountId }
  updatePerson(tx, personId, person.version, { ...person, deathDate: date }, stamp)
}

/** What a page that was overtaken needs to know; the rest is read anew by the right of the role. */
function glance(tx: Tx, applicationId: string) {
  const { version: newest, state, updatedBy, updatedAt } = getApplication(tx, applicationId)
  return { version: newest, state, updatedBy, updatedAt }
}
