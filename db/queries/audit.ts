import { and, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../connection.ts'
import { auditEntries, auditPayloads, type AuditEntryRow } from '../schema/audit.ts'

export interface AuditRecord {
  seq: number
  at: string
  recordedAt: string
  clockBack: boolean
  actor: string | null
  action: string
  subjectKind: string
  subjectId: string
  personId: string | null
  /** Null once it was shredded. */
  payload: Record<string, unknown> | null
}

export interface AuditFilter {
  personId?: string
  actor?: string
  subject?: { kind: string; id: string }
  actions?: readonly string[]
  /** Beginnings of actions: `contract.` for everything done with contracts; none gives nothing. */
  prefixes?: readonly string[]
  /** UTC ISO instants, `from` included, `to` not. */
  from?: string
  to?: string
  /** Page on: only entries before this one. */
  beforeSeq?: number
  limit?: number
}

/** Entries that match, newest first: the timeline of a dossier, of an account, of a record. */
export function listAudit(db: Db, filter: AuditFilter): AuditRecord[] {
  const rows = db
    .select({ entry: auditEntries, payload: auditPayloads.payload })
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.seq, auditEntries.seq))
    .where(and(...conditions(filter)))
    .orderBy(desc(auditEntries.seq))
    .limit(filter.limit ?? 100)
    .all()
  return rows.map(asAuditRecord)
}

/** An entry with its payload as it is read. */
export function asAuditRecord(row: { entry: AuditEntryRow; payload: string | null }): AuditRecord {
  const { entry, payload } = row
  return {
    seq: entry.seq,
    at: entry.at,
    recordedAt: entry.recordedAt,
    clockBack: entry.clockBack,
    actor: entry.actor,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    personId: entry.personId,
    payload: payload === null ? null : readPayload(payload),
  }
}

/** What somebody has spoilt is shown as gone: the check of the chain names it. */
function readPayload(payload: string): Record<string, unknown> | null {
  try {
    return JSON.parse(payload) as Record<string, unknown>
  } catch {
    return null
  }
}

/** Who last did anything to a record that keeps no name of its own; '' when nobody is known. */
export function lastActor(db: Db, kind: string, id: string): string {
  return listAudit(db, { subject: { kind, id }, limit: 1 })[0]?.actor ?? ''
}

export interface Viewer {
  actor: string | null
  times: number
  first: string
  last: string
}

/** Who did one of these actions (reading, printing) in a person's dossier, the latest first. */
export function whoViewed(db: Db, personId: string, actions: readonly string[]): Viewer[] {
  const last = sql<string>`max(${auditEntries.at})`
  return db
    .select({
      actor: auditEntries.actor,
      times: sql<number>`count(*)`,
      first: sql<string>`min(${auditEntries.at})`,
      last,
    })
    .from(auditEntries)
    .where(and(eq(auditEntries.personId, personId), inArray(auditEntries.action, [...actions])))
    .groupBy(auditEntries.actor)
    .orderBy(desc(last))
    .all()
}

function conditions(filter: AuditFilter): SQL[] {
  const found: SQL[] = []
  if (filter.personId !== undefined) found.push(eq(auditEntries.personId, filter.personId))
  if (filter.actor !== undefined) found.push(eq(auditEntries.actor, filter.actor))
  if (filter.subject) {
    found.push(eq(auditEntries.subjectKind, filter.subject.kind))
    found.push(eq(auditEntries.subjectId, filter.subject.id))
  }
  if (filter.actions) found.push(inArray(auditEntries.action, [...filter.actions]))
  if (filter.prefixes) {
    const any = filter.prefixes.map(
      (prefix) => sql`substr(${auditEntries.action}, 1, ${prefix.length}) = ${prefix}`,
    )
    found.push(any.length === 0 ? sql`0` : sql`(${sql.join(any, sql` or `)})`)
  }
  if (filter.from !== undefined) found.push(gte(auditEntries.at, filter.from))
  if (filter.to !== undefined) found.push(lt(auditEntries.at, filter.to))
  if (filter.beforeSeq !== undefined) found.push(lt(auditEntries.seq, filter.beforeSeq))
  return found
}
