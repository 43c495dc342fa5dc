import { z } from 'zod'
import { applicationsList } from '#domain/applications/list.ts'
import { shownStateOf } from '#db/queries/application-state.ts'
import { countApplicationsByState, overdueDocuments } from '#db/queries/applications-list.ts'
import { applicationsOfPerson, getApplication } from '#db/queries/applications.ts'
import { getPerson } from '#db/queries/people.ts'
import { applicationIntake } from './intake.ts'
import { applicationsSource } from './list.ts'
import { applicationResponsible } from './responsible.ts'
import { applicationSteps } from './steps.ts'
import { applicationPage } from './view.ts'
import { dueDay, lastDayOver } from '../kernel/days.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'

/** Applications of people for a service: taking them in, deciding, following them. */
export default {
  ...applicationIntake,
  ...applicationSteps,
  ...applicationResponsible,

  ...defineList(applicationsList, applicationsSource),

  /** How many are incomplete, and how many of those are past their day. */
  counts: read(
    { permission: 'applications.read', audit: 'none', input: z.object({}) },
    ({ db, today }) => ({
      incomplete: countApplicationsByState(db, today).incomplete ?? 0,
      overdueDocuments: overdueDocuments(db, lastDayOver(db, today)),
    }),
  ),

  /** The applications of a dossier, newest first. */
  ofPerson: read(
    { permission: 'applications.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, today, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return applicationsOfPerson(db, input.personId).map((row) => ({
        id: row.id,
        entryNumber: row.entryNumber,
        entryDate: row.entryDate,
        service: row.service,
        state: shownStateOf(db, row, today),
        documentsDueDate: dueDay(db, row.documentsDueDate),
        endedOn: row.endedOn,
      }))
    },
  ),

  /** Everything the page of one application shows. */
  find: read(
    { permission: 'applications.read', audit: 'application.opened', input: z.object({ id }) },
    ({ input, db, actor, today, noteReading }) => {
      const stored = getApplication(db, input.id)
      const person = existing(getPerson(db, stored.personId))
      noteReading(person.id, { kind: 'application', id: stored.id })
      return applicationPage(db, actor, stored, person, today)
    },
  ),
}
