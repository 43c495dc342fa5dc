import { can } from '#domain/accounts/permissions.ts'
import { needsUndoReason, standingEvents, undoableEvent } from '#domain/applications/history.ts'
import { applicationDeadlines, documentChecklist } from '#domain/applications/rules.ts'
import type { ApplicationInput } from '#domain/applications/schema.ts'
import { nextEvents } from '#domain/applications/states.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { formatAddressFull, formatFullName } from '#domain/text/format-person.ts'
import { valueOn } from '#domain/settings/rules.ts'
import { telkInForceOn } from '#domain/people/telk.ts'
import type { Person } from '#domain/people/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { shownStateOf } from '#db/queries/application-state.ts'
import { eventsOf } from '#db/queries/application-events.ts'
import { applicationInputOf, type StoredApplication } from '#db/queries/applications.ts'
import { assessmentsOfApplication } from '#db/queries/assessments.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { getRepresentative, listTelkDecisions } from '#db/queries/people-parts.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import {
  applicantFacts,
  applicationSettings,
  doubleSupportOf,
  missingOf,
  warningsOf,
} from './facts.ts'
import { dueDay } from '../kernel/days.ts'
import { responsibleFor } from './whose.ts'
import { masked } from '../kernel/list-source.ts'

/** States in which the form itself may still be corrected; later it is part of a decision. */
export const correctable: readonly string[] = ['registered', 'incomplete']

/** What a role may read of the form: what the person told about health is not for the clerk. */
export function formFor<T extends Pick<ApplicationInput, 'needsDescription'>>(
  actor: Session,
  form: T,
): T {
  return can(actor.roles, 'people.readHealth') ? form : { ...form, needsDescription: '' }
}

/** The person beside an application: enough to know who it is, the number masked. */
export function applicantOf(actor: Session, person: Person, today: string) {
  return {
    ...masked(
      {
        id: person.id,
        firstName: person.firstName,
        middleName: person.middleName,
        lastName: person.lastName,
        idKind: person.idKind,
        idNumber: person.idNumber,
        birthDate: person.birthDate,
        sex: person.sex,
        deathDate: person.deathDate,
      },
      actor,
    ),
    version: person.version,
    age: ageOn(person.birthDate, person.deathDate ?? today),
    address: formatAddressFull(person.currentAddress),
    municipality: person.currentAddress.municipality,
    phone: person.phones[0]?.number ?? null,
    capacity: person.capacity,
  }
}

/** Problems that tell what stands in a decision. */
const sayTelk = ['groupNeedsAttendance', 'groupNeedsPermanentDisability', 'groupIsWithoutTelk']

/** The decision in force as the form of an application carries it: without diagnosis. */
export function telkOfApplicant(actor: Session, db: Db, personId: string, today: string) {
  if (!can(actor.roles, 'people.readTelk')) return null
  const decision = telkInForceOn(listTelkDecisions(db, personId), today)
  if (!decision) return null
  const { number, decidedOn, percent, attendance, attendanceUntil, attendanceLifetime } = decision
  const { validUntil, lifetime, issuer } = decision
  return {
    issuer,
    number,
    decidedOn,
    percent,
    attendance,
    attendanceUntil,
    attendanceLifetime,
    validUntil,
    lifetime,
  }
}

/** Everything the page of one application shows to this role. */
export function applicationPage(
  db: Db,
  actor: Session,
  stored: StoredApplication,
  person: Person,
  today: string,
) {
  const name = (account: string | null) =>
    account === null ? null : (findAccount(db, account)?.displayName ?? '')
  const input = applicationInputOf(stored)
  const settings = applicationSettings(db)
  const min = valueOn(settings, 'minReasonLength', today)
  const rows = eventsOf(db, stored.id)
  const assessments = assessmentsOfApplication(db, stored.id)
  const representative =
    stored.representativeId === null ? undefined : getRepresentative(db, stored.representativeId)
  const undo = undoableEvent(
    rows.map((row) => ({ ...row, from: row.fromState, to: row.toState })),
    { state: stored.state, hasAssessment: assessments.length > 0 },
  )
  const shown = shownStateOf(db, stored, today)
  const missing = correctable.includes(stored.state) ? missingOf(db, input) : []
  const decides = can(actor.roles, 'applications.decide')
  const readsTelk = can(actor.roles, 'people.readTelk')
  const writes = can(actor.roles, 'applications.write')
  const taken = new Set(standingEvents(rows).map((row) => row.id))
  const { facts } = caseOfPerson(db, stored.personId, today)
  const planReady =
    facts.application?.id === stored.id && facts.plan !== null && facts.plan.status !== 'draft'
  const { documents, otherServices, overrideBy, receivedBy, responsibleId: _whose, ...own } = stored
  return {
    application: {
      ...formFor(actor, own),
      documentsDueDate: dueDay(db, stored.documentsDueDate),
      state: shown,
      receivedBy: name(receivedBy),
      overrideBy: name(overrideBy),
    },
    otherServices,
    documents: documents.map(({ verifiedBy, ...document }) => ({
      ...document,
      verifiedBy: name(verifiedBy),
    })),
    person: applicantOf(actor, person, today),
    representative: representative
      ? {
          id: representative.id,
          kind: representative.kind,
          name: formatFullName(representative),
          documentNumber: representative.documentNumber,
          documentDate: representative.documentDate,
        }
      : null,
    telk: telkOfApplicant(actor, db, stored.personId, today),
    checklist: documentChecklist(input, applicantFacts(db, input)),
    // Who may not read the decision is told nothing of it.
    missing: missing.filter(({ code }) => readsTelk || !sayTelk.includes(code)),
    warnings: warningsOf(
      db,
      person.currentAddress.municipality,
      readsTelk ? input : undefined,
    ).filter(
      ({ code }) =>
        code !== 'groupWithoutAttendance' ||
        !missing.some((problem) => problem.code === 'groupNeedsAttendance'),
    ),
    doubleSupport: correctable.includes(stored.state)
      ? doubleSupportOf(input, today, null, min)
      : [],
    minReasonLength: min,
    deadlines: applicationDeadlines(
      {
        state: stored.state,
        entryDate: stored.entryDate,
        documentsLetterDate: stored.documentsLetterDate,
        preliminaryAssessmentDate: stored.preliminaryAssessmentDate,
        assessmentApprovedDate: assessments.find((one) => one.status === 'approved')
          ? stored.entryDate
          : null,
        planReadyDate: planReady ? stored.entryDate : null,
      },
      settings,
      listOwnDays(db),
    ),
    events: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      from: row.fromState,
      to: row.toState,
      onDate: row.onDate,
      why: row.why,
      reason: row.reason,
      undoes:
        row.undoes === null ? null : (rows.find((one) => one.id === row.undoes)?.kind ?? null),
      stands: row.undoes !== null || taken.has(row.id),
      at: row.at,
      by: name(row.by),
      /** To whom the case went. */
      responsible: name(row.responsibleId),
    })),
    /** What may be done next, by the state and by the role. */
    may: nextEvents(shown).filter((kind) =>
      kind === 'admit' || kind === 'refuse' ? decides : writes,
    ),
    mayCorrect: writes && correctable.includes(stored.state),
    undo:
      undo && (undo.kind === 'admit' || undo.kind === 'refuse' ? decides : writes)
        ? { kind: undo.kind, needsReason: needsUndoReason(undo.kind) }
        : null,
    responsible: responsibleFor(db, actor, stored),
    assessmentId: can(actor.roles, 'assessments.read') ? (assessments[0]?.id ?? null) : null,
  }
}
