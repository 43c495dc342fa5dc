import { z } from 'zod'
import { eventsList } from '#domain/events/list.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { getAccount } from '#db/queries/accounts.ts'
import { eventsOfPerson, exemptionsOf, findEvent } from '#db/queries/events.ts'
import { mentorshipInputOf, mentorshipsOf } from '#db/queries/events-exempt.ts'
import { getPerson } from '#db/queries/people.ts'
import { listProjects } from '#db/queries/projects.ts'
import { existing } from '../kernel/faults.ts'
import { habitOf } from '../kernel/habits.ts'
import { id } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { certificateSteps } from './certificates.ts'
import { exemptActions } from './exempt.ts'
import { eventsSource } from './list.ts'
import { about } from './moves.ts'
import { eventNotesActions } from './notes.ts'
import { participantSteps } from './participants.ts'
import { atWork } from './people.ts'
import { presenceSteps } from './presence.ts'
import { printPresence } from './print.ts'
import { saveEvent } from './save.ts'
import { eventView } from './view.ts'

/** Trainings, supervisions, psychological support, consultations, informing. */
export default {
  ...defineList(eventsList, eventsSource),

  find: read(
    { permission: 'events.read', audit: 'event.opened', input: z.object({ id }) },
    ({ db, input, today, noteReadingOf }) => {
      const row = existing(findEvent(db, input.id))
      noteReadingOf(row.id, { subject: { kind: 'event', id: row.id }, payload: about(row) })
      return eventView(db, row, today)
    },
  ),

  /** What the form chooses from, and what it was filled with last. */
  setup: read(
    { permission: 'events.write', audit: 'list.opened', input: z.object({}) },
    ({ db, actor, today, noteList }) => {
      noteList('trainingDue')
      const habit = habitOf<{ place: string; leader: string }>(
        getAccount(db, actor.accountId),
        'event',
      )
      return {
        place: habit?.place ?? '',
        leader: habit?.leader ?? '',
        projects: listProjects(db).map((one) => ({ id: one.id, name: one.name })),
        people: atWork(db, today).map((one) => ({
          personId: one.personId,
          employmentId: one.employmentId,
          name: one.fullName,
          position: one.position,
        })),
      }
    },
  ),

  /** Events, exemptions and mentors of a dossier. */
  ofPerson: read(
    { permission: 'events.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ db, input: { personId }, noteReading }) => {
      existing(getPerson(db, personId))
      noteReading(personId)
      return {
        events: eventsOfPerson(db, personId),
        exemptions: exemptionsOf(db, personId).map((one) => ({
          id: one.id,
          version: one.version,
          kind: one.kind,
          topic: one.topic,
          programme: one.programme,
          paperNumber: one.paperNumber,
          paperDate: one.paperDate,
          reason: one.reason,
        })),
        mentors: mentorshipsOf(db, personId).map((one) => ({
          id: one.id,
          version: one.version,
          input: mentorshipInputOf(one),
          name: nameOf(db, one.mentorId),
        })),
      }
    },
  ),

  save: saveEvent,
  ...participantSteps,
  ...presenceSteps,
  ...certificateSteps,
  printPresence,
  ...eventNotesActions,
  ...exemptActions,
}

function nameOf(db: Db, personId: string): string {
  const person = getPerson(db, personId)
  return person ? formatFullName(person) : ''
}
