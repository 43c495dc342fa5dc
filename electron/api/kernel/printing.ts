import { getAccount } from '#db/queries/accounts.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { FiledPaperKind } from '#domain/papers/schema.ts'
import { habitOf, keepHabit } from './habits.ts'

/** How a kind of paper was printed last, kept per account. */
export interface PrintHabit {
  copies: number
  duplex: boolean
}

const habitsOf = (db: Db, accountId: string) =>
  habitOf<Partial<Record<FiledPaperKind, PrintHabit>>>(getAccount(db, accountId), 'print')

export function printHabitOf(
  db: Db,
  accountId: string,
  kind: FiledPaperKind,
): PrintHabit | undefined {
  return habitsOf(db, accountId)?.[kind]
}

/** The next one of this kind begins so. */
export function keepPrintHabit(
  tx: Tx,
  accountId: string,
  kind: FiledPaperKind,
  habit: PrintHabit,
): void {
  keepHabit(tx, accountId, 'print', { ...habitsOf(tx, accountId), [kind]: habit })
}

/** A paper as the page receives it. */
export function pdfFile(bytes: Uint8Array, name: string): File {
  return new File([Uint8Array.from(bytes)], `${name}.pdf`, { type: 'application/pdf' })
}
