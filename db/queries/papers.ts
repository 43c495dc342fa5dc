import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SigningMode } from '#domain/papers/parties.ts'
import type { FiledPaperKind, PaperStatus } from '#domain/papers/schema.ts'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { keptRow } from '../kept.ts'
import { saveByVersion } from '../kept-record.ts'
import { papers, type NewPaperRow, type PaperRow } from '../schema/papers.ts'

export const findPaper: (db: Db, id: string) => PaperRow | undefined = keptRow(papers)

/** Throws RowMissing. */
export function getPaper(db: Db, id: string): PaperRow {
  const row = findPaper(db, id)
  if (!row) throw new RowMissing('papers', id)
  return row
}

/** The dossier's papers, oldest first. */
export function papersOfPerson(db: Db, personId: string): PaperRow[] {
  return db
    .select()
    .from(papers)
    .where(eq(papers.personId, personId))
    .orderBy(asc(papers.paperDate), asc(papers.id))
    .all()
}

/** The paper of a record that counts: not annulled, the latest. */
export function currentPaperOf(
  db: Db,
  subject: { kind: string; id: string },
): PaperRow | undefined {
  return db
    .select()
    .from(papers)
    .where(
      and(
        eq(papers.subjectKind, subject.kind),
        eq(papers.subjectId, subject.id),
        sql`${papers.status} <> 'annulled'`,
      ),
    )
    .orderBy(desc(papers.id))
    .limit(1)
    .get()
}

/** The latest paper of a record, annulled or not. */
export function lastPaperOf(db: Db, subject: { kind: string; id: string }): PaperRow | undefined {
  return db
    .select()
    .from(papers)
    .where(and(eq(papers.subjectKind, subject.kind), eq(papers.subjectId, subject.id)))
    .orderBy(desc(papers.paperDate), desc(papers.id))
    .limit(1)
    .get()
}

/** Where the paper of each of these records is, by the record's id: the latest not annulled. */
export function paperStatusesOf(
  db: Db,
  kind: FiledPaperKind,
  subjectIds: readonly string[],
): Map<string, Pick<PaperRow, 'id' | 'status'>> {
  if (subjectIds.length === 0) return new Map()
  const rows = db
    .select({ id: papers.id, status: papers.status, subjectId: papers.subjectId })
    .from(papers)
    .where(
      and(
        eq(papers.subjectKind, kind),
        inArray(papers.subjectId, [...subjectIds]),
        sql`${papers.status} <> 'annulled'`,
      ),
    )
    .orderBy(asc(papers.id))
    .all()
  return new Map(rows.map(({ subjectId, ...paper }) => [subjectId, paper]))
}

/** Papers with exactly this number, newest first. */
export function papersByNumber(db: Db, number: string): PaperRow[] {
  return db
    .select()
    .from(papers)
    .where(eq(papers.number, number))
    .orderBy(desc(papers.paperDate), desc(papers.id))
    .limit(50)
    .all()
}

/** In the transaction that draws the number and names the file. */
export function insertPaper(tx: Tx, row: NewPaperRow): void {
  tx.insert(papers).values(row).run()
}

const change = saveByVersion(papers)

/** `status` after a step of `takeStep`. Returns the new version. Throws StaleVersion, RowMissing. */
export function setPaperStatus(tx: Tx, id: string, version: number, status: PaperStatus): number {
  return change(tx, id, version, { status })
}

/** Keeps who printed first and when; later printings only count. Throws StaleVersion, RowMissing. */
export function markPrinted(
  tx: Tx,
  id: string,
  version: number,
  by: { status: PaperStatus; now: string; actor: string },
): number {
  const paper = getPaper(tx, id)
  return change(tx, id, version, {
    status: by.status,
    printCount: paper.printCount + 1,
    ...(paper.printedAt === null ? { printedAt: by.now, printedBy: by.actor } : {}),
  })
}

/** Throws StaleVersion, RowMissing. */
export function markSigned(
  tx: Tx,
  id: string,
  version: number,
  signed: { on: string; mode: SigningMode; now: string; actor: string },
): number {
  return change(tx, id, version, {
    status: 'signedBack',
    signedOn: signed.on,
    signedMode: signed.mode,
    signedRecordedAt: signed.now,
    signedRecordedBy: signed.actor,
  })
}

/** The number stays and is never used again. Throws StaleVersion, RowMissing. */
export function markAnnulled(
  tx: Tx,
  id: string,
  version: number,
  annulled: { reason: string; now: string; actor: string; replacedBy?: string },
): number {
  return change(tx, id, version, {
    status: 'annulled',
    annulledAt: annulled.now,
    annulledBy: annulled.actor,
    annulReason: annulled.reason,
    ...(annulled.replacedBy === undefined ? {} : { replacedBy: annulled.replacedBy }),
  })
}
