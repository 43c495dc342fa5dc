import { ORPCError } from '@orpc/client'
import { BackupFailed } from '#db/backup/errors.ts'
import { backupProblems, type BackupProblem } from '#domain/backup/schema.ts'
import { inBytes } from '#domain/backup/sentence.ts'
import type { Problem } from '#domain/problems/schema.ts'
import texts from '#locales/bg/problems.json' with { type: 'json' }

/** The sentence of a failed copy, from this process or from the office that was asked. */
export function copyProblem(error: unknown): string | undefined {
  if (error instanceof BackupFailed) return copySentence(error.problem, error.params)
  if (!(error instanceof ORPCError) || error.code !== 'RULE') return undefined
  const [problem] = (error.data as { problems?: Problem[] } | undefined)?.problems ?? []
  const known = backupProblems.find((one) => one === problem?.code)
  return known && copySentence(known, problem?.params ?? {})
}

export function copySentence(
  problem: BackupProblem,
  params: Record<string, string | number> = {},
): string {
  const sentences: Record<string, string> = texts
  const told = inBytes({ code: problem, params })
  const key =
    problem === 'filesMissing'
      ? `filesMissing_${params['count'] === 1 ? 'one' : 'other'}`
      : told.code
  return fill(sentences[key] ?? problem, told.params ?? {})
}

function fill(sentence: string, params: Record<string, string | number>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
}
