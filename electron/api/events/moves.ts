import type { Problem } from '#domain/problems/schema.ts'
import { reasonProblem } from '#domain/text/reason.ts'
import type { Db } from '#db/connection.ts'
import { findEvent, setEvent, type EventChanges } from '#db/queries/events.ts'
import type { EventRow } from '#db/schema/events.ts'
import { ruleError } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { stepsOf } from '../kernel/steps.ts'

export const eventRecord = stepsOf<EventRow, EventChanges>({
  subject: 'event',
  read: 'events.read',
  load: findEvent,
  row: (event) => event,
  save: setEvent,
  stand: ({ state }) => ({ state }),
})

/** What the journal says an event is called by. */
export const about = ({ topic }: Pick<EventRow, 'topic'>) => ({ topic })

/** Throws RULE unless nothing stands in the way. */
export function demandNone(problems: readonly (Problem | undefined)[]): void {
  const found = problems.filter((one) => one !== undefined)
  if (found.length > 0) throw ruleError(found)
}

/** A reason of the length that the office asks for. */
export const reasonOn = (db: Db, reason: string, today: string) =>
  reasonProblem(reason, settingValue(db, 'minReasonLength', today))

/**
 * Whether an event may still be changed: a planned one always, a held one with a reason, a cancelled one
 * never. Answers what the change keeps of the reason.
 */
export function changeable(
  db: Db,
  { state }: Pick<EventRow, 'state'>,
  reason: string,
  today: string,
): Pick<EventChanges, 'correctReason'> {
  if (state === 'planned') return {}
  demandNone([
    state === 'cancelled' ? { code: 'eventCancelled' } : undefined,
    reasonOn(db, reason, today),
  ])
  return { correctReason: reason }
}
