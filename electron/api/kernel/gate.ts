import { os } from '@orpc/server'
import type { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import type { ApiContext, Caller, OfficeDoor, Session } from '#electron/api/kernel/office-door.ts'
import { apiError, apiErrors } from './errors.ts'
import { declaredError } from './faults.ts'
import type { ProcedureMeta } from './meta.ts'

/** What a procedure's body is given. Identity comes from the session, never from the input. */
export interface Call {
  office: OfficeDoor
  actor: Session
  /** Instant, UTC ISO. */
  now: string
  /** Civil date in the office. */
  today: string
}
export interface Definition<I extends z.ZodType> {
  permission: Permission
  /**
   * Name of the line in the audit chain; `none` where nobody is shown, or only what is read further
   * by another procedure. A test goes over all that read.
   */
  audit: string
  input: I
}

/** What every procedure passes first: session, password owed, permission; and errors by name. */
export const base = os
  .$context<ApiContext>()
  .$meta<ProcedureMeta>({ kind: 'open', permission: undefined, audit: 'none' })
  .errors(apiErrors)
  .use(async ({ context, procedure, next }) => {
    const { office, caller } = context
    try {
      const { meta } = procedure['~orpc']
      if (meta.kind !== 'open') admit(office, caller, meta)
      return await next()
    } catch (error) {
      throw declaredError(error, office)
    }
  })

export function admit(office: OfficeDoor, caller: Caller, meta: ProcedureMeta): void {
  const session = unlocked(office, caller)
  const { permission, whileOwing } = meta
  // Whoever gave the password knows it: its owner's drafts are not theirs either.
  if (session.owesPassword && !whileOwing)
    throw apiError('FORBIDDEN', { permission: permission ?? 'drafts.own' })
  if (permission && !can(session.roles, permission)) throw apiError('FORBIDDEN', { permission })
}

function unlocked(office: OfficeDoor, caller: Caller): Session {
  const session = sessionOf(caller)
  if (office.busy) throw apiError('BUSY', { reason: office.busy })
  if (session.locked || !office.vault.isOpen) throw apiError('LOCKED')
  return session
}

/** Asked again after every wait: in the meantime somebody may have logged out, or lost the right. */
export function sessionOf(caller: Caller): Session {
  if (!caller.session) throw apiError('UNAUTHENTICATED', { reason: 'noSession' })
  return caller.session
}

export function callOf(context: ApiContext): Call {
  const { office, caller } = context
  return {
    office,
    actor: unlocked(office, caller),
    now: office.now(),
    today: office.today(),
  }
}
