import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import type { Stamp } from '#db/kept-record.ts'
import { peopleApart } from '#db/schema/people-links.ts'
import { lineColumns, lineJoin, type PersonLine } from './people-search.ts'

/** A pair has one row, whichever of the two was looked at. */
const pairOf = (a: string, b: string) =>
  a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }

/** Remembers that the two are not one person; who said so first stays. */
export function keepApart(tx: Tx, a: string, b: string, stamp: Stamp): void {
  tx.insert(peopleApart)
    .values({ ...pairOf(a, b), at: stamp.at, by: stamp.by })
    .onConflictDoNothing()
    .run()
}

/** False where the two were not kept apart. */
export function letTogether(tx: Tx, a: string, b: string): boolean {
  const { oneId, otherId } = pairOf(a, b)
  const pair = and(eq(peopleApart.oneId, oneId), eq(peopleApart.otherId, otherId))
  return tx.delete(peopleApart).where(pair).run().changes === 1
}

/** Who was found not to be this person. */
export function keptApartFrom(db: Db, personId: string): PersonLine[] {
  return db.all<PersonLine>(sql`
    select ${lineColumns}
    from (select other_id as id from people_apart where one_id = ${personId}
          union select one_id from people_apart where other_id = ${personId}) pair
    cross join persons p on p.id = pair.id ${lineJoin}
    order by p.sort_key, p.id`)
}
