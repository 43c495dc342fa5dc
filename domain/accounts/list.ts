import { listOf } from '#domain/lists/shape.ts'
import type { Role } from './roles.ts'

export interface AccountListRow {
  id: string
  version: number
  displayName: string
  position: string
  roles: Role[]
  passwordChangedAt: string
  mustChangePassword: boolean
  /** Instant since which nobody logs in with it. */
  disabledAt: string | null
}

export const accountStates = ['active', 'mustChange', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

export function accountState(
  row: Pick<AccountListRow, 'disabledAt' | 'mustChangePassword'>,
): AccountState {
  if (row.disabledAt !== null) return 'disabled'
  return row.mustChangePassword ? 'mustChange' : 'active'
}

export const accountsList = listOf<AccountListRow>()({
  id: 'accounts',
  title: 'accounts:title',
  count: 'accounts:count',
  permission: 'accounts.manage',
  ofTheHouse: true,
  views: [
    { id: 'all', label: 'accounts:views.all' },
    ...accountStates.map((id) => ({ id, label: `accounts:${id}` })),
  ],
  filters: [],
  columns: [
    {
      id: 'displayName',
      label: 'accounts:displayName',
      kind: 'text',
      value: (row) => row.displayName,
      primary: true,
      sorts: true,
    },
    {
      id: 'position',
      label: 'accounts:position',
      kind: 'text',
      value: (row) => row.position,
      width: 190,
    },
    {
      id: 'roles',
      label: 'accounts:rolesLabel',
      kind: 'words',
      value: (row) => row.roles.map((role) => ({ key: `accounts:roles.${role}` })),
      width: 230,
    },
    {
      id: 'passwordChangedAt',
      label: 'accounts:passwordSince',
      kind: 'instant',
      value: (row) => row.passwordChangedAt,
      width: 184,
      sorts: true,
    },
    {
      id: 'state',
      label: 'accounts:state',
      kind: 'word',
      value: (row) => ({ key: `accounts:${accountState(row)}` }),
      width: 180,
    },
  ],
  order: { by: 'displayName', descending: false },
  rowId: (row) => row.id,
})
