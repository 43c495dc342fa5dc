import { z } from 'zod'
import { endProblems } from '#domain/assignments/rules.ts'
import {
  assignmentChangeSchema,
  assignmentEndSchema,
  assignmentInputSchema,
} from '#domain/assignments/schema.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import { appendAudit } from '#db/audit/append.ts'
import { newId } from '#db/ids.ts'
import { findChoice, insertAssignment } from '#db/queries/assignments.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { action } from '../kernel/actions.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { id, reason, which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import {
  applicationOf,
  assignFaults,
  assignmentRecord,
  changeFaults,
  lastDayOfLeaving,
  substitutionFor,
} from './moves.ts'
import { changePapers } from './paper-kinds.ts'
import { changePaper } from './papers.ts'

const assignInput = z.object({
  applicationId: id,
  /** The decision by which it is made, where one is recorded. */
  choiceId: id.nullable(),
  input: assignmentInputSchema,
})
const changeInput = which.extend({ change: assignmentChangeSchema })

/** Who helps whom: begun, ended, changed, taken back. */
export const assignmentSteps = {
  assign: action(
    {
      permission: 'assignments.write',
      audit: 'assignment.made',
      subject: 'assignment',
      input: assignInput,
    },
    (call) => {
      const { tx, today, audit } = call
      const { applicationId, choiceId, input } = call.input
      const application = applicationOf(tx, applicationId)
      const choice = choiceId === null ? null : existing(findChoice(tx, choiceId))
      if (choice !== null && choice.applicationId !== applicationId) throw notFound()
      const problems = assignFaults(tx, application, input, today)
      if (problems.length > 0) throw ruleError(problems)
      const { personId } = application
      const made = insertAssignment(
        tx,
        input,
        { applicationId, personId, role: input.role, choiceId, replacesId: null },
        stampOf(call),
      )
      const { employmentId, role, fromDate, toDate, minutesPerMonth } = input
      audit({
        subjectId: made,
        personId,
        payload: { employmentId, role, fromDate, toDate, minutesPerMonth, choiceId },
      })
      return { id: made, version: 1 }
    },
  ),

  /** „Прекрати възлагането“: nobody comes in the place of who leaves. */
  end: assignmentRecord.step(
    {
      permission: 'assignments.write',
      audit: 'assignment.ended',
      input: which.extend({ ending: assignmentEndSchema }),
    },
    ({ record, tx, today, input: { ending } }) => {
      const problems = endProblems(
        { ...record, toDate: record.lastHelpDay },
        ending,
        settingValue(tx, 'minReasonLength', today),
      )
      if (problems.length > 0) throw ruleError(problems)
      const { onDate, reason: endReason } = ending
      return { changes: { toDate: onDate, endReason }, payload: { onDate, reason: endReason } }
    },
  ),

  /**
   * „Смяна на асистент“: one ends, another begins, one paper for all three, at once or not at all. A
   * substitute who becomes titular is substitute no more.
   */
  change: frozenStep(
    changePapers,
    assignmentRecord,
    { audit: 'assignment.changed', input: changeInput },
    ({ record, db, today, input: { change }, ...call }) => {
      const problems = changeFaults(db, record, change, today)
      if (problems.length > 0) throw ruleError(problems)
      const lastDay = lastDayOfLeaving(record, change.fromDate)
      const substitution = substitutionFor(db, record, change)
      return {
        date: change.orderDate,
        build: (number) => changePaper(db, record, change, lastDay, number),
        frozen: ({ number, paperId }, { tx }) => {
          const newAssignmentId = newId()
          const { employmentId, fromDate, reason: endReason } = change
          const { applicationId, personId, role } = record
          return {
            changes: { toDate: lastDay, endReason },
            payload: {
              employmentId,
              fromDate,
              reason: endReason,
              newAssignmentId,
              number,
              paperId,
            },
            answer: { newAssignmentId },
            follow() {
              if (substitution) {
                const onDate = addDays(fromDate, -1)
                const ending = { toDate: onDate, endReason }
                assignmentRecord.save({ ...call, tx, today }, substitution, ending)
                appendAudit(
                  tx,
                  {
                    ...{ at: call.now, actor: call.actor.accountId, action: 'assignment.ended' },
                    ...{ subjectKind: 'assignment', subjectId: substitution.id, personId },
                    payload: { onDate, reason: endReason, newAssignmentId },
                  },
                  call.office.now(),
                )
              }
              const of = { applicationId, personId, role, choiceId: null, replacesId: record.id }
              insertAssignment(tx, change, of, stampOf(call), newAssignmentId)
            },
          }
        },
      }
    },
  ),

  /** Entered by mistake: it counts nowhere, and says why. */
  takeBack: assignmentRecord.step(
    {
      permission: 'assignments.write',
      audit: 'assignment.voided',
      input: which.extend({ reason }),
    },
    ({ record, tx, today, now, input }) => {
      if (record.voidedAt !== null) throw ruleError([{ code: 'assignmentVoided' }])
      if (currentPaperOf(tx, { kind: 'assignmentChange', id: record.id }))
        throw ruleError([{ code: 'assignmentHasPaper' }])
      const short = reasonProblem(input.reason, settingValue(tx, 'minReasonLength', today))
      if (short) throw ruleError([short])
      return {
        changes: { voidedAt: now, voidReason: input.reason },
        payload: { reason: input.reason },
      }
    },
  ),
}
