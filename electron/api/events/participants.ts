import { z } from 'zod'
import { mostPeople } from '#domain/events/schema.ts'
import {
  deleteParticipant,
  findParticipant,
  insertParticipant,
  participantsOf,
} from '#db/queries/events-parts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { EventRow } from '#db/schema/events.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { id, shortReason, which } from '../kernel/ids.ts'
import { stampOf, type StepCall } from '../kernel/steps.ts'
import { about, changeable, eventRecord } from './moves.ts'
import { atWork } from './people.ts'

/** Puts people into an event; who is in it already stays once. Answers who came in. */
export function join(call: StepCall, event: EventRow, personIds: readonly string[]): string[] {
  const { tx } = call
  const there = new Set(participantsOf(tx, event.id).map(({ personId }) => personId))
  const fresh = [...new Set(personIds)].filter((personId) => !there.has(personId))
  if (there.size + fresh.length > mostPeople)
    throw ruleError([{ code: 'eventTooMany', params: { most: mostPeople } }])
  const contracts = new Map(
    atWork(tx, event.firstDay).map(({ personId, employmentId }) => [personId, employmentId]),
  )
  for (const personId of fresh) {
    const person = existing(getPerson(tx, personId))
    if (person.deathDate !== null && person.deathDate < event.firstDay)
      throw ruleError([{ code: 'eventOfDeceased', params: { deathDate: person.deathDate } }])
    const employmentId = contracts.get(personId) ?? null
    insertParticipant(tx, { eventId: event.id, personId, employmentId }, stampOf(call))
  }
  return fresh
}

/** Who is to come; who was there by mistake is taken out with a reason. */
export const participantSteps = {
  join: eventRecord.step(
    {
      permission: 'events.write',
      audit: 'event.joined',
      input: which.extend({
        personIds: z.array(id).min(1, 'eventNobody').max(mostPeople, 'tooMany'),
      }),
    },
    (call) => {
      const { record, input } = call
      // Of who was there nobody may be left unmarked: a held event takes nobody in.
      if (record.state !== 'planned') throw ruleError([{ code: 'eventNotPlanned' }])
      const joined = join(call, record, input.personIds)
      return {
        changes: {},
        payload: { ...about(record), count: joined.length },
        answer: { joined: joined.length },
      }
    },
  ),

  leave: eventRecord.step(
    {
      permission: 'events.write',
      audit: 'event.left',
      input: which.extend({ participantId: id, reason: shortReason.default('') }),
    },
    ({ tx, record, today, input }) => {
      const one = existing(findParticipant(tx, input.participantId))
      if (one.eventId !== record.id) throw notFound()
      const kept = changeable(tx, record, input.reason, today)
      if (one.certificateNumber !== null)
        throw ruleError([{ code: 'eventCertified', params: { number: one.certificateNumber } }])
      deleteParticipant(tx, one.id, one.version)
      return { changes: kept, payload: about(record) }
    },
  ),
}
