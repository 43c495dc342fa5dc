import { z } from 'zod'
import { civilDateSchema } from '#domain/calendar/schema.ts'
import { certificateProblems } from '#domain/events/rules.ts'
import { mostPeople } from '#domain/events/schema.ts'
import { findEvent } from '#db/queries/events.ts'
import {
  findParticipant,
  setParticipant,
  type ParticipantChanges,
} from '#db/queries/events-parts.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import type { ParticipantRow } from '#db/schema/events.ts'
import { existing, notFound, ruleError } from '../kernel/faults.ts'
import { frozenManyStep } from '../kernel/freezing.ts'
import { id, reason, which } from '../kernel/ids.ts'
import { annulPaper } from '../kernel/paper-steps.ts'
import { settingValue } from '../kernel/settings.ts'
import { stampOf, stepsOf } from '../kernel/steps.ts'
import { attendance, certificatePaper, wholeEvent } from './facts.ts'
import { about, demandNone, eventRecord, reasonOn } from './moves.ts'
import { certificatePapers } from './paper-kind.ts'

const participantRecord = stepsOf<ParticipantRow, ParticipantChanges>({
  subject: 'certificate',
  read: 'events.read',
  load: findParticipant,
  row: (participant) => participant,
  save: setParticipant,
  stand: ({ certificateNumber }) => ({ certificateNumber }),
})

export const certificateSteps = {
  /** „Издай удостоверения“: for all who were chosen, numbered in the order of their names, or for nobody. */
  certify: frozenManyStep(
    certificatePapers,
    eventRecord,
    {
      audit: 'event.certified',
      input: which.extend({
        participantIds: z.array(id).min(1, 'eventNobody').max(mostPeople, 'tooMany'),
        date: civilDateSchema,
      }),
    },
    ({ record, db, today, input: { participantIds, date } }) => {
      const chosen = new Set(participantIds)
      const whole = wholeEvent(db, record)
      const people = attendance(whole, whole.marks).filter((one) => chosen.has(one.id))
      if (people.length !== chosen.size) throw notFound()
      const percent = settingValue(db, 'trainingSharePercent', record.lastDay)
      demandNone([
        ...certificateProblems(record, people, percent),
        date > today
          ? { code: 'dateInFuture', path: ['date'], params: { todayDate: today } }
          : undefined,
        date < record.lastDay
          ? {
              code: 'certificateBeforeEvent',
              path: ['date'],
              params: { lastDate: record.lastDay },
            }
          : undefined,
      ])
      return {
        date,
        papers: people.map((one) => ({
          id: one.id,
          personId: one.personId,
          build: (number) => certificatePaper(db, record, one, date, number),
        })),
        frozen: (papers, call) => ({
          changes: {},
          payload: { ...about(record), count: papers.length },
          answer: { numbers: papers.map(({ number }) => number) },
          follow() {
            const versions = new Map(people.map(({ id, version }) => [id, version]))
            const year = Number(date.slice(0, 4))
            for (const { id, personId, number } of papers) {
              const given = {
                certificateNumber: number,
                certificateDate: date,
                certificateYear: year,
              }
              setParticipant(call.tx, id, versions.get(id) ?? 0, given, stampOf(call))
              call.audit({ subjectId: record.id, personId, payload: { ...about(record), number } })
            }
          },
        }),
      }
    },
  ),

  /** A certificate that was given by mistake: its number and its paper stay, annulled. */
  annulCertificate: participantRecord.step(
    {
      permission: 'events.write',
      audit: 'event.certificateAnnulled',
      input: which.extend({ reason }),
    },
    (call) => {
      const { tx, record, today, input } = call
      const number = record.certificateNumber
      if (number === null) throw ruleError([{ code: 'certificateNone' }])
      demandNone([reasonOn(tx, input.reason, today)])
      const paper = existing(currentPaperOf(tx, { kind: certificatePapers.kind, id: record.id }))
      const event = existing(findEvent(tx, record.eventId))
      return {
        changes: { certificateNumber: null, certificateDate: null, certificateYear: null },
        payload: { ...about(event), number, reason: input.reason },
        follow() {
          annulPaper(call, paper, input.reason)
        },
      }
    },
  ),
}
