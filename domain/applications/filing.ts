import type { Capacity } from '#domain/people/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ApplicationInput } from './schema.ts'

/** What of the applicant decides who may file for them. */
export interface FilingFacts {
  /** Completed years on the day of entry. */
  age: number
  capacity: Capacity
}

/**
 * Under 18 and under guardianship nobody files alone: a parent, guardian, curator or their proxy does,
 * or files together with the person (ЗЛС, чл. 3–5).
 */
export function filingProblem(
  filedBy: ApplicationInput['filedBy'],
  { age, capacity }: FilingFacts,
): Problem | undefined {
  if (filedBy !== 'inPerson' && filedBy !== 'mayoralty') return undefined
  if (age < 18) return { code: 'minorNeedsRepresentative', path: ['filedBy'], params: { age } }
  return capacity === 'fullInterdiction' || capacity === 'limitedInterdiction'
    ? { code: 'wardNeedsRepresentative', path: ['filedBy'] }
    : undefined
}
