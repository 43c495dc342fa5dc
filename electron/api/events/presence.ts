import { z } from 'zod'
import { heldProblems, marksProblems, presenceProblems } from '#domain/events/rules.ts'
import { findingsSchema, markSchema } from '#domain/events/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import { setMarks } from '#db/queries/events-parts.ts'
import type { EventRow } from '#db/schema/events.ts'
import { ruleError } from '../kernel/faults.ts'
import { shortReason, which } from '../kernel/ids.ts'
import { settingValue } from '../kernel/settings.ts'
import { attendance, wholeEvent } from './facts.ts'
import { about, changeable, demandNone, eventRecord, reasonOn } from './moves.ts'

/** What is wrong with the grid of a held event as it stands. */
export function presenceFaults(db: Db, row: EventRow, today: string): Problem[] {
  const whole = wholeEvent(db, row)
  const { sessions, people, marks } = whole
  const percent = settingValue(db, 'trainingSharePercent', row.lastDay)
  return [
    ...heldProblems({
      state: 'planned',
      lastDay: row.lastDay,
      today,
      participants: people.length,
      sessions: sessions.length,
      marks: marks.length,
    }),
    ...presenceProblems(row.minutes, attendance(whole, marks), percent),
  ]
}

/** The grid, „Проведено“ and „Отменено“. */
export const presenceSteps = {
  /** The whole grid in one save. */
  savePresence: eventRecord.step(
    {
      permission: 'events.write',
      audit: 'event.presence',
      input: which.extend({
        marks: z.array(markSchema).max(3000, 'tooMany'),
        reason: shortReason.default(''),
      }),
    },
    ({ tx, record, today, input: { marks, reason } }) => {
      const kept = changeable(tx, record, reason, today)
      const whole = wholeEvent(tx, record)
      demandNone(marksProblems(marks, whole.people, whole.sessions))
      const early = whole.sessions.find(
        ({ id, onDate }) => onDate > today && marks.some(({ sessionId }) => sessionId === id),
      )
      if (early)
        throw ruleError([{ code: 'presenceInFuture', params: { sessionDate: early.onDate } }])
      setMarks(tx, record.id, marks)
      if (record.state === 'held') demandNone(presenceFaults(tx, record, today))
      return { changes: kept, payload: { ...about(record), count: marks.length } }
    },
  ),

  /** „Проведено“: from here on it counts for who was there. */
  hold: eventRecord.step(
    { permission: 'events.write', audit: 'event.held', input: which },
    ({ tx, record, today }) => {
      const { sessions, people, marks } = wholeEvent(tx, record)
      demandNone(
        heldProblems({
          state: record.state,
          lastDay: record.lastDay,
          today,
          participants: people.length,
          sessions: sessions.length,
          marks: marks.length,
        }),
      )
      return { changes: { state: 'held' }, payload: about(record) }
    },
  ),

  /** What a supervision found and agreed; the journal keeps that it was written, not what. */
  saveFindings: eventRecord.step(
    {
      permission: 'events.write',
      audit: 'event.findings',
      input: which.extend({ findings: findingsSchema }),
    },
    ({ record, input }) => {
      if (record.kind !== 'supervision') throw ruleError([{ code: 'findingsOfSupervision' }])
      if (record.state === 'cancelled') throw ruleError([{ code: 'eventCancelled' }])
      return { changes: { findings: input.findings }, payload: about(record) }
    },
  ),

  cancel: eventRecord.step(
    {
      permission: 'events.write',
      audit: 'event.cancelled',
      input: which.extend({ reason: shortReason }),
    },
    ({ tx, record, today, input: { reason } }) => {
      demandNone([
        record.state === 'planned' ? undefined : { code: 'eventNotPlanned' },
        reasonOn(tx, reason, today),
      ])
      return { changes: { state: 'cancelled', cancelReason: reason }, payload: about(record) }
    },
  ),
}
