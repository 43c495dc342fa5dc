import { z } from 'zod'
import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import { exemptionInputSchema, mentorshipInputSchema, mostPeople } from '#domain/events/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Tx } from '#db/connection.ts'
import { exemptionsOf } from '#db/queries/events.ts'
import {
  deleteExemption,
  findExemption,
  findMentorship,
  insertExemption,
  insertMentorship,
  mentorshipInputOf,
  mentorshipsOf,
  setMentorship,
} from '#db/queries/events-exempt.ts'
import { getPerson } from '#db/queries/people.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { action } from '../kernel/actions.ts'
import { formOf, saveOrConflict, savedForm } from '../kernel/conflict.ts'
import { existing, notFound } from '../kernel/faults.ts'
import { id, version, which } from '../kernel/ids.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf } from '../kernel/steps.ts'
import { demandNone } from './moves.ts'
import { atWork } from './people.ts'

/** What stands in the way of a mentor. */
function mentorProblems(
  tx: Tx,
  asked: { id: string | null; personId: string } & z.output<typeof mentorshipInputSchema>,
): (Problem | undefined)[] {
  const { mentorId, personId, fromDate, toDate } = asked
  const other = mentorshipsOf(tx, personId).find(
    (one) => one.id !== asked.id && one.fromDate <= toDate && fromDate <= one.toDate,
  )
  return [
    mentorId === personId ? { code: 'mentorOfSelf', path: ['mentorId'] } : undefined,
    atWork(tx, fromDate).some((one) => one.personId === mentorId)
      ? undefined
      : { code: 'mentorNotAtWork', path: ['mentorId'] },
    other
      ? {
          code: 'mentorTwice',
          path: ['fromDate'],
          params: { fromDate: other.fromDate, toDate: other.toDate },
        }
      : undefined,
  ]
}

/** Who need not come, and who stands by somebody new. */
export const exemptActions = {
  /** One ground for many people: who was trained under an earlier programme. */
  exempt: action(
    {
      permission: 'events.write',
      audit: 'event.exempted',
      subject: 'exemption',
      input: exemptionInputSchema.safeExtend({
        personIds: z.array(id).min(1, 'eventNobody').max(mostPeople, 'tooMany'),
      }),
    },
    (call) => {
      const { tx, audit } = call
      const { personIds, ...input } = call.input
      const people = [...new Set(personIds)]
      const fresh = people.filter((personId) => {
        const { deathDate } = existing(getPerson(tx, personId))
        const known = exemptionsOf(tx, personId).some(({ kind }) => kind === input.kind)
        return !known && deathDate === null
      })
      demandNone([fresh.length === 0 ? { code: 'exemptAlready' } : undefined])
      for (const personId of fresh) {
        const subjectId = insertExemption(tx, input, personId, stampOf(call))
        audit({ subjectId, personId, payload: input })
      }
      return { exempt: fresh.length, already: people.length - fresh.length }
    },
  ),

  removeExemption: action(
    {
      permission: 'events.write',
      audit: 'event.exemptionRemoved',
      subject: 'exemption',
      input: which,
    },
    (call) => {
      const { tx, input, audit } = call
      const stored = existing(findExemption(tx, input.id))
      saveOrConflict(
        tx,
        () => {
          deleteExemption(tx, input.id, input.version)
        },
        () => stored,
      )
      const { kind, topic, programme, paperNumber } = stored
      audit({
        subjectId: stored.id,
        personId: stored.personId,
        payload: { kind, topic, programme, paperNumber },
      })
      return { removed: true as const }
    },
  ),

  /** Who may stand by a person, from which day to which. */
  mentorSetup: read(
    { permission: 'events.write', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ db, input: { personId }, today, noteReading }) => {
      existing(getPerson(db, personId))
      noteReading(personId)
      const months = settingValue(db, 'mentorMonths', today)
      const people = atWork(db, today)
      const since = people.find((one) => one.personId === personId)?.startDate
      const fromDate = since ?? today
      return {
        fromDate,
        toDate: addDays(addMonths(fromDate, months), -1),
        mentors: people
          .filter((one) => one.personId !== personId)
          .map((one) => ({ id: one.personId, name: one.fullName, position: one.position })),
      }
    },
  ),

  saveMentorship: action(
    {
      permission: 'events.write',
      audit: 'event.mentored',
      subject: 'mentorship',
      input: mentorshipInputSchema.safeExtend({
        id: id.nullable(),
        version: version.nullable(),
        personId: id,
      }),
    },
    (call) => {
      const { tx, audit } = call
      const { id: own, version: opened, personId, ...input } = call.input
      existing(getPerson(tx, personId))
      const mentor = existing(getPerson(tx, input.mentorId))
      const stored = own === null ? undefined : existing(findMentorship(tx, own))
      if (stored && stored.personId !== personId) throw notFound()
      demandNone(mentorProblems(tx, { id: own, personId, ...input }))
      const saved = savedForm(
        tx,
        { id: own, version: opened },
        () => insertMentorship(tx, input, personId, stampOf(call)),
        (at, seen) => setMentorship(tx, at, seen, input, stampOf(call)),
        () => stored && formOf(stored, mentorshipInputOf(stored)),
      )
      audit({
        subjectId: saved.id,
        personId,
        payload: { ...input, mentor: formatFullName(mentor) },
      })
      return saved
    },
  ),
}
