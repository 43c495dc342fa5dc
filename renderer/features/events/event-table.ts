import { eventKinds, type EventForm } from '#domain/events/schema.ts'
import { emptyValues } from '#renderer/components/record/empty-values.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import type { EventSetup } from './found.ts'

/** What is said of an event, in the order of its papers; its sessions stand below. */
export const eventFields = fieldsFor<EventForm>().table('events', {
  event: [
    { name: 'kind', kind: 'choice', options: eventKinds },
    { name: 'topic', kind: 'text', max: 200, hint: true },
    { name: 'leader', kind: 'text', max: 160, hint: true },
    { name: 'place', kind: 'text', max: 200 },
    { name: 'groupName', kind: 'text', max: 80, hint: true, optional: true, passBy: true },
    { name: 'programme', kind: 'text', max: 200, hint: true, optional: true, passBy: true },
  ],
})

/** A session that is still to be filled in. */
export const emptySession = { onDate: null, time: null }

/** An event that begins with the trainer and the place of the last one. */
export const newEvent = ({ place, leader }: EventSetup): Record<string, unknown> => ({
  ...emptyValues(eventFields),
  place,
  leader,
  leaderEmploymentId: null,
  projectId: null,
  sessions: [emptySession],
})
