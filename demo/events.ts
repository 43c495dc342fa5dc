import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { EventForm, Presence } from '#domain/events/schema.ts'
import type { Desk } from './desk.ts'

const leader = 'Анна Стефанова Обучителева'

const eventOf = (
  kind: EventForm['kind'],
  own: Partial<EventForm>,
  days: CivilDate[],
): EventForm => ({
  kind,
  topic: '',
  leader,
  leaderEmploymentId: null,
  place: 'сградата на Центъра',
  groupName: 'Група 1',
  projectId: null,
  programme: '',
  sessions: days.map((onDate) => ({ onDate, time: { from: 9 * 60, to: 12 * 60 } })),
  ...own,
})

/**
 * What the team was through: a training with certificates, a psychological support, a supervision that
 * is still to come, and two who were trained under an earlier project.
 */
export async function enterEvents(desk: Desk): Promise<void> {
  const { clerk, head, clock, end } = desk
  const click: Desk['click'] = (data) => {
    clock.tick()
    return desk.click(data)
  }
  const { rows } = await head.trainingDue.list({ offset: 0, limit: 500 })
  const days = [addWorkingDays(end, -12), addWorkingDays(end, -11)]
  const people = rows.map(({ personId }) => personId)
  // Who began to work since then was at no training yet.
  const earlier = rows.filter(({ since }) => since < (days[0] ?? end)).map((one) => one.personId)
  const [trained, exempt] = [earlier.slice(0, 3), earlier.slice(3, 5)]
  if (trained.length === 0) return
  const plan = (input: EventForm, personIds: string[]) =>
    clerk.events.save(click({ id: null, version: null, input, personIds }))
  const hold = async (
    { id, version }: { id: string; version: number },
    of: (row: number, column: number) => Presence,
  ) => {
    const found = await head.events.find({ id })
    const marks = found.people.flatMap((person, row) =>
      found.sessions.map((session, column) => ({
        participantId: person.id,
        sessionId: session.id,
        presence: of(row, column),
      })),
    )
    const marked = await clerk.events.savePresence(click({ id, version, marks }))
    return head.events.hold(click(marked))
  }

  const training = eventOf('training', { topic: 'Въвеждащо обучение на асистенти' }, days)
  // One of them fell ill on the second day: there is no certificate yet.
  const last = trained.length - 1
  const held = await hold(await plan(training, trained), (row, column) =>
    last > 0 && row === last && column === 1 ? 'excused' : 'present',
  )
  const enough = (await head.events.find({ id: held.id })).people.filter((one) => one.isEnough)
  await head.events.certify(
    click({ ...held, participantIds: enough.map(({ id }) => id), date: days[1] ?? end }),
  )

  const support = eventOf(
    'psychological',
    { topic: 'Работа с тежко болни хора', leader: 'Ирина Петрова Психова' },
    [addWorkingDays(end, -5)],
  )
  await hold(await plan(support, trained), () => 'present')

  const supervision = eventOf('supervision', { topic: 'Граници в работата с близките на лицето' }, [
    addDays(end, 10),
  ])
  await plan(supervision, people)

  if (exempt.length > 0)
    await clerk.events.exempt(
      click({
        kind: 'training',
        topic: 'Обучение на домашни помощници',
        programme: 'Проект „Подкрепа у дома“',
        paperNumber: '118',
        paperDate: '2022-03-01',
        reason: '',
        personIds: exempt,
      }),
    )
}
