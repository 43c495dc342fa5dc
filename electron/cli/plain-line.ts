import { ORPCError } from '@orpc/client'
import { WrongPassword } from '#db/keyring/errors.ts'
import { rescueReasons } from '#domain/backup/office-state.ts'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { startFailure } from '#electron/office/start-failure.ts'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import errorTexts from '#locales/bg/errors.json' with { type: 'json' }
import { copyProblem } from './copy-problem.ts'
import { CommandFailed } from './failure.ts'
import { rescueLine } from './rescue-line.ts'

/** The one line a failed command prints. Never a name, a number of a person or a statement. */
export function plainLine(error: unknown, args: readonly string[]): string {
  if (error instanceof CommandFailed) return error.message
  const copy = copyProblem(error)
  if (copy !== undefined) return copy
  if (error instanceof ORPCError) {
    const known = (texts.errors as Record<string, string>)[String(error.code)]
    const data = error.data as { reason?: string; seconds?: number; reference?: string } | undefined
    const detail = data?.seconds ?? data?.reference
    const reason = rescueReasons.find((one) => one === data?.reason)
    if (reason) return rescueLine(reason, dataDirFrom(args))
    if (data?.reason === 'badCode' || data?.reason === 'oldKeys') return errorTexts[data.reason]
    if (known) return detail === undefined ? known : `${known} (${String(detail)})`
  }
  if (error instanceof WrongPassword) return texts.errors.UNAUTHENTICATED
  const reason = startFailure(error, dataDirFrom(args))
  if (reason) return reason
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('ERR_PARSE_ARGS')) return `opora: ${(error as Error).message}`
  return `${texts.unknown} ${error instanceof Error ? error.name : ''} ${code}`.trim()
}
