import { z } from 'zod'
import { candidatesList } from '#domain/candidates/list.ts'
import { candidaciesOfPerson, getCandidacy } from '#db/queries/candidates.ts'
import { getPerson } from '#db/queries/people.ts'
import { candidateIntake } from './intake.ts'
import { candidatesSource } from './list.ts'
import { candidatePapers } from './papers.ts'
import { candidateSteps } from './steps.ts'
import { candidatePage } from './view.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'

/** Candidates for assistants: taking them in, deciding, following them until their papers go. */
export default {
  ...candidateIntake,
  ...candidateSteps,
  ...candidatePapers,

  ...defineList(candidatesList, candidatesSource),

  /** The candidacies of a dossier, newest first. */
  ofPerson: read(
    { permission: 'candidates.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return candidaciesOfPerson(db, input.personId).map((row) => ({
        id: row.id,
        entryNumber: row.entryNumber,
        entryDate: row.entryDate,
        campaign: row.campaign,
        state: row.state,
        documentsDueDate: row.documentsDueDate,
      }))
    },
  ),

  /** Everything the page of one candidate shows. */
  find: read(
    { permission: 'candidates.read', audit: 'candidacy.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const stored = getCandidacy(db, input.id)
      const person = existing(getPerson(db, stored.personId))
      noteReading(person.id, { kind: 'candidacy', id: stored.id })
      return candidatePage(db, actor, stored, person, today)
    },
  ),
}
