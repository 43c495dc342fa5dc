import { z } from 'zod'
import { assignmentsList } from '#domain/assignments/list.ts'
import { choiceAskedSchema } from '#domain/assignments/schema.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { choiceSteps } from './choices.ts'
import { keySteps } from './keys.ts'
import { assignmentsSource } from './list.ts'
import { applicationOf } from './moves.ts'
import { caseView, choiceView, employmentView, leftView, personView } from './page.ts'
import { assignmentSteps } from './steps.ts'

const reading = { permission: 'assignments.read', audit: 'dossier.opened' } as const

/** Who helps whom: the choice of the person, assignments, keys of homes. */
export default {
  ...defineList(assignmentsList, assignmentsSource),

  ofCase: read(
    { ...reading, input: z.object({ applicationId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      const application = applicationOf(db, input.applicationId)
      noteReading(application.personId)
      return caseView(db, actor, application, today)
    },
  ),

  ofPerson: read(
    { ...reading, input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      noteReading(input.personId)
      return personView(db, actor, input.personId, today)
    },
  ),

  ofEmployment: read(
    { ...reading, input: z.object({ employmentId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      noteReading(existing(findEmployment(db, input.employmentId)).personId)
      return employmentView(db, actor, input.employmentId, today)
    },
  ),

  /** „Избор на асистент“: what the person needs stands beside what the team offers. */
  choice: read(
    { permission: 'assignments.write', audit: 'dossier.opened', input: choiceAskedSchema },
    ({ input, db, actor, today, noteReading }) => {
      const application = applicationOf(db, input.applicationId)
      noteReading(application.personId)
      return choiceView(db, actor, application, input, today)
    },
  ),

  /** Of a contract that ends: who is left without anybody, who may come, which keys are to be given back. */
  leftWithout: read(
    {
      permission: 'assignments.write',
      audit: 'dossier.opened',
      input: z.object({ employmentId: id }),
    },
    ({ input, db, actor, today, noteReading }) => {
      noteReading(existing(findEmployment(db, input.employmentId)).personId)
      const left = leftView(db, actor, input.employmentId, today)
      for (const { assignment } of left.people) noteReading(assignment.person.id)
      return left
    },
  ),

  ...choiceSteps,
  ...assignmentSteps,
  ...keySteps,
}
