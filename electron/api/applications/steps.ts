import { z } from 'zod'
import { dropOutReasons, refusalGrounds } from '#domain/applications/schema.ts'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { registryNumberField } from '#domain/text/registry-number.ts'
import { getPerson, updatePerson } from '#db/queries/people.ts'
import { applicationRecord, judgedMove } from './moves.ts'
import { undoStep } from './undo.ts'
import { ruleError } from '../kernel/faults.ts'
import { reason, which } from '../kernel/ids.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'

const ordinary = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('askForDocuments'), letterDate: civilDateSchema }),
  z.object({ kind: z.literal('sendToAssessment') }),
  z.object({ kind: z.literal('enterWaitingList') }),
  z.object({ kind: z.literal('placeFreed') }),
  z.object({
    kind: z.literal('dropOut'),
    why: z.enum(dropOutReasons, 'required'),
    date: civilDateSchema,
    reason,
  }),
  z.object({ kind: z.literal('close') }),
])

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('admit'), overrideReason: reason.default('') }),
  z.object({
    kind: z.literal('refuse'),
    // A legal ground is always chosen by a person.
    ground: z.enum(refusalGrounds, 'required'),
    date: civilDateSchema,
    reason,
  }),
])

export const applicationSteps = {
  /** Letter, assessment, waiting list (ЗСУ чл. 79), drop-out, closing: what the office writes down. */
  step: applicationRecord.step(
    {
      permission: 'applications.write',
      audit: 'application.step',
      input: which.extend({ event: ordinary }),
    },
    (call) => {
      const { record, input } = call
      const { event } = input
      const { move, state } = judgedMove(call, record, event)
      return {
        changes: move,
        payload: { ...event },
        answer: { state },
        follow() {
          if (event.kind === 'dropOut' && event.why === 'died')
            recordDeath(call, record.personId, event.date)
        },
      }
    },
  ),

  /** Admitted or refused (ЗСУ чл. 78, ал. 5): the head decides. */
  decide: applicationRecord.step(
    {
      permission: 'applications.decide',
      audit: 'application.decided',
      input: which.extend({ event: decision }),
    },
    (call) => {
      const { event } = call.input
      const override = event.kind === 'admit' ? event.overrideReason : ''
      const { move, state } = judgedMove(call, call.record, event, override)
      return { changes: move, payload: { ...event }, answer: { state } }
    },
  ),

  undo: undoStep,

  /** № and date of the preliminary assessment (ЗСУ чл. 73–75). */
  recordPreliminary: applicationRecord.step(
    {
      permission: 'applications.write',
      audit: 'application.preliminaryRecorded',
      input: which.extend({
        number: registryNumberField(60),
        date: civilDateSchema,
      }),
    },
    ({ input, today }) => {
      if (input.date > today)
        throw ruleError([{ code: 'dateInFuture', path: ['date'], params: { todayDate: today } }])
      const changes = {
        preliminaryAssessmentNumber: input.number,
        preliminaryAssessmentDate: input.date,
      }
      return { changes: { changes }, payload: changes }
    },
  ),
}

/** A death told at the counter stands in the dossier too, unless it already does. */
export function recordDeath(call: StepCall, personId: string, date: string): void {
  const person = getPerson(call.tx, personId)
  if (!person || person.deathDate !== null) return
  if (date < person.birthDate)
    throw ruleError([
      { code: 'deathBeforeBirth', path: ['date'], params: { birthDate: person.birthDate } },
    ])
  updatePerson(call.tx, personId, person.version, { ...person, deathDate: date }, stampOf(call))
}
