import type { CandidacyEvent } from '#domain/candidates/states.ts'
import { getCandidacy } from '#db/queries/candidates.ts'
import { findCard, saveCard, type CardChanges, type StoredCard } from '#db/queries/selections.ts'
import { candidacyRecord, judgedCandidateMove } from '../candidates/moves.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

export const selectionRecord = stepsOf<StoredCard, CardChanges>({
  subject: 'selection',
  read: 'selections.read',
  load: findCard,
  row: (card) => card,
  save: saveCard,
  stand: ({ state }) => ({ state }),
})

/** Moves the candidacy as the card says; the move is judged at once and saved when it is called. */
export function candidacyFollows(
  call: StepCall,
  { candidacyId }: StoredCard,
  event: CandidacyEvent,
): () => void {
  const candidacy = getCandidacy(call.tx, candidacyId)
  const { move } = judgedCandidateMove(call, candidacy, event)
  return () => {
    candidacyRecord.save(call, candidacy, move)
  }
}
