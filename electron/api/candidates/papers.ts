import { z } from 'zod'
import { papersDueDate } from '#domain/candidates/papers-term.ts'
import type { Db } from '#db/connection.ts'
import { getCandidacy, type StoredCandidacy } from '#db/queries/candidates.ts'
import { buildCandidateDeclarations, buildCandidateRefusal } from '#papers/candidates/builder.ts'
import { candidateSettings } from './facts.ts'
import { ruleError } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { personSide, placeOf, providerFacts } from '../kernel/parties.ts'
import { pdfFile } from '../kernel/printing.ts'
import { read } from '../kernel/procedures.ts'

/** What both papers of a candidate say of office, person and application. */
function sharedFacts(db: Db, stored: StoredCandidacy, today: string) {
  const { entryNumber, entryDate, campaign } = stored
  return {
    provider: providerFacts(db, { chiefAccountant: false }),
    person: personSide(db, stored.personId, today).person,
    ...{ entryNumber, entryDate, campaign },
    date: today,
  }
}

/** The declarations as they are printed for the candidate's hand. */
export function declarationsRequest(db: Db, stored: StoredCandidacy, today: string) {
  const { namedPerson, kinship, otherContract } = stored
  const { data, documentDate } = buildCandidateDeclarations({
    ...sharedFacts(db, stored, today),
    ...{ namedPerson, kinship, otherContract },
    place: placeOf(db, today),
  })
  return { layout: 'candidate' as const, data, documentDate }
}

/** The letter of a refusal. Throws RULE where nothing was refused. */
export function refusalRequest(db: Db, stored: StoredCandidacy, today: string) {
  const { refusalGround, endedOn, endReason } = stored
  if (refusalGround === null || endedOn === null) throw ruleError([{ code: 'nothingRefused' }])
  const { data, documentDate } = buildCandidateRefusal({
    ...sharedFacts(db, stored, today),
    ground: refusalGround,
    decidedOn: endedOn,
    reason: endReason,
    papersUntil: papersDueDate(stored, candidateSettings(db)),
  })
  return { layout: 'candidate' as const, data, documentDate }
}

const shown = { permission: 'candidates.write', audit: 'candidacy.opened' } as const

/** Papers of a candidate: printed and forgotten; whole numbers stand on them. */
export const candidatePapers = {
  declarationsPdf: read(
    { ...shown, input: z.object({ id }) },
    async ({ input, db, office, today, noteReading }) => {
      const stored = getCandidacy(db, input.id)
      noteReading(stored.personId, { kind: 'candidacy', id: stored.id })
      if (stored.papersGoneOn !== null)
        throw ruleError([
          { code: 'candidatePapersGone', params: { goneDate: stored.papersGoneOn } },
        ])
      const { pdf } = await office.papers.render(declarationsRequest(db, stored, today))
      return pdfFile(pdf, 'declarations')
    },
  ),

  refusalPdf: read(
    { ...shown, input: z.object({ id }) },
    async ({ input, db, office, today, noteReading }) => {
      const stored = getCandidacy(db, input.id)
      noteReading(stored.personId, { kind: 'candidacy', id: stored.id })
      const { pdf } = await office.papers.render(refusalRequest(db, stored, today))
      return pdfFile(pdf, 'refusal')
    },
  ),
}
