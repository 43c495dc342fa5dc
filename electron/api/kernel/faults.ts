import { ORPCError } from '@orpc/server'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { faultReference } from '#domain/text/format.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { reasonOf } from '#db/backup/rescue.ts'
import { diskError } from '#db/durable.ts'
import { DiskFull, RowMissing, StaleVersion } from '#db/errors.ts'
import { NumbersUnconfirmed } from '#db/queries/backup-restores.ts'
import { apiError } from './errors.ts'
import {
  OfficeBusyError,
  OfficeLockedError,
  OfficeNotOpening,
  type OfficeDoor,
} from '#electron/api/kernel/office-door.ts'

/** A rule of the domain said no: the page shows the problems at their fields. */
export function ruleError(problems: Problem[]): ORPCError<'RULE', { problems: Problem[] }> {
  return apiError('RULE', { problems })
}

/** Throws RULE unless the verdict is ok. */
export function demand<T extends object>(verdict: Verdict<T>): asserts verdict is { ok: true } & T {
  if (!verdict.ok) throw ruleError(verdict.problems)
}

export function notFound(): ORPCError<'NOT_FOUND', undefined> {
  return apiError('NOT_FOUND')
}

/** Returns the value or throws NOT_FOUND. */
export function existing<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}

export interface ConflictData {
  changedBy: string
  changedAt: string
  theirs: unknown
}

export function conflict(data: ConflictData): ORPCError<'CONFLICT', ConflictData> {
  return apiError('CONFLICT', data)
}

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[]
}

function issueProblem(issue: Issue): Problem {
  const path = (issue.path ?? [])
    .map((part) => (typeof part === 'object' ? part.key : part))
    .filter((part) => typeof part !== 'symbol')
  // Actions carry their form under `data`; the form knows nothing of that wrapper.
  if (path[0] === 'data') path.shift()
  return { code: /^[a-z][A-Za-z0-9]*$/.test(issue.message) ? issue.message : 'unreadable', path }
}

/** Turns whatever a procedure threw into one of the declared errors. */
export function declaredError(thrown: unknown, office: OfficeDoor): unknown {
  // Reads outside a transaction throw what the driver says, files what the system says.
  const error = diskError(thrown)
  if (error instanceof ORPCError) {
    if (error.code !== 'BAD_REQUEST') return error
    const issues = (error.data as { issues?: Issue[] } | undefined)?.issues ?? []
    return apiError('INVALID', { problems: issues.slice(0, 50).map(issueProblem) })
  }
  if (error instanceof OfficeLockedError) return apiError('LOCKED')
  if (error instanceof OfficeBusyError) return apiError('BUSY', { reason: error.reason })
  if (error instanceof OfficeNotOpening) return apiError('NOT_OPENING', { reason: error.reason })
  if (error instanceof RowMissing) return notFound()
  if (error instanceof BackupFailed)
    return ruleError([{ code: error.problem, path: ['place'], params: error.params }])
  if (error instanceof DiskFull) return apiError('DISK_FULL')
  // An action that shows both sides catches this itself; one that does not still tells the truth.
  if (error instanceof StaleVersion)
    return conflict({ changedBy: '', changedAt: office.now(), theirs: null })
  if (error instanceof Error && error.name === 'AbortError') return error
  if (error instanceof NumbersUnconfirmed) return ruleError([{ code: 'numbersUnconfirmed' }])
  const reason = reasonOf(error)
  // The file opened: it is a page deep in it that does not read.
  if ((reason === 'databaseDamaged' || reason === 'databaseOtherKey') && office.vault.isOpen) {
    // It kept out whoever had the right password: the way on is that of an office that does not open.
    if (office.letsNobodyIn()) return apiError('NOT_OPENING', { reason: 'databaseDamaged' })
    // The session stays, so the page that asked is what has to say it.
    office.checkSoon()
    return ruleError([{ code: 'officeDamaged' }])
  }
  // A keyring gone while the program runs: the way out is that of an office that does not open.
  if (reason) return apiError('NOT_OPENING', { reason })
  const reference = faultReference(Math.random)
  office.logFault(reference, error)
  return apiError('INTERNAL', { reference })
}
