import {
  and,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { listingOf } from '#db/listing.ts'
import { candidacies, candidacyDocuments } from '#db/schema/candidates.ts'
import { employments } from '#db/schema/employments.ts'
import { persons } from '#db/schema/people.ts'
import { campaignKey } from '#domain/candidates/rules.ts'
import { promisedStatuses } from '#domain/employments/days.ts'
import { notChosenStates, overCandidacies, type CandidacyState } from '#domain/candidates/schema.ts'
import { casePerson, caseText, personOf, type TypedText } from './case-filter.ts'
import { alive, noCase, person, type WaitingLine } from './today-line.ts'

export interface CandidateFilter {
  text?: TypedText
  states?: readonly CandidacyState[]
  campaign?: string
  /** Entry dates, both ends included. */
  from?: string
  to?: string
}

export const candidateListing = listingOf({
  table: candidacies,
  joins: personOf(candidacies.personId),
  columns: {
    id: candidacies.id,
    entryNumber: candidacies.entryNumber,
    entryDate: candidacies.entryDate,
    campaign: candidacies.campaign,
    dailyMinutes: candidacies.dailyMinutes,
    state: candidacies.state,
    documentsDueDate: candidacies.documentsDueDate,
    ...casePerson,
  },
  orders: {
    entryDate: candidacies.entryDate,
    name: persons.sortKey,
    state: candidacies.state,
  },
  where: (filter: CandidateFilter) =>
    and(
      caseText(filter.text, candidacies.entryNumber),
      filter.states && inArray(candidacies.state, [...filter.states]),
      filter.campaign === undefined
        ? undefined
        : eq(candidacies.campaignKey, campaignKey(filter.campaign)),
      filter.from === undefined ? undefined : gte(candidacies.entryDate, filter.from),
      filter.to === undefined ? undefined : lte(candidacies.entryDate, filter.to),
    ),
})

/** How many candidacies stand in each state; states without any are left out. */
export function countCandidaciesByState(db: Db): Partial<Record<CandidacyState, number>> {
  const rows = db
    .select({ state: candidacies.state, n: count() })
    .from(candidacies)
    .groupBy(candidacies.state)
    .all()
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

const line = { ...person, ...noCase, id: candidacies.id, number: candidacies.entryNumber }

/** Candidacies in this state; due is the term of the letter for missing papers. */
export function waitingCandidacies(db: Db, state: CandidacyState): WaitingLine[] {
  return db
    .select({ ...line, due: candidacies.documentsDueDate })
    .from(candidacies)
    .innerJoin(persons, eq(persons.id, candidacies.personId))
    .where(and(eq(candidacies.state, state), isNull(persons.deathDate)))
    .orderBy(asc(candidacies.entryDate), asc(candidacies.id))
    .all()
}

/** Who was not chosen and whose papers are still here. */
export function notChosenWithPapers(db: Db) {
  return db
    .select({
      ...line,
      state: candidacies.state,
      entryDate: candidacies.entryDate,
      endedOn: candidacies.endedOn,
      papersGoneOn: candidacies.papersGoneOn,
    })
    .from(candidacies)
    .innerJoin(persons, eq(persons.id, candidacies.personId))
    .where(
      and(
        inArray(candidacies.state, [...notChosenStates]),
        isNotNull(candidacies.endedOn),
        isNull(candidacies.papersGoneOn),
      ),
    )
    .orderBy(asc(candidacies.endedOn), asc(candidacies.id))
    .all()
}

/** Dated medical papers of the living who may become assistants or work as such, the newest last. */
export function medicalPapers(db: Db, today: string) {
  const working = sql`exists (select 1 from ${employments} where ${employments.personId} = ${persons.id}
    and ${employments.status} in ${[...promisedStatuses]} and ${employments.status} <> 'ended'
    and (${employments.lastDay} is null or ${employments.lastDay} >= ${today}))`
  return db
    .select({
      ...person,
      ...noCase,
      // The papers of a candidacy are written anew with each save: the candidacy stays.
      id: candidacies.id,
      number: sql<string | null>`nullif(${candidacyDocuments.number}, '')`,
      date: candidacyDocuments.date,
    })
    .from(candidacyDocuments)
    .innerJoin(candidacies, eq(candidacies.id, candidacyDocuments.candidacyId))
    .innerJoin(persons, eq(persons.id, candidacies.personId))
    .where(
      and(
        eq(candidacyDocuments.type, 'medicalDocument'),
        isNotNull(candidacyDocuments.date),
        alive,
        or(notInArray(candidacies.state, [...overCandidacies, 'employed']), working),
      ),
    )
    .orderBy(asc(candidacyDocuments.date), asc(candidacyDocuments.id))
    .all()
}
