import { projectText } from '#papers/employments/values.ts'
import { daysOfMonth } from '#domain/calendar/civil-date.ts'
import type { CatalogueEntry } from '#domain/employments/catalogue.ts'
import type { EmploymentFacts } from '#domain/employments/facts.ts'
import { employmentProblems, employmentWarnings } from '#domain/employments/rules.ts'
import type { EmploymentInput } from '#domain/employments/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { employmentInputOf } from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import { findProject } from '#db/queries/projects.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import {
  buildEmployment,
  emptyLinesOfEmployment,
  missingForEmployment,
} from '#papers/employments/builder.ts'
import { existing, notFound } from '../kernel/faults.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { factsOf, providerFacts } from '../kernel/parties.ts'
import { limitsFor, othersOf } from './limits.ts'

/** A contract as the form holds it, with whose it is; `id` null = not saved yet. */
export interface EmploymentCase {
  id: string | null
  personId: string
  input: EmploymentInput
}

export const caseOf = (row: EmploymentRow): EmploymentCase => ({
  id: row.id,
  personId: row.personId,
  input: employmentInputOf(row),
})

/** What the form names is there: the person, the project. Throws NOT_FOUND. */
export function demandRecords(db: Db, { personId, input }: EmploymentCase): void {
  existing(getPerson(db, personId))
  if (input.projectId !== null && !findProject(db, input.projectId)) throw notFound()
}

/** The row of the catalogue that the contract names; null = there is none. */
export const positionOf = (db: Db, { positionId }: EmploymentInput): CatalogueEntry | null => {
  const entry = catalogueEntry(db, positionId)
  return entry?.part === 'position' ? entry : null
}

/** The project by its name and contract, or the programme in words. */
export function programmeOf(db: Db, input: Pick<EmploymentInput, 'projectId' | 'programme'>) {
  const project = input.projectId === null ? undefined : findProject(db, input.projectId)
  if (!project) return input.programme
  return projectText(project.name, project.contractNumber)
}

/** Last day of the project that pays; null = none, or not known. */
function fundingEnd(db: Db, { projectId }: EmploymentInput): string | null {
  const end = projectId === null ? null : (findProject(db, projectId)?.endsOn ?? null)
  if (end === null || end.length > 7) return end
  return daysOfMonth(end).at(-1) ?? null
}

/** Everything the paper says; number null = „ПРОЕКТ“. */
function employmentPaperFacts(
  db: Db,
  { personId, input }: EmploymentCase,
  number: string | null,
): EmploymentFacts {
  const position = positionOf(db, input)
  return {
    draft: number === null,
    number,
    date: input.contractDate,
    place: input.place,
    provider: providerFacts(db, { chiefAccountant: input.accountantSigns }),
    employee: { ...factsOf(db, existing(getPerson(db, personId))), education: input.education },
    legalGround: input.legalGround,
    position: { name: position?.name ?? '', code: position?.code ?? null },
    givesHelp: position?.givesHelp ?? false,
    programme: programmeOf(db, input),
    task: input.task,
    placeOfWork: input.placeOfWork,
    term: {
      startDate: input.startDate,
      endDate: input.endDate,
      probationMonths: input.probationMonths,
    },
    time: {
      minutesPerDay: input.minutesPerDay,
      averagingMonths: input.averagingMonths,
      schedule: input.schedule,
    },
    pay: { cents: input.basePayCents, unit: input.payUnit },
    leaveDays: input.leaveDays,
    noticeDays: input.noticeDays,
    copies: input.copies,
  }
}

/** Everything that stands between this contract and „Издай“. */
export function employmentFaults(db: Db, one: EmploymentCase): Problem[] {
  const { input, personId } = one
  const person = existing(getPerson(db, personId))
  return [
    ...employmentProblems(
      input,
      {
        birthDate: person.birthDate,
        deathDate: person.deathDate,
        position: positionOf(db, input),
        others: othersOf(db, personId),
        limits: limitsFor(db, input.contractDate),
      },
      one.id,
    ),
    ...missingForEmployment(employmentPaperFacts(db, one, null)),
  ]
}

/** What does not stop this contract and is said all the same. */
export function warningsOf(db: Db, one: EmploymentCase): Problem[] {
  const { input } = one
  const position = positionOf(db, input)
  return [
    ...employmentWarnings(input, { position, fundingEnd: fundingEnd(db, input) }),
    ...emptyLinesOfEmployment(employmentPaperFacts(db, one, null)),
  ]
}

/** The paper ready for the compiler. */
export function employmentPaper(db: Db, one: EmploymentCase, number: string | null): PaperToFreeze {
  const { data, documentDate, textVersion, dataHash } = buildEmployment(
    employmentPaperFacts(db, one, number),
  )
  return { request: { layout: 'contract', data, documentDate }, textVersion, dataHash }
}
