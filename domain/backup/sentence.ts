import type { Problem } from '#domain/problems/schema.ts'
import { formatBytes } from '#domain/text/bytes.ts'

const withFigures: Partial<Record<string, string>> = {
  mediumFull: 'mediumFullBytes',
  ownDiskFull: 'ownDiskFullBytes',
}

/**
 * The problem of a copy as it is told, on the screen and on the command line: both figures in words
 * („трябват 1,2 GB, а свободни са 0,4 GB“) where they are known, a sentence without them where not.
 */
export function inBytes(problem: Problem): Problem {
  const { needed, free } = problem.params ?? {}
  if (typeof needed !== 'number' || typeof free !== 'number') return problem
  return {
    ...problem,
    code: withFigures[problem.code] ?? problem.code,
    params: { ...problem.params, needed: formatBytes(needed), free: formatBytes(free) },
  }
}
