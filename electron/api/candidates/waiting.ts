import { addDays } from '#domain/calendar/civil-date.ts'
import { papersDueDate } from '#domain/candidates/papers-term.ts'
import { notChosenWithPapers, waitingCandidacies } from '#db/queries/candidates-list.ts'
import { candidateSettings } from './facts.ts'
import { soonDays, waitingFor, type WaitingAsked } from '../kernel/waiting.ts'

export const candidatesWaiting = waitingFor([
  {
    kind: 'candidateDocumentsMissing',
    permission: 'candidates.write',
    work: 'intake',
    find: ({ db }) => waitingCandidacies(db, 'incomplete'),
  },
  {
    kind: 'candidatesToAdmit',
    permission: 'candidates.decide',
    work: 'intake',
    find: ({ db }) => waitingCandidacies(db, 'registered'),
  },
  {
    kind: 'candidatePapers',
    permission: 'candidates.write',
    work: 'intake',
    find: papersToGo,
  },
])

/** Papers of who was not chosen, whose term ends soon or is over (чл. 25к от ЗЗЛД). */
function papersToGo({ db, today }: WaitingAsked) {
  const settings = candidateSettings(db)
  const last = addDays(today, soonDays)
  return notChosenWithPapers(db).flatMap(({ state, entryDate, endedOn, papersGoneOn, ...line }) => {
    const due = papersDueDate({ state, entryDate, endedOn, papersGoneOn }, settings)
    return due !== null && due <= last ? [{ ...line, due }] : []
  })
}
