import type { Db } from '#db/connection.ts'
import { candidaciesOfPerson, getCandidacy } from '#db/queries/candidates.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { candidacyRecord, judgedCandidateMove } from '../candidates/moves.ts'
import type { StepCall } from '../kernel/steps.ts'
import { positionOf, type EmploymentCase } from './facts.ts'

/**
 * The application by which an assistant is employed: the newest of this person that stands in the list
 * of the approved on the day of the contract; none for work that helps nobody at home.
 */
export function candidacyBehind(db: Db, { personId, input }: EmploymentCase): string | null {
  if (positionOf(db, input)?.givesHelp !== true) return null
  const own = candidaciesOfPerson(db, personId).find(
    ({ state, entryDate }) => state === 'inPool' && entryDate <= input.contractDate,
  )
  return own?.id ?? null
}

/** Whoever has signed is no candidate any more. Where the head wrote that down before, it stays. */
export function candidateEmployed(
  call: StepCall,
  { candidacyId }: EmploymentRow,
  signedOn: string,
): void {
  if (candidacyId === null) return
  const candidacy = getCandidacy(call.tx, candidacyId)
  if (candidacy.state !== 'inPool') return
  const { move } = judgedCandidateMove(call, candidacy, { kind: 'employ', date: signedOn })
  candidacyRecord.save(call, candidacy, move)
}
