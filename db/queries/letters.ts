import { asc, eq, sql } from 'drizzle-orm'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { rowKey, type LetterRow } from '#domain/letters/rules.ts'
import type { Db, Tx } from '../connection.ts'
import { newId } from '../ids.ts'
import { letterRows, letters, type LetterRecord } from '../schema/letters.ts'

/** In the transaction that freezes its paper. */
export function insertLetter(tx: Tx, letter: LetterRecord, rows: readonly LetterRow[]): void {
  tx.insert(letters).values(letter).run()
  for (const [position, { kind, subjectId, until }] of rows.entries())
    tx.insert(letterRows)
      .values({ id: newId(), letterId: letter.id, position, kind, subjectId, until })
      .run()
}

/** A letter that told of something. */
interface Told {
  letterId: string
  date: CivilDate
}

/** Letters about these records by `rowKey`, the oldest first. */
export function lettersAbout(
  db: Db,
  subjectIds: readonly string[],
): ReadonlyMap<string, readonly Told[]> {
  const told = db
    .select({
      kind: letterRows.kind,
      subjectId: letterRows.subjectId,
      until: letterRows.until,
      letterId: letters.id,
      date: letters.letterDate,
    })
    .from(letterRows)
    .innerJoin(letters, eq(letters.id, letterRows.letterId))
    .where(
      sql`${letterRows.subjectId} in (select value from json_each(${JSON.stringify(subjectIds)}))`,
    )
    .orderBy(asc(letters.letterDate), asc(letters.id))
    .all()
  return Map.groupBy(told, rowKey)
}
