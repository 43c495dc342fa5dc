import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { papersMayGo } from '#domain/candidates/papers-term.ts'
import { candidateRefusals, papersOutcomes, withdrawalReasons } from '#domain/candidates/schema.ts'
import { removeBrought, untold } from '#db/queries/candidates.ts'
import { removeCardOf } from '#db/queries/selections.ts'
import { candidacyRecord, judgedCandidateMove } from './moves.ts'
import { undoCandidateStep } from './undo.ts'
import { recordDeath } from '../applications/steps.ts'
import { demand } from '../kernel/faults.ts'
import { reason, which } from '../kernel/ids.ts'

const ordinary = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('askForDocuments'), letterDate: civilDateSchema }),
  z.object({
    kind: z.literal('withdraw'),
    why: z.enum(withdrawalReasons, 'required'),
    date: civilDateSchema,
    reason,
  }),
  z.object({ kind: z.literal('close'), date: civilDateSchema, reason }),
])

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('admit') }),
  z.object({
    kind: z.literal('refuse'),
    // A ground is always chosen by a person.
    ground: z.enum(candidateRefusals, 'required'),
    date: civilDateSchema,
    reason,
  }),
  z.object({ kind: z.literal('enterPool'), date: civilDateSchema }),
  z.object({ kind: z.literal('employ'), date: civilDateSchema }),
])

export const candidateSteps = {
  /** Letter, withdrawal, closing: what the office writes down. */
  step: candidacyRecord.step(
    {
      permission: 'candidates.write',
      audit: 'candidacy.step',
      input: which.extend({ event: ordinary }),
    },
    (call) => {
      const { record, input } = call
      const { event } = input
      const { move, state } = judgedCandidateMove(call, record, event)
      return {
        changes: move,
        payload: { ...event },
        answer: { state },
        follow() {
          if (event.kind === 'withdraw' && event.why === 'died')
            recordDeath(call, record.personId, event.date)
        },
      }
    },
  ),

  /** Admitted, refused, chosen, at work: the head decides. */
  decide: candidacyRecord.step(
    {
      permission: 'candidates.decide',
      audit: 'candidacy.decided',
      input: which.extend({ event: decision }),
    },
    (call) => {
      const { event } = call.input
      const { move, state } = judgedCandidateMove(call, call.record, event)
      return { changes: move, payload: { ...event }, answer: { state } }
    },
  ),

  undo: undoCandidateStep,

  /**
   * Originals returned, copies destroyed (чл. 25к от ЗЗЛД): the record keeps that there was a candidacy,
   * its number, its dates and how it ended.
   */
  clearPapers: candidacyRecord.step(
    {
      permission: 'candidates.write',
      audit: 'candidacy.papersGone',
      input: which.extend({
        date: civilDateSchema,
        outcome: z.enum(papersOutcomes, 'required'),
        note: reason,
      }),
    },
    ({ record, input, tx, today }) => {
      const { date, outcome, note } = input
      demand(papersMayGo(record, date, today))
      return {
        changes: {
          changes: {
            ...untold,
            papersGoneOn: date,
            papersOutcome: outcome,
            papersNote: note,
          },
          detail: { kind: 'papersGone', onDate: date, why: outcome, reason: note },
        },
        payload: { date, outcome, note },
        follow() {
          removeBrought(tx, record.id)
          removeCardOf(tx, record.id)
        },
      }
    },
  ),
}
