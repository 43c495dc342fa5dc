import { and, asc, count, eq, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { accounts } from '#db/schema/accounts.ts'
import { applications, type ApplicationRow } from '#db/schema/applications.ts'
import { overStates } from '#domain/applications/schema.ts'

/** Whose a case is, where that is asked for. */
export type AskedResponsible = { account: string } | 'nobody'

/** Who answers for the application at hand and can log in: a closed profile answers for nothing. */
export const responsibleOf = sql<string | null>`(select answers.id from ${accounts} answers
  where answers.id = ${applications.responsibleId} and answers.disabled_at is null)`

const stillOpen = notInArray(applications.state, [...overStates])

/** Narrows a list beside which the application of each row stands. */
export function ofResponsible(asked: AskedResponsible | undefined): SQL | undefined {
  if (asked === undefined) return undefined
  if (asked !== 'nobody') return eq(applications.responsibleId, asked.account)
  // A case that is over stays with whoever led it, also when they have left.
  return or(isNull(applications.responsibleId), and(sql`${responsibleOf} is null`, stillOpen))
}

/** Cases of an account in which something is still to be done. */
export function openCasesOf(db: Db, accountId: string): Pick<ApplicationRow, 'id' | 'version'>[] {
  return db
    .select({ id: applications.id, version: applications.version })
    .from(applications)
    .where(and(eq(applications.responsibleId, accountId), stillOpen))
    .orderBy(asc(applications.entryDate), asc(applications.id))
    .all()
}

/** How many open cases each account has; who has none is not among them. */
export function countOpenCases(db: Db): ReadonlyMap<string | null, number> {
  const rows = db
    .select({ id: applications.responsibleId, n: count() })
    .from(applications)
    .where(stillOpen)
    .groupBy(applications.responsibleId)
    .all()
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** The open application of the person at hand, the newest first; `persons` stands in each query. */
const openOfPerson = sql`select own.id from ${applications} own where own.person_id = persons.id
  and own.state not in ${[...overStates]} order by own.entry_date desc, own.id desc limit 1`

/** The case of the person at hand and who answers for it, where the row is about no case itself. */
export const caseOfRow = {
  caseId: sql<string | null>`(${openOfPerson})`,
  responsibleId: sql<string | null>`(select answers.id from ${accounts} answers
    join ${applications} theirs on theirs.responsible_id = answers.id
    where theirs.id = (${openOfPerson}) and answers.disabled_at is null)`,
}
