import { can } from '#domain/accounts/permissions.ts'
import { isNamed } from '#domain/assignments/choice.ts'
import type { ChoiceInput } from '#domain/assignments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { Sex } from '#domain/people/ids.ts'
import type { Db } from '#db/connection.ts'
import {
  assignmentsOfAssistant,
  assignmentsOfCase,
  assignmentsOfEmployment,
  assignmentsOfPerson,
  assignedMinutesOn,
  choicesOfCase,
  keysOfAssistant,
  keysOfEmployment,
  keysOfHome,
  type AssignmentRecord,
} from '#db/queries/assignments.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { findEmployment } from '#db/queries/employments.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { existing } from '../kernel/faults.ts'
import { minutesOf, normOf } from './facts.ts'
import { assignmentLines, choiceLines, keyLines, namedAssistant, namedPerson } from './lines.ts'
import { applicationOf } from './moves.ts'
import { needsOf, offerLines, poolFor, type Pool } from './pool.ts'
import type {
  CaseAssignments,
  ChoiceView,
  EmploymentAssignments,
  LeftLine,
  LeftWithout,
  OfferLine,
  PersonAssignments,
} from './view.ts'

const writes = (actor: Session) => can(actor.roles, 'assignments.write')

/** The wish is told to who reads applications, and to who chooses by it. */
const knowsWish = (actor: Session) => writes(actor) || can(actor.roles, 'applications.read')

const applicationLine = (actor: Session, row: ApplicationRow): CaseAssignments['application'] => ({
  id: row.id,
  number: row.entryNumber,
  date: row.entryDate,
  state: row.state,
  preferredAssistant: knowsWish(actor) ? row.preferredAssistant : '',
  substituteAssistant: knowsWish(actor) ? row.substituteAssistant : '',
  kinship: knowsWish(actor) ? row.kinship : null,
})

/** Who helps by one application, what was decided, and who holds a key of the home. */
export function caseView(
  db: Db,
  actor: Session,
  application: ApplicationRow,
  today: string,
): CaseAssignments {
  const { id, personId } = application
  const rows = assignmentsOfCase(db, id)
  return {
    application: applicationLine(actor, application),
    person: namedPerson(db, personId),
    minutes: minutesOf(db, id, today, rows),
    assignments: assignmentLines(db, rows, { today, writes: writes(actor) }),
    choices: knowsWish(actor) ? choiceLines(db, choicesOfCase(db, id)) : [],
    keys: keyLines(db, keysOfHome(db, personId), today),
    team: poolFor(db, today)
      .members.filter((one) => one.personId !== personId)
      .map(({ assistant }) => assistant),
    writes: writes(actor),
  }
}

/** Both sides of a dossier: who helps this person, and whom this person helps. */
export function personView(
  db: Db,
  actor: Session,
  personId: string,
  today: string,
): PersonAssignments {
  const shown = { today, writes: writes(actor) }
  return {
    person: namedPerson(db, personId),
    caseId: caseOfPerson(db, personId, today).application?.id ?? null,
    helped: assignmentLines(db, assignmentsOfPerson(db, personId), shown),
    helps: assignmentLines(db, assignmentsOfAssistant(db, personId), shown),
    keysOfHome: keyLines(db, keysOfHome(db, personId), today),
    keysHeld: keyLines(db, keysOfAssistant(db, personId), today),
    writes: writes(actor),
  }
}

export function employmentView(
  db: Db,
  actor: Session,
  employmentId: string,
  today: string,
): EmploymentAssignments {
  const row = existing(findEmployment(db, employmentId))
  return {
    assistant: namedAssistant(db, row.id),
    normMinutes: normOf(db, row, today),
    plannedMinutes: assignedMinutesOn(db, today).get(row.id) ?? 0,
    assignments: assignmentLines(db, assignmentsOfEmployment(db, row.id), {
      today,
      writes: writes(actor),
    }),
    keys: keyLines(db, keysOfEmployment(db, row.id), today),
    writes: writes(actor),
  }
}

/** The first of these that may be chosen; '' where none may. */
const firstPossible = (offers: readonly OfferLine[], among: readonly string[]) =>
  offers.find(({ possible, employmentId }) => possible && among.includes(employmentId))
    ?.employmentId ?? ''

interface Asked {
  day: string | null
  minutesPerMonth: number | null
  sex: Sex | null
}

