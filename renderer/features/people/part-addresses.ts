/** Pages of the parts of a dossier that have forms of their own. */
export const newPartAddress = {
  representative: '/people/$personId/representatives/new',
  telk: '/people/$personId/telk/new',
} as const

export const addressOfPart = {
  representative: '/people/$personId/representatives/$partId',
  telk: '/people/$personId/telk/$partId',
} as const
