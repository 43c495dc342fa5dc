import { ORPCError } from '@orpc/client'
import type { Problem } from '#domain/problems/schema.ts'
import { clockTime } from '#renderer/shell/clock-time.ts'

/** What a colleague's newer save holds; shown side by side with ours. */
export interface Conflict {
  changedBy: string
  changedAt: string
  theirs: unknown
}

/** Why a save did not happen, as the form needs it. */
export type Refusal =
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'locked' }
  /** Nothing wrong with the values: one sentence on top, „Опитай пак“ beside it. */
  | { kind: 'retry'; problem: Problem }

/** Reads a thrown answer of the api. Anything unknown becomes a sentence with the reference number. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ORPCError))
    return { kind: 'retry', problem: { code: 'officeUnreachable' } }
  const data = (error.data ?? {}) as Record<string, unknown>
  switch (error.code) {
    case 'RULE':
    case 'INVALID':
    case 'BAD_REQUEST':
      return { kind: 'problems', problems: problemsIn(data) }
    case 'CONFLICT':
      return { kind: 'conflict', conflict: data as unknown as Conflict }
    case 'UNAUTHENTICATED':
      // A wrong password is an answer about a field; no session means that the screen must lock.
      if (data['reason'] !== 'noSession' && typeof data['reason'] === 'string')
        return { kind: 'problems', problems: [{ code: data['reason'] }] }
      return { kind: 'locked' }
    case 'LOCKED':
    case 'BUSY':
    case 'NOT_OPENING':
      return { kind: 'locked' }
    case 'FORBIDDEN':
      return { kind: 'retry', problem: { code: 'forbidden' } }
    case 'NOT_FOUND':
      return { kind: 'retry', problem: { code: 'notFound' } }
    case 'TRY_LATER':
      return {
        kind: 'retry',
        problem: { code: 'tryLater', params: { count: Number(data['seconds'] ?? 1) } },
      }
    case 'DISK_FULL':
      return { kind: 'retry', problem: { code: 'diskFull' } }
    default:
      return {
        kind: 'retry',
        problem: data['reference']
          ? { code: 'internal', params: { reference: text(data['reference']) } }
          : { code: 'officeUnreachable' },
      }
  }
}

/** A colleague was faster: who, and when. */
export function staleVersion({ changedBy, changedAt }: Conflict): Problem {
  return {
    code: 'staleVersion',
    params: { changedBy, time: clockTime(new Date(changedAt)) },
  }
}

/** The one sentence of a refusal, for a page that has no fields to put it at. */
export function firstProblem(error: unknown): Problem {
  const refusal = refusalOf(error)
  if (refusal.kind === 'problems') return refusal.problems[0] ?? { code: 'notAccepted' }
  return refusal.kind === 'retry' ? refusal.problem : { code: 'officeUnreachable' }
}

/** A page of the database does not read: trying again does not help. */
export const isDamage = (error: unknown) => firstProblem(error).code === 'officeDamaged'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function problemsIn(data: Record<string, unknown>): Problem[] {
  if (Array.isArray(data['problems'])) return data['problems'] as Problem[]
  const issues = Array.isArray(data['issues'])
    ? (data['issues'] as { message: string; path?: (string | number)[] }[])
    : []
  if (issues.length === 0) return [{ code: 'notAccepted' }]
  return issues.map((issue) => ({
    code: /^[a-z][A-Za-z0-9]*$/.test(issue.message) ? issue.message : 'notAccepted',
    path: (issue.path ?? []).filter((part) => part !== 'requestId'),
  }))
}
