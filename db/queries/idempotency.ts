import { lt } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { keptInsert, keptRows } from '../kept.ts'
import { idempotency } from '../schema/idempotency.ts'

export interface AnsweredRequest {
  accountId: string | null
  procedure: string
  /** As it was answered, through JSON; null where the action answers nothing. */
  result: unknown
}

const answersTo = keptRows(idempotency, idempotency.requestId)
const insertAnswer = keptInsert(idempotency)

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
  insertAnswer(tx, {
    requestId: answer.requestId,
    accountId: answer.accountId,
    procedure: answer.procedure,
    result: JSON.stringify(answer.result ?? null),
    createdAt: answer.now,
  })
}

/** Returns how many old answers were forgotten. */
export function pruneAnswers(tx: Tx, before: string): number {
  return tx.delete(idempotency).where(lt(idempotency.createdAt, before)).run().changes
}
