import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import type { Names } from '#domain/text/format-person.ts'
import type {
  EventKind,
  EventState,
  Mark,
  Presence,
  SessionInput,
  ShownEventState,
} from './schema.ts'

/** A meeting as it is kept. */
interface EventSession {
  id: string
  onDate: CivilDate
  fromMinute: number
  toMinute: number
}

/** Minutes of all meetings. */
export const minutesOf = (sessions: readonly SessionInput[]): number =>
  sessions.reduce((sum, { time }) => sum + time.to - time.from, 0)

/** First and last day of an event. */
export function daysOf(sessions: readonly SessionInput[]): { firstDay: string; lastDay: string } {
  const days = sessions.map(({ onDate }) => onDate).toSorted()
  return { firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' }
}

/** What is shown on a day: a planned one that is over waits for its presence. */
export function eventStateOn(
  { state, lastDay }: { state: EventState; lastDay: CivilDate },
  today: CivilDate,
): ShownEventState {
  return state === 'planned' && lastDay < today ? 'toMark' : state
}

/** Minutes in which one was there. */
export function attendedMinutes(
  sessions: readonly EventSession[],
  presenceAt: (sessionId: string) => Presence | undefined,
): number {
  return sessions
    .filter(({ id }) => presenceAt(id) === 'present')
    .reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)
}

/** Whether so many minutes are the share of the whole that a certificate asks for. */
export const isEnough = (attended: number, whole: number, percent: number): boolean =>
  whole > 0 && attended * 100 >= whole * percent

/** What stands between an event and „Проведено“. */
export function heldProblems(event: {
  state: EventState
  lastDay: CivilDate
  today: CivilDate
  participants: number
  sessions: number
  marks: number
}): Problem[] {
  const { state, lastDay, today, participants } = event
  if (state !== 'planned') return [{ code: 'eventNotPlanned' }]
  const open = participants * event.sessions - event.marks
  return [
    ...(lastDay > today ? [{ code: 'eventNotOver', params: { lastDate: lastDay } }] : []),
    ...(participants === 0 ? [{ code: 'eventNobody' }] : []),
    ...(open > 0 ? [{ code: 'presenceMissing', params: { count: open } }] : []),
  ]
}

interface Certified {
  name: string
  certificateNumber: string | null
  attended: number
}

/** What stands between these people and their certificates; each is named. */
export function certificateProblems(
  event: { kind: EventKind; state: EventState; minutes: number },
  people: readonly Certified[],
  percent: number,
): Problem[] {
  if (event.kind !== 'training') return [{ code: 'certificateOfTraining' }]
  if (event.state !== 'held') return [{ code: 'certificateBeforeHeld' }]
  return people.flatMap(({ name, certificateNumber, attended }): Problem[] => {
    if (certificateNumber !== null)
      return [{ code: 'certificateThere', params: { name, number: certificateNumber } }]
    return isEnough(attended, event.minutes, percent)
      ? []
      : [
          {
            code: 'certificateHours',
            params: { name, percent, attendedMinutes: attended, wholeMinutes: event.minutes },
          },
        ]
  })
}

/** A correction of presence takes the ground from under no certificate that was handed out. */
export function presenceProblems(
  minutes: number,
  people: readonly Certified[],
  percent: number,
): Problem[] {
  return people
    .filter(
      ({ certificateNumber, attended }) =>
        certificateNumber !== null && !isEnough(attended, minutes, percent),
    )
    .map(({ name, certificateNumber }) => ({
      code: 'presenceUnderCertificate',
      params: { name, number: certificateNumber ?? '' },
    }))
}

/** Each cell is of this event, and stands once. */
export function marksProblems(
  marks: readonly Mark[],
  participants: readonly { id: string }[],
  sessions: readonly { id: string }[],
): Problem[] {
  const people = new Set(participants.map(({ id }) => id))
  const days = new Set(sessions.map(({ id }) => id))
  const cells = new Set<string>()
  for (const { participantId, sessionId } of marks) {
    const cell = `${participantId} ${sessionId}`
    if (!people.has(participantId) || !days.has(sessionId) || cells.has(cell))
      return [{ code: 'presenceOfAnother' }]
    cells.add(cell)
  }
  return []
}

/** First and last names that stand in a text which is kept without names. */
export function namesIn(text: string, people: readonly Names[]): string[] {
  const words = ` ${normaliseForSearch(text)} `
  const names = people.flatMap(({ firstName, lastName }) => [firstName, lastName ?? firstName])
  return [...new Set(names)].filter((name) => words.includes(` ${normaliseForSearch(name)} `))
}
