import { lt } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { kept, keptRows, placeholders } from '../kept.ts'
import { idempotency, type IdempotencyRow } from '../schema/idempotency.ts'

export interface AnsweredRequest {
  accountId: string | null
  procedure: string
  /** As it was answered, through JSON; null where the action answers nothing. */
  result: unknown
}

const answersTo = keptRows(idempotency, idempotency.requestId)
const newAnswer = kept((db) => db.insert(idempotency).values(placeholders(idempotency)).prepare())

/** The caller compares account and procedure: an id used for something else is not an answer. */
export function findAnswer(db: Db, requestId: string): AnsweredRequest | undefined {
  const row = answersTo(db, requestId)[0]
  if (!row) return undefined
  return {
    accountId: row.accountId,
    procedure: row.procedure,
    result: JSON.parse(row.result) as unknown,
  }
}

/** In the transaction of the action itself. Throws UniqueViolation for an id already answered. */
export function saveAnswer(
  tx: Tx,
  answer: AnsweredRequest & { requestId: string; now: string },
): void {
  const row: IdempotencyRow = {
    requestId: answer.requestId,
    accountId: answer.accountId,
    procedure: answer.procedure,
    result: JSON.stringify(answer.result ?? null),
    createdAt: answer.now,
  }
  newAnswer(tx).run({ ...row })
}

/** Returns how many old answers were forgotten. */
export function pruneAnswers(tx: Tx, before: string): number {
  return tx.delete(idempotency).where(lt(idempotency.createdAt, before)).run().changes
}
