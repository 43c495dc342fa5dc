import { z } from 'zod'
import { trainingDueList } from '#domain/events/due-list.ts'
import { mostPeople } from '#domain/events/schema.ts'
import { listQuestionSchema } from '#domain/lists/shape.ts'
import { ruleError } from '../kernel/faults.ts'
import { askedQuestion, defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { trainingDueSource } from './due-source.ts'

/** „Кой не е минал“: who is at work and what each lacks. */
export default {
  ...defineList(trainingDueList, trainingDueSource),

  /** The people of a selection, for a group or an exemption. */
  chosen: read(
    {
      permission: 'events.write',
      audit: 'list.opened',
      input: z.object({ question: listQuestionSchema }),
    },
    ({ db, actor, today, input, noteList }) => {
      noteList('trainingDue')
      const { roles, accountId } = actor
      const asked = askedQuestion(trainingDueList, input.question, roles)
      const call = { db, roles, accountId, today }
      const count = trainingDueSource.count(call, asked)
      if (count > mostPeople)
        throw ruleError([{ code: 'eventTooMany', params: { most: mostPeople } }])
      return trainingDueSource
        .rows(call, asked, { offset: 0, limit: mostPeople })
        .map(({ personId, name }) => ({ personId, name }))
    },
  ),
}
