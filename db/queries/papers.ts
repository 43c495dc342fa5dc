import { and, asc, count, desc, eq, gte, inArray, like, lte, or, sql, type SQL } from 'drizzle-orm'
import type { SigningMode } from '#domain/papers/parties.ts'
import type { FiledPaperKind, PaperStatus } from '#domain/papers/schema.ts'
import type { Db, Tx } from '../connection.ts'
import { RowMissing } from '../errors.ts'
import { keptRow } from '../kept.ts'
import { saveByVersion } from '../kept-record.ts'
import { searchWords } from '#domain/text/search.ts'
import { papers, type NewPaperRow, type PaperRow } from '../schema/papers.ts'
import { persons } from '../schema/people.ts'
import { matchText } from './people-index.ts'

export interface PaperFilter {
  kinds?: readonly FiledPaperKind[]
  statuses?: readonly PaperStatus[]
  personId?: string
  subject?: { kind: string; id: string }
  /** Civil dates of the paper, both included. */
  from?: string
  to?: string
  /** Beginning of the number as it stands on paper. */
  numberStartsWith?: string
  /** Words of the person's name and village, or the beginning of the number. */
  text?: string
}

function matching(filter: PaperFilter): SQL | undefined {
  const { kinds, statuses, personId, subject, from, to, numberStartsWith, text } = filter
  return and(
    kinds && inArray(papers.kind, [...kinds]),
    statuses && inArray(papers.status, [...statuses]),
    personId === undefined ? undefined : eq(papers.personId, personId),
    subject && and(eq(papers.subjectKind, subject.kind), eq(papers.subjectId, subject.id)),
    from === undefined ? undefined : gte(papers.paperDate, from),
    to === undefined ? undefined : lte(papers.paperDate, to),
    numberStartsWith === undefined
      ? undefined
      : like(papers.number, sql`${escapeLike(numberStartsWith)} || '%' escape '\\'`),
    matchingText(text),
  )
}

function matchingText(text: string | undefined): SQL | undefined {
  const typed = text?.trim() ?? ''
  if (typed === '') return undefined
  const byNumber = like(papers.number, sql`${escapeLike(typed)} || '%' escape '\\'`)
  const words = searchWords(typed)
  return words.length === 0
    ? byNumber
    : or(
        byNumber,
        sql`${papers.personId} in (select ${persons.id} from ${persons} where ${persons.rowNo} in
          (select rowid from person_search where person_search match ${matchText(words)}))`,
      )
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}

export const findPaper: (db: Db, id: string) => PaperRow | undefined = keptRow(papers)

/** Throws RowMissing. */
export function getPaper(db: Db, id: string): PaperRow {
  const row = findPaper(db, id)
  if (!row) throw new RowMissing('papers', id)
  return row
}

/** Newest paper first; of one day the later issued first. */
export function listPapers(
  db: Db,
  filter: PaperFilter,
  page: { limit: number; offset: number },
): PaperRow[] {
  return db
    .select()
    .from(papers)
    .where(matching(filter))
    .orderBy(desc(papers.paperDate), desc(papers.id))
    .limit(page.limit)
    .offset(page.offset)
    .all()
}

export function countPapers(db: Db, filter: PaperFilter): number {
  return db.select({ n: count() }).from(papers).where(matching(filter)).get()?.n ?? 0
}

export function countPapersByStatus(
  db: Db,
  filter: PaperFilter,
): Partial<Record<PaperStatus, number>> {
  const rows = db
    .select({ status: papers.status, n: count() })
    .from(papers)
    .where(matching(filter))
    .groupBy(papers.status)
    .all()
  return Object.fromEntries(rows.map((row) => [row.status, row.n]))
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
