import { and, desc, eq, lt } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { drafts } from '../schema/drafts.ts'

export interface Draft {
  formKey: string
  payload: unknown
  updatedAt: string
}

export function findDraft(db: Db, accountId: string, formKey: string): Draft | undefined {
  const row = db
    .select()
    .from(drafts)
    .where(and(eq(drafts.accountId, accountId), eq(drafts.formKey, formKey)))
    .get()
  return row && toDraft(row)
}

/** The account's unfinished forms, the last touched first. */
export function listDrafts(db: Db, accountId: string): Draft[] {
  return db
    .select()
    .from(drafts)
    .where(eq(drafts.accountId, accountId))
    .orderBy(desc(drafts.updatedAt))
    .all()
    .map(toDraft)
}

/** One draft a form and account: the newer replaces the older. */
export function saveDraft(tx: Tx, accountId: string, draft: Draft): void {
  const payload = JSON.stringify(draft.payload ?? null)
  const { formKey, updatedAt } = draft
  tx.insert(drafts)
    .values({ accountId, formKey, payload, updatedAt })
    .onConflictDoUpdate({ target: [drafts.accountId, drafts.formKey], set: { payload, updatedAt } })
    .run()
}

export function deleteDraft(tx: Tx, accountId: string, formKey: string): void {
  tx.delete(drafts)
    .where(and(eq(drafts.accountId, accountId), eq(drafts.formKey, formKey)))
    .run()
}

/** Returns how many were forgotten. */
export function pruneDrafts(tx: Tx, before: string): number {
  return tx.delete(drafts).where(lt(drafts.updatedAt, before)).run().changes
}

function toDraft(row: typeof drafts.$inferSelect): Draft {
  return {
    formKey: row.formKey,
    payload: JSON.parse(row.payload) as unknown,
    updatedAt: row.updatedAt,
  }
}
