import { accountState, type AccountListRow } from '#domain/accounts/list.ts'
import { roles } from '#domain/accounts/roles.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { shortList } from '../kernel/short-list.ts'

export const accountsSource = shortList<AccountListRow>({
  // Nothing of their slots, nothing of their own screens.
  all: ({ db }) =>
    listAccounts(db).map((row) => ({
      id: row.id,
      version: row.version,
      displayName: row.displayName,
      position: row.position,
      roles: roles.filter((role) => row.roles.includes(role)),
      passwordChangedAt: row.passwordChangedAt,
      mustChangePassword: row.mustChangePassword,
      disabledAt: row.disabledAt,
    })),
  id: (row) => row.id,
  inView: (row, view) => view === 'all' || view === accountState(row),
  words: (row) => [row.displayName, row.position],
  orders: {
    displayName: (row) => [row.displayName],
    passwordChangedAt: (row) => [row.passwordChangedAt],
  },
})
