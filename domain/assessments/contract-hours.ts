import type { Problem } from '#domain/problems/schema.ts'

/** A contract that runs or is yet to begin. */
export interface RunningContract {
  number: string
  contractDate: string
  minutesPerMonth: number
}

/**
 * Hours given anew reach no contract by themselves: while one runs with others it needs an annex, and
 * with none left for it, an end. Said at the approval and for as long as it is so.
 */
export function contractHours(
  grantedMinutes: number | null,
  contract: RunningContract | null,
): Problem[] {
  if (grantedMinutes === null || contract === null) return []
  const { number, contractDate, minutesPerMonth } = contract
  if (grantedMinutes === minutesPerMonth) return []
  const params = { number, contractDate, contractMinutes: minutesPerMonth, grantedMinutes }
  return [
    {
      code: grantedMinutes === 0 ? 'contractNeedsEnd' : 'contractNeedsAnnex',
      path: ['grantedMinutes'],
      params,
    },
  ]
}