/** „Избор на асистент“: the pool beside the person. */
export function choiceView(
  db: Db,
  actor: Session,
  application: ApplicationRow,
  asked: Asked,
  today: string,
): ChoiceView {
  const day = asked.day ?? today
  const minutes = minutesOf(db, application.id, day)
  const minutesPerMonth = asked.minutesPerMonth ?? minutes.free ?? 0
  const person = namedPerson(db, application.personId)
  const draft = choicesOfCase(db, application.id).find(({ number }) => number === null)
  const pool = poolFor(db, day)
  const sex = asked.sex ?? draft?.wishedSex ?? null
  const needs = needsOf(db, application, pool, { minutesPerMonth, sex })
  const offers = offerLines(db, needs, pool)
  const chosenEmploymentId = firstPossible(offers, needs.wished)
  const wishedSubstitute = firstPossible(offers, needs.wishedSubstitutes)
  const proposed: ChoiceInput = {
    decidedOn: today,
    present: [
      { name: person.name, capacity: 'person' },
      ...(isNamed(actor.displayName, person.name)
        ? []
        : [{ name: actor.displayName, capacity: 'socialWorker' as const }]),
    ],
    wishText: application.preferredAssistant,
    wishedEmploymentId: needs.wished.length === 1 ? (needs.wished[0] ?? null) : null,
    wishedSex: sex,
    chosenEmploymentId,
    substituteEmploymentId:
      wishedSubstitute === '' || wishedSubstitute === chosenEmploymentId ? null : wishedSubstitute,
    notHonouredReason: '',
    statement: '',
  }
  return {
    application: applicationLine(actor, application),
    person,
    day,
    minutes,
    minutesPerMonth,
    needs: {
      settlement: needs.settlement,
      floor: needs.floor,
      weekdays: [...needs.weekdays],
      acts: [...needs.acts],
      sex,
      wishText: application.preferredAssistant,
      substituteText: application.substituteAssistant,
      kinship: application.kinship,
      wished: [...needs.wished],
      wishedSubstitutes: [...needs.wishedSubstitutes],
    },
    offers,
    draft: draft ? (choiceLines(db, [draft])[0] ?? null) : null,
    proposed,
  }
}

const mostProposed = 5

/** It was to last to the end of the contract, and nobody else is titular by the case on the day after. */
function isLeft(db: Db, one: AssignmentRecord, lastDay: string | null, fromDay: string): boolean {
  if (one.voidedAt !== null || one.role !== 'titular') return false
  if (one.toDate !== null && (lastDay === null || one.toDate < lastDay)) return false
  return !assignmentsOfCase(db, one.applicationId).some(
    (other) =>
      other.role === 'titular' &&
      other.voidedAt === null &&
      other.employmentId !== one.employmentId &&
      (other.lastHelpDay === null || other.lastHelpDay >= fromDay),
  )
}

function leftLine(db: Db, one: AssignmentRecord, pool: Pool, today: string): LeftLine[] {
  const [assignment] = assignmentLines(db, [one], { today, writes: true })
  if (!assignment || assignment.person.deathDate !== null) return []
  const { minutesPerMonth } = one
  const application = applicationOf(db, one.applicationId)
  const needs = needsOf(db, application, pool, { minutesPerMonth, sex: null })
  const proposals = offerLines(db, needs, pool)
    .filter(({ possible, employmentId }) => possible && employmentId !== one.employmentId)
    .slice(0, mostProposed)
  return [{ assignment, fromDay: pool.day, minutesPerMonth, proposals }]
}

/** Whom a contract leaves when it ends, with who may come; and the keys to be given back. */
export function leftView(db: Db, actor: Session, employmentId: string, today: string): LeftWithout {
  const row = existing(findEmployment(db, employmentId))
  const { lastDay } = row
  const fromDay = lastDay === null ? today : addDays(lastDay, 1)
  const left = assignmentsOfEmployment(db, row.id).filter((one) =>
    isLeft(db, one, lastDay, fromDay),
  )
  const pool = left.length > 0 ? poolFor(db, fromDay < today ? today : fromDay) : null
  return {
    assistant: namedAssistant(db, row.id),
    lastDay,
    people: pool ? left.flatMap((one) => leftLine(db, one, pool, today)) : [],
    keys: keyLines(
      db,
      keysOfEmployment(db, row.id).filter(({ returnedOn }) => returnedOn === null),
      today,
    ),
    writes: writes(actor),
  }
}
