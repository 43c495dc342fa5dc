import { z } from 'zod'
import { choiceProblems, wishIsHonoured } from '#domain/assignments/rules.ts'
import { choiceInputSchema, type ChoiceInput } from '#domain/assignments/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import { deleteChoice, findChoice, insertChoice, setChoice } from '#db/queries/assignments.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { frozenStep } from '../kernel/freezing.ts'
import { id, version, which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import { helpingById } from './facts.ts'
import { choiceInputOf } from './lines.ts'
import { applicationOf, choiceRecord } from './moves.ts'
import { choicePapers } from './paper-kinds.ts'
import { choicePaper } from './papers.ts'

function faults(db: Db, personId: string, choice: ChoiceInput, today: string): Problem[] {
  const { wishedEmploymentId, chosenEmploymentId, substituteEmploymentId } = choice
  // Somebody who is named as the wish is there, whatever became of the contract.
  if (wishedEmploymentId !== null) existing(findEmployment(db, wishedEmploymentId))
  return choiceProblems(choice, {
    personId,
    today,
    deathDate: existing(getPerson(db, personId)).deathDate,
    chosen: helpingById(db, chosenEmploymentId),
    substitute:
      substituteEmploymentId === null ? undefined : helpingById(db, substituteEmploymentId),
    minReasonLength: settingValue(db, 'minReasonLength', today),
  })
}

/** „Избор на асистент“: the decision of the person, and its paper. */
export const choiceSteps = {
  /** A new decision, or the changes of one that is not issued. */
  recordChoice: action(
    {
      permission: 'assignments.write',
      audit: 'assistantChoice.recorded',
      subject: 'assistantChoice',
      input: z.object({
        id: id.nullable(),
        version: version.nullable(),
        applicationId: id,
        input: choiceInputSchema,
      }),
    },
    (call) => {
      const { tx, today, audit } = call
      const { id: own, version: opened, applicationId, input } = call.input
      const { personId } = applicationOf(tx, applicationId)
      const stored = own === null ? undefined : existing(findChoice(tx, own))
      if (stored && stored.applicationId !== applicationId) throw notFound()
      if (stored && stored.number !== null) throw ruleError([{ code: 'choiceIssued' }])
      const problems = faults(tx, personId, input, today)
      if (problems.length > 0) throw ruleError(problems)
      const wishHonoured = wishIsHonoured(input)
      const columns = {
        ...input,
        wishHonoured,
        notHonouredReason: wishHonoured ? '' : input.notHonouredReason,
      }
      const saved = savedForm(
        tx,
        { id: own, version: opened },
        () => insertChoice(tx, columns, { applicationId, personId }, stampOf(call)),
        (id, version) => setChoice(tx, id, version, columns, stampOf(call)),
        () => stored && formOf(stored, choiceInputOf(stored)),
      )
      audit({ subjectId: saved.id, personId })
      return saved
    },
  ),

  /** Only one that is not issued. */
  removeChoice: choiceRecord.removal(
    { permission: 'assignments.write', audit: 'assistantChoice.removed', input: which },
    deleteChoice,
    ({ record }) => {
      if (record.number !== null) throw ruleError([{ code: 'choiceIssued' }])
      return {}
    },
  ),

  /** „Протокол за избор на асистент“: from here on the decision stands as it was said. */
  issueChoice: frozenStep(
    choicePapers,
    choiceRecord,
    { audit: 'assistantChoice.issued', input: which },
    ({ record, db, today }) => {
      if (record.number !== null) throw ruleError([{ code: 'choiceIssued' }])
      const problems = faults(db, record.personId, choiceInputOf(record), today)
      if (problems.length > 0) throw ruleError(problems)
      return {
        date: record.decidedOn,
        build: (number) => choicePaper(db, record, number),
        frozen: ({ number, paperId }) => ({
          changes: { number, numberYear: Number(record.decidedOn.slice(0, 4)) },
          payload: { number, paperId },
        }),
      }
    },
  ),
}
