import { z } from 'zod'
import { eventInputSchema, type EventInput, mostPeople } from '#domain/events/schema.ts'
import type { Db } from '#db/connection.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { columnsOf, eventInputOf, findEvent, insertEvent, setEvent } from '#db/queries/events.ts'
import { participantsOf, sessionsOf, setSessions } from '#db/queries/events-parts.ts'
import { findProject } from '#db/queries/projects.ts'
import type { EventRow } from '#db/schema/events.ts'
import { action } from '../kernel/actions.ts'
import { formOf, savedForm } from '../kernel/conflict.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { keepHabit } from '../kernel/habits.ts'
import { id, shortReason, version } from '../kernel/ids.ts'
import { stampOf } from '../kernel/steps.ts'
import { about, changeable, demandNone } from './moves.ts'
import { join } from './participants.ts'
import { presenceFaults } from './presence.ts'

/** What the form names is there. Throws NOT_FOUND. */
function demandRecords(db: Db, { projectId, leaderEmploymentId }: EventInput): void {
  if (projectId !== null && !findProject(db, projectId)) throw notFound()
  if (leaderEmploymentId !== null && !findEmployment(db, leaderEmploymentId)) throw notFound()
}

/** What stands in a certificate that was handed out is not written over. */
function demandUncertified(db: Db, stored: EventRow): void {
  const certified = participantsOf(db, stored.id).find((one) => one.certificateNumber !== null)
  if (certified)
    throw ruleError([
      { code: 'eventCertified', params: { number: certified.certificateNumber ?? '' } },
    ])
}

/** A new event with its people, or another save of one; of a held one with a reason. */
export const saveEvent = action(
  {
    permission: 'events.write',
    audit: 'event.saved',
    subject: 'event',
    input: z.object({
      id: id.nullable(),
      version: version.nullable(),
      input: eventInputSchema,
      /** With whom a new one begins. */
      personIds: z.array(id).max(mostPeople, 'tooMany').default([]),
      reason: shortReason.default(''),
    }),
  },
  (call) => {
    const { tx, audit, actor, today } = call
    const { id: own, version: opened, input, personIds, reason } = call.input
    demandRecords(tx, input)
    const stored = own === null ? undefined : existing(findEvent(tx, own))
    if (stored && stored.kind !== input.kind && stored.state === 'held')
      throw ruleError([{ code: 'eventKindKept', path: ['kind'] }])
    if (stored) demandUncertified(tx, stored)
    const kept = stored ? changeable(tx, stored, reason, today) : {}
    const { place, leader } = input
    keepHabit(tx, actor.accountId, 'event', { place, leader })
    const saved = savedForm(
      tx,
      { id: own, version: opened },
      () => insertEvent(tx, input, stampOf(call)),
      (eventId, at) => setEvent(tx, eventId, at, { ...columnsOf(input), ...kept }, stampOf(call)),
      () => stored && formOf(stored, eventInputOf(stored, sessionsOf(tx, stored.id))),
    )
    setSessions(tx, saved.id, input.sessions)
    const now = existing(findEvent(tx, saved.id))
    if (own === null) join(call, now, personIds)
    // A session that was added to a held event has its presence marked as well.
    if (now.state === 'held') demandNone(presenceFaults(tx, now, today))
    audit({ subjectId: saved.id, payload: about(input) })
    return saved
  },
)
