import { z } from 'zod'
import { applicationStates } from '#domain/applications/schema.ts'
import { openStates } from '#domain/applications/states.ts'
import {
  countApplications,
  countApplicationsByState,
  listApplicationIds,
  listApplications,
  overdueDocuments,
} from '#db/queries/applications-list.ts'
import { applicationsOfPerson, getApplication } from '#db/queries/applications.ts'
import { getPerson } from '#db/queries/people.ts'
import { applicationIntake } from './intake.ts'
import { applicationSteps } from './steps.ts'
import { applicationPage } from './view.ts'
import { existing } from '../kernel/faults.ts'
import { id } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { masked, searchable } from '../people/view.ts'

const date = z.string().max(10)

const filter = z.object({
  text: z.string().max(120).optional(),
  states: z.array(z.enum(applicationStates)).max(applicationStates.length).optional(),
  /** Only those still in the procedure or served. */
  open: z.boolean().optional(),
  settlement: z.string().max(60).optional(),
  from: date.optional(),
  to: date.optional(),
})
const order = z.object({
  by: z.enum(['entryDate', 'name', 'state', 'due']).default('entryDate'),
  descending: z.boolean().default(true),
})

/** Applications of people for a service: taking them in, deciding, following them. */
export default {
  ...applicationIntake,
  ...applicationSteps,

  /** One window of the list. */
  list: read(
    {
      permission: 'applications.read',
      audit: 'list.opened',
      input: z.object({
        filter,
        order,
        offset: z.int().min(0).max(10_000_000),
        limit: z.int().min(1).max(500),
      }),
    },
    ({ input, db, actor, noteList }) => {
      noteList('applications')
      const wanted = given(input.filter, (text) => searchable(text, actor))
      return {
        rows: listApplications(db, wanted, input.order, input).map((line) => masked(line, actor)),
        total: countApplications(db, wanted),
      }
    },
  ),

  /** The whole filtered list as ids. */
  ids: read(
    { permission: 'applications.read', audit: 'none', input: z.object({ filter, order }) },
    ({ input, db, actor }) =>
      listApplicationIds(
        db,
        given(input.filter, (text) => searchable(text, actor)),
        input.order,
      ),
  ),

  /** How many stand in each state, and how many of the incomplete are past their day. */
  counts: read(
    { permission: 'applications.read', audit: 'none', input: z.object({}) },
    ({ db, today }) => ({
      states: countApplicationsByState(db),
      overdueDocuments: overdueDocuments(db, today),
    }),
  ),

  /** The applications of a dossier, newest first. */
  ofPerson: read(
    { permission: 'applications.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return applicationsOfPerson(db, input.personId).map((row) => ({
        id: row.id,
        entryNumber: row.entryNumber,
        entryDate: row.entryDate,
        service: row.service,
        state: row.state,
        documentsDueDate: row.documentsDueDate,
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

function given(input: z.output<typeof filter>, searched: (text: string) => string) {
  const { text, states, open, settlement, from, to } = input
  const wanted = states ?? (open === true ? openStates : undefined)
  return {
    ...(text === undefined ? {} : { text: searched(text) }),
    ...(wanted === undefined ? {} : { states: wanted }),
    ...(settlement === undefined ? {} : { settlement }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
