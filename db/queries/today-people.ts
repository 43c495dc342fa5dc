import { asc, eq, sql } from 'drizzle-orm'
import { papers } from '#db/schema/papers.ts'
import { persons } from '#db/schema/people.ts'
import type { Db } from '../connection.ts'
import { noCase, none, person, type WaitingLine } from './today-line.ts'

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
