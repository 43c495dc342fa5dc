/** Addresses that only plans lead to. */
export const planAddress = {
  list: '/plans',
  check: '/plans/$planId/check',
  review: '/plans/$planId/review',
} as const
