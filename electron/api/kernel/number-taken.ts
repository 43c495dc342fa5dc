import { UniqueViolation } from '#db/errors.ts'
import { ruleError } from './faults.ts'

/** The register refused a number: another paper of the year carries the same one. */
export const takenIn = (error: unknown): boolean =>
  error instanceof UniqueViolation && error.table === 'registry_numbers'

/** What to say of a drawn one: another mask gave it before, and only another mask leads out. */
export const labelTaken = (number: string) =>
  ruleError([{ code: 'numberLabelTaken', params: { number } }])
