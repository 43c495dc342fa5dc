import { ORPCError } from '@orpc/client'
import { BackupFailed } from '#db/backup/errors.ts'
import { backupProblems, type BackupProblem } from '#domain/backup/schema.ts'
import { inBytes } from '#domain/backup/sentence.ts'
import type { Problem } from '#domain/problems/schema.ts'
import texts from '#locales/bg/problems.json' with { type: 'json' }

type Params = Record<string, string | number>

/** The sentence of a failed copy, from this process or from the office that was asked. */
export function copyProblem(error: unknown): string | undefined {
  const failed = failureOf(error)
  return failed && copySentence(failed.problem, failed.params)
}

/** Stored files that are neither in the copy nor here, where a restore stopped for them. */
export function filesMissing(error: unknown): number | undefined {
  const failed = failureOf(error)
  return failed?.problem === 'filesMissing' ? Number(failed.params['count'] ?? 0) : undefined
}

function failureOf(error: unknown): { problem: BackupProblem; params: Params } | undefined {
  if (error instanceof BackupFailed) return error
  if (!(error instanceof ORPCError) || error.code !== 'RULE') return undefined
  const [problem] = (error.data as { problems?: Problem[] } | undefined)?.problems ?? []
  const known = backupProblems.find((one) => one === problem?.code)
  return known && { problem: known, params: problem?.params ?? {} }
}

export function copySentence(problem: BackupProblem, params: Params = {}): string {
  const sentences: Record<string, string> = texts
  const told = inBytes({ code: problem, params })
  const key =
    problem === 'filesMissing'
      ? `filesMissing_${params['count'] === 1 ? 'one' : 'other'}`
      : told.code
  return fill(sentences[key] ?? problem, told.params ?? {})
}

function fill(sentence: string, params: Params): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}
