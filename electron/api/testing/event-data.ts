import type { EventForm, ExemptionInput, Presence } from '#domain/events/schema.ts'
import { signedEmployment } from './employment-data.ts'
import { click, testToday, type Client, type RunningOffice } from './office.ts'

/** A training of four hours on the day of the tests. */
export const eventInput = (own: Partial<EventForm> = {}): EventForm => ({
  kind: 'training',
  topic: 'Въвеждащо обучение',
  leader: 'Анна Иванова Обучителева',
  leaderEmploymentId: null,
  place: 'сградата на Центъра',
  groupName: 'Група 1',
  projectId: null,
  programme: '',
  sessions: [
    { onDate: testToday, time: { from: 540, to: 660 } },
    { onDate: testToday, time: { from: 720, to: 840 } },
  ],
  ...own,
})

export const exemptionInput: ExemptionInput = {
  kind: 'training',
  topic: 'Обучение на домашни помощници',
  programme: 'Проект „Подкрепа у дома“',
  paperNumber: '118',
  paperDate: '2024-03-01',
  reason: '',
}

/** An event with people who are at work, each under a contract of their own. */
export async function plannedEvent(
  running: RunningOffice,
  head: Client,
  own: Partial<EventForm> = {},
  people: readonly string[] = [],
) {
  const personIds =
    people.length > 0 ? [...people] : [(await signedEmployment(running, head)).personId]
  const saved = await head.events.save(
    click({ id: null, version: null, input: eventInput(own), personIds }),
  )
  return { ...saved, personIds }
}

/** Marks the whole grid of an event; `of` says how one was there. */
export async function markAll(
  client: Client,
  { id, version }: { id: string; version: number },
  of: (participant: number, session: number) => Presence = () => 'present',
) {
  const { people, sessions } = await client.events.find({ id })
  const marks = people.flatMap((person, row) =>
    sessions.map((session, column) => ({
      participantId: person.id,
      sessionId: session.id,
      presence: of(row, column),
    })),
  )
  return client.events.savePresence(click({ id, version, marks }))
}

export async function heldEvent(
  running: RunningOffice,
  head: Client,
  own: Partial<EventForm> = {},
  people: readonly string[] = [],
) {
  const planned = await plannedEvent(running, head, own, people)
  const marked = await markAll(head, planned)
  const { id, version } = await head.events.hold(click(marked))
  return { id, version, personIds: planned.personIds }
}
