import { assignmentStateOn } from '#domain/assignments/days.ts'
import { choiceInputSchema } from '#domain/assignments/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { inputOf } from '#db/kept-record.ts'
import { assignmentsOfPerson, keysOfHome, type AssignmentRecord } from '#db/queries/assignments.ts'
import { helpedById, helpersById } from '#db/queries/assignments-pool.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import type { AssistantChoiceRow, HomeKeyRow } from '#db/schema/assignments.ts'
import { existing } from '../kernel/faults.ts'
import type {
  AssignmentLine,
  ChoiceLine,
  KeyLine,
  NamedAssistant,
  NamedPerson,
  PaperLine,
} from './view.ts'

/** A query's row of somebody's names and contract as the pages name an assistant. */
type Helper = ReturnType<typeof helpersById>[number]

const positionNames = (db: Db) =>
  new Map(catalogueOf(db, 'position').map(({ id, name }) => [id, name]))

const assistantOf = (one: Helper, positions: Map<string, string>): NamedAssistant => ({
  employmentId: one.employmentId,
  personId: one.personId,
  name: formatFullName(one),
  sex: one.sex,
  position: positions.get(one.positionId) ?? '',
  number: one.number,
  startDate: one.startDate,
  lastDay: one.lastDay,
})

/** Assistants by contract: two questions, however many they are. */
export function assistantsById(db: Db, ids: readonly string[]): Map<string, NamedAssistant> {
  const positions = positionNames(db)
  return new Map(helpersById(db, ids).map((one) => [one.employmentId, assistantOf(one, positions)]))
}

export function peopleById(db: Db, ids: readonly string[]): Map<string, NamedPerson> {
  return new Map(
    helpedById(db, ids).map(({ id, sex, deathDate, ...names }) => [
      id,
      { id, name: formatFullName(names), sex, deathDate },
    ]),
  )
}

export const namedPerson = (db: Db, id: string): NamedPerson =>
  existing(peopleById(db, [id]).get(id))
export const namedAssistant = (db: Db, employmentId: string): NamedAssistant =>
  existing(assistantsById(db, [employmentId]).get(employmentId))

function paperLine(db: Db, kind: string, id: string): PaperLine | null {
  const paper = currentPaperOf(db, { kind, id })
  if (!paper) return null
  const { version, status, number, pages } = paper
  return { id: paper.id, version, status, number, pages }
}

/** The key is held by who helps in the home no more. */
function isOverdue(
  key: HomeKeyRow,
  { lastDay }: NamedAssistant,
  helped: readonly AssignmentRecord[],
  today: string,
): boolean {
  if (key.returnedOn !== null) return false
  if (lastDay !== null && lastDay < today) return true
  const own = helped.filter((one) => one.employmentId === key.employmentId && one.voidedAt === null)
  return own.length > 0 && own.every(({ toDate }) => toDate !== null && toDate < today)
}

export function keyLines(db: Db, rows: readonly HomeKeyRow[], today: string): KeyLine[] {
  const people = peopleById(
    db,
    rows.map(({ personId }) => personId),
  )
  const assistants = assistantsById(
    db,
    rows.map(({ employmentId }) => employmentId),
  )
  const helped = new Map([...people.keys()].map((id) => [id, assignmentsOfPerson(db, id)]))
  return rows.map((row): KeyLine => {
    const assistant = existing(assistants.get(row.employmentId))
    return {
      id: row.id,
      version: row.version,
      person: existing(people.get(row.personId)),
      assistant,
      what: row.what,
      givenOn: row.givenOn,
      returnedOn: row.returnedOn,
      note: row.note,
      overdue: isOverdue(row, assistant, helped.get(row.personId) ?? [], today),
    }
  })
}

/** Why it ended is told in somebody's own words, often of illness: only to who writes assignments. */
export function assignmentLines(
  db: Db,
  rows: readonly AssignmentRecord[],
  { today, writes }: { today: string; writes: boolean },
): AssignmentLine[] {
  const people = peopleById(
    db,
    rows.map(({ personId }) => personId),
  )
  const assistants = assistantsById(
    db,
    rows.map(({ employmentId }) => employmentId),
  )
  const keys = new Map([...people.keys()].map((id) => [id, keysOfHome(db, id)]))
  const stateOf = (row: AssignmentRecord) =>
    assignmentStateOn({ ...row, toDate: row.lastHelpDay }, today)
  /** Whether the same contract helps in the same home further: a substitute who became titular. */
  const goesOn = (row: AssignmentRecord) =>
    rows.some(
      (other) =>
        other.personId === row.personId &&
        other.employmentId === row.employmentId &&
        ['running', 'planned'].includes(stateOf(other)),
    )
  return rows.map((row): AssignmentLine => {
    const assistant = existing(assistants.get(row.employmentId))
    const state = stateOf(row)
    const held = (keys.get(row.personId) ?? []).filter(
      (key) => key.employmentId === row.employmentId && key.returnedOn === null,
    )
    return {
      id: row.id,
      version: row.version,
      applicationId: row.applicationId,
      person: existing(people.get(row.personId)),
      assistant,
      role: row.role,
      state,
      fromDate: row.fromDate,
      toDate: row.toDate,
      lastHelpDay: row.lastHelpDay,
      minutesPerMonth: row.minutesPerMonth,
      overNormReason: writes ? row.overNormReason : '',
      endReason: writes ? row.endReason : '',
      voidReason: writes ? row.voidReason : '',
      choiceId: row.choiceId,
      replacesId: row.replacesId,
      paper: paperLine(db, 'assignmentChange', row.id),
      keysNotReturned: state === 'ended' && !goesOn(row) ? held.length : 0,
    }
  })
}

export function choiceLines(db: Db, rows: readonly AssistantChoiceRow[]): ChoiceLine[] {
  const named = rows.flatMap(({ wishedEmploymentId, chosenEmploymentId, substituteEmploymentId }) =>
    [wishedEmploymentId, chosenEmploymentId, substituteEmploymentId].filter((id) => id !== null),
  )
  const assistants = assistantsById(db, named)
  const of = (id: string | null) => (id === null ? null : (assistants.get(id) ?? null))
  return rows.map((row): ChoiceLine => ({
    id: row.id,
    version: row.version,
    decidedOn: row.decidedOn,
    present: row.present,
    wishText: row.wishText,
    wishedSex: row.wishedSex,
    wished: of(row.wishedEmploymentId),
    chosen: existing(assistants.get(row.chosenEmploymentId)),
    substitute: of(row.substituteEmploymentId),
    wishHonoured: row.wishHonoured,
    notHonouredReason: row.notHonouredReason,
    statement: row.statement,
    number: row.number,
    paper: paperLine(db, 'assistantChoice', row.id),
    input: choiceInputOf(row),
  }))
}

export const choiceInputOf = (row: AssistantChoiceRow) => inputOf(row, choiceInputSchema)
