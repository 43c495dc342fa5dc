import { desc, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { keptRows } from '#db/kept.ts'
import type { Stamp } from '#db/kept-record.ts'
import { personFormerIds } from '#db/schema/people-links.ts'
import { isSameId, type FormerId, type IdNumber } from '#domain/people/former-ids.ts'

const formerIdRows = keptRows(
  personFormerIds,
  personFormerIds.personId,
  desc(personFormerIds.replacedAt),
  desc(personFormerIds.id),
)

/** Numbers that the person had before and has no more, the last one first. */
export function formerIdsOf(db: Db, person: IdNumber & { id: string }): FormerId[] {
  return formerIdRows(db, person.id)
    .filter((row) => !isSameId(row, person))
    .map(({ idKind, idNumber, until, ground }) => ({ idKind, idNumber, until, ground }))
}

export function keepFormerId(tx: Tx, personId: string, former: FormerId, stamp: Stamp): void {
  const replaced = { replacedAt: stamp.at, replacedBy: stamp.by }
  tx.insert(personFormerIds)
    .values({ id: newId(), personId, ...former, ...replaced })
    .run()
}

/** A paper was issued with the number that the person has now. */
export function isNumberOnPaper(db: Db, personId: string): boolean {
  const [found] = db.all<{ n: number }>(sql`
    select count(*) as n from papers where person_id = ${personId} and status <> 'annulled'
      and issued_at >= coalesce((
        select max(replaced_at) from person_former_ids where person_id = ${personId}), '')`)
  return (found?.n ?? 0) > 0
}

/**
 * Former numbers that stand on a paper of this person: one that was issued while they had it. What a
 * later paper says of them lets the two be laid side by side.
 */
export function formerIdsOnPapers(db: Db, person: IdNumber & { id: string }): IdNumber[] {
  const printed = db.all<IdNumber>(sql`
    select f.id_kind as idKind, f.id_number as idNumber
    from person_former_ids f
    where f.person_id = ${person.id} and exists (
      select 1 from papers p
      where p.person_id = f.person_id and p.status <> 'annulled' and p.issued_at <= f.replaced_at
        and p.issued_at >= coalesce((
          select max(e.replaced_at) from person_former_ids e
          where e.person_id = f.person_id and e.replaced_at < f.replaced_at), ''))
    order by f.replaced_at desc, f.id desc`)
  return printed.filter(
    (one, at) =>
      !isSameId(one, person) && printed.findIndex((other) => isSameId(one, other)) === at,
  )
}
