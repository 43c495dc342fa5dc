/** What somebody has to give in a month under one contract, and what is given to people already. */
export interface Load {
  /** Minutes of a whole month by the contract. */
  norm: number
  /** Minutes a month that are given out by assignments. */
  assigned: number
}

/**
 * Minutes are given to people by the whole month: so the norm is that of a whole month too, also of
 * one in which the contract begins or ends. A civil contract has no working time.
 */
export const monthNorm = (minutesPerDay: number | null, workingDays: number): number =>
  (minutesPerDay ?? 0) * workingDays

/** Nothing is free of a contract over which more is given than it holds. */
export const freeMinutes = ({ norm, assigned }: Load): number => Math.max(0, norm - assigned)

/** What is left of each working day, in quarters of an hour: less is given to nobody. */
export const freePerDay = (load: Load, workingDays: number): number =>
  workingDays === 0 ? 0 : Math.floor(freeMinutes(load) / workingDays / 15) * 15

export const together = (loads: readonly Load[]): Load => ({
  norm: loads.reduce((sum, { norm }) => sum + norm, 0),
  assigned: loads.reduce((sum, { assigned }) => sum + assigned, 0),
})
