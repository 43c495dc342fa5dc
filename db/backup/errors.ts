import type { BackupProblem } from '#domain/backup/schema.ts'

/**
 * A copy cannot be made, read or restored, and a person can do something about it. Carries what the
 * sentence needs (bytes, a count, a version), never a name; a path only
 * where somebody has to find it (`notFollowed`).
 */
export class BackupFailed extends Error {
  override name = 'BackupFailed'
  readonly problem: BackupProblem
  readonly params: Record<string, string | number>
  constructor(problem: BackupProblem, params: Record<string, string | number> = {}) {
    super(`copy: ${problem}`)
    this.problem = problem
    this.params = params
  }
}
