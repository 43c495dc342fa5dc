import { z } from 'zod'
import { keyProblems, keyReturnProblems } from '#domain/assignments/rules.ts'
import { keyInputSchema, keyReturnSchema } from '#domain/assignments/schema.ts'
import { insertKey } from '#db/queries/assignments.ts'
import { getPerson } from '#db/queries/people.ts'
import { action } from '../kernel/actions.ts'
import { existing, ruleError } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { stampOf } from '../kernel/steps.ts'
import { helpingById } from './facts.ts'
import { keyRecord } from './moves.ts'

/** Keys of flats: given to an assistant, given back. */
export const keySteps = {
  giveKey: action(
    {
      permission: 'assignments.write',
      audit: 'homeKey.given',
      subject: 'homeKey',
      input: z.object({ personId: id, employmentId: id, input: keyInputSchema }),
    },
    (call) => {
      const { tx, today, audit } = call
      const { personId, employmentId, input } = call.input
      existing(getPerson(tx, personId))
      const problems = keyProblems(input, helpingById(tx, employmentId), personId, today)
      if (problems.length > 0) throw ruleError(problems)
      const given = insertKey(tx, input, { personId, employmentId }, stampOf(call))
      audit({ subjectId: given, personId, payload: { employmentId, givenOn: input.givenOn } })
      return { id: given, version: 1 }
    },
  ),

  returnKey: keyRecord.step(
    {
      permission: 'assignments.write',
      audit: 'homeKey.returned',
      input: which.extend({ returning: keyReturnSchema }),
    },
    ({ record, today, input: { returning } }) => {
      const { returnedOn } = returning
      const problems = keyReturnProblems(record, returnedOn, today)
      if (problems.length > 0) throw ruleError(problems)
      return { changes: { returnedOn }, payload: { returnedOn } }
    },
  ),
}
