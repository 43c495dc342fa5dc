import type { Tx } from '#db/connection.ts'
import { getAccount, setPreferences } from '#db/queries/accounts.ts'
import type { AccountRow } from '#db/schema/accounts.ts'

/** What an account chose last in a form, kept with its preferences; undefined before the first time. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the form that kept it knows its type
export function habitOf<T>(account: Pick<AccountRow, 'preferences'>, key: string): T | undefined {
  const habits = account.preferences['habits']
  if (typeof habits !== 'object' || habits === null) return undefined
  return (habits as Record<string, T>)[key]
}

/** Keeps it for the next time; other preferences stay as they are. */
export function keepHabit(tx: Tx, accountId: string, key: string, value: object): void {
  const { preferences } = getAccount(tx, accountId)
  const habits = preferences['habits']
  const others = typeof habits === 'object' && habits !== null ? habits : {}
  setPreferences(tx, accountId, { ...preferences, habits: { ...others, [key]: value } })
}
