import { mayAnswer } from '#domain/applications/responsible.ts'
import type { Db } from '#db/connection.ts'
import { findAccountByName, listAccounts } from '#db/queries/accounts.ts'
import type { AskedResponsible } from '#db/queries/application-responsible.ts'
import type { AskedList, ListCall } from '../kernel/list-source.ts'

/** Whose cases are asked for, in any list of cases. A name that nobody has finds nothing. */
export function responsibleAsked(
  { db, accountId }: ListCall,
  { filters }: AskedList,
): { responsible?: AskedResponsible } {
  const { responsible = '' } = filters
  switch (responsible) {
    case '':
      return {}
    case 'mine':
      return { responsible: { account: accountId } }
    case 'nobody':
      return { responsible: 'nobody' }
    default:
      return { responsible: { account: findAccountByName(db, responsible)?.id ?? '' } }
  }
}

/** Names of those who answer for cases, by account: also of who has left. */
export function responsibleNames(db: Db): (id: string | null) => string | null {
  const names = new Map(listAccounts(db).map(({ id, displayName }) => [id, displayName]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

/** Colleagues by whom a list of cases is narrowed; one is known by the name of the profile. */
export const responsibleOptions = {
  responsible: ({ db, accountId }: ListCall) =>
    listAccounts(db)
      .filter((one) => one.id !== accountId && mayAnswer(one))
      .map(({ displayName }) => ({ id: displayName, text: displayName })),
}
