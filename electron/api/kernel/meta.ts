import type { Permission } from '#domain/accounts/permissions.ts'

export type ProcedureKind = 'open' | 'self' | 'read' | 'action' | 'job'

/** What a procedure declares about itself; the table of rights is tested against it. */
export interface ProcedureMeta extends Record<string, unknown> {
  kind: ProcedureKind
  /** `undefined` only for `open` (no session yet) and `self` (one's own session and drafts). */
  permission: Permission | undefined
  /** The line this procedure leaves in the audit chain; `none` is said on purpose. */
  audit: string
  /** Also for a session whose password was given by somebody else: only to change it. */
  whileOwing?: true
}
