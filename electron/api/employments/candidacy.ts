import type { Db } from '#db/connection.ts'
import { candidaciesOfPerson, getCandidacy } from '#db/queries/candidates.ts'
import type { CandidacyRow } from '#db/schema/candidates.ts'
import type { EmploymentRow } from '#db/schema/employments.ts'
import { candidacyRecord, judgedCandidateMove } from '../candidates/moves.ts'
import type { StepCall } from '../kernel/steps.ts'
import { positionOf, type EmploymentCase } from './facts.ts'

/** The newest application by which a person stands in the list of the approved, filed by that day. */
export const approvedCandidacy = (
  db: Db,
  personId: string,
  day: string,
): CandidacyRow | undefined =>
  candidaciesOfPerson(db, personId).find(
    ({ state, entryDate }) => state === 'inPool' && entryDate <= day,
  )

/** The application by which an assistant is employed; none for work that helps nobody at home. */
export const candidacyBehind = (db: Db, { personId, input }: EmploymentCase): string | null =>
  positionOf(db, input)?.givesHelp === true
    ? (approvedCandidacy(db, personId, input.contractDate)?.id ?? null)
    : null

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
