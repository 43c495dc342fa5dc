import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import { papers } from '#db/schema/papers.ts'
import { persons, telkDecisions } from '#db/schema/people.ts'
import type { Db } from '../connection.ts'
import { caseOfRow } from './responsible.ts'
import { alive, noCase, none, person, type WaitingLine } from './waiting-line.ts'

/** Papers that went out for a signature and are not back. */
export function papersOut(db: Db): WaitingLine[] {
  return db
    .select({ ...person, ...noCase, id: papers.id, number: papers.number, due: none })
    .from(papers)
    .innerJoin(persons, eq(persons.id, papers.personId))
    .where(eq(papers.status, 'out'))
    .orderBy(asc(papers.paperDate), asc(papers.id))
    .all()
}

/** People whose last decision of ТЕЛК/НЕЛК ends from `from` to `until`; the deceased are left out. */
export function telkEnding(db: Db, from: string, until: string): WaitingLine[] {
  return db
    .select({
      ...person,
      ...caseOfRow,
      id: telkDecisions.id,
      number: telkDecisions.number,
      due: telkDecisions.validUntil,
    })
    .from(telkDecisions)
    .innerJoin(persons, eq(persons.id, telkDecisions.personId))
    .where(
      and(
        gte(telkDecisions.validUntil, from),
        lte(telkDecisions.validUntil, until),
        alive,
        // A newer decision has taken its place.
        sql`not exists (select 1 from ${telkDecisions} newer where newer.person_id = ${telkDecisions.personId}
          and (newer.decided_on > ${telkDecisions.decidedOn}
            or (newer.decided_on = ${telkDecisions.decidedOn} and newer.id > ${telkDecisions.id})))`,
      ),
    )
    .orderBy(asc(telkDecisions.validUntil), asc(telkDecisions.id))
    .all()
}

/** People whose dossier was written last, the latest first. */
export function lastWritten(
  db: Db,
  limit: number,
): (Pick<WaitingLine, 'id' | keyof typeof person> & { at: string })[] {
  return db
    .select({ ...person, id: persons.id, at: persons.updatedAt })
    .from(persons)
    .orderBy(sql`${persons.updatedAt} desc`, sql`${persons.rowNo} desc`)
    .limit(limit)
    .all()
}
