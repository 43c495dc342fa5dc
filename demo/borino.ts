import { addDays, addMonths, type CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { ProjectInput } from '#domain/projects/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { newCase, there, type Case } from './case.ts'
import type { Desk } from './desk.ts'
import { wishFor, type Fate } from './fates.ts'
import type { InventedPerson, PeopleMaker } from './people.ts'
import type { Random } from './random.ts'
import { adult, employ, firstDayOf, type Post } from './team.ts'

/** An office of so many people, or more, has the project of the other municipality beside its own. */
export const borinoFrom = 300

/** What the notice of Борино tells of its project: contracts on both sides, and who waits. */
const borinoShape = { served: 29, assistants: 28, waiting: 120 } as const

/** Entry numbers of its people begin so: by them its part of the register is found. */
export const borinoSeries = 'НВГ'

const borinoFates: Readonly<Record<'served' | 'waiting', Fate>> = {
  served: {
    name: 'borinoServed',
    share: borinoShape.served,
    until: 'contractSigned',
    turn: { kind: 'stays' },
    served: true,
    series: borinoSeries,
    age: [170, 290],
  },
  waiting: {
    name: 'borinoWaiting',
    share: borinoShape.waiting,
    until: 'hoursApproved',
    turn: { kind: 'stays' },
    queues: true,
    series: borinoSeries,
    age: [60, 290],
  },
}

/** The project is invented; only its size is that of the real one, which `demoProjects` keeps. */
const projectFor = (end: CivilDate): ProjectInput => ({
  name: 'Грижа у дома по примера на Борино',
  municipality: 'Борино',
  role: 'partner',
  beneficiary: 'Агенция за социално подпомагане',
  programme: 'Програма „Пример“',
  startsOn: addMonths(end, -11).slice(0, 7),
  endsOn: addMonths(end, 14),
  note: 'Измислен проект с размера на истинския: 29 договора с потребители, 28 трудови договора с лични асистенти, 120 одобрени лица чакат.',
})

interface BorinoAssistant {
  post: Post
  person: InventedPerson['person']
  random: Random
}

interface Borino {
  cases: readonly Case[]
  assistants: readonly BorinoAssistant[]
}

/** Everybody of the project; the indices of its cases go on from those of the office. */
export function inventBorino(desk: Desk, maker: PeopleMaker, first: number): Borino {
  const { end, workers } = desk
  const random = desk.random.branch('borino')
  const assistants = Array.from({ length: borinoShape.assistants }, (_, i): BorinoAssistant => {
    const own = random.branch(`assistant ${String(i)}`)
    const post: Post = {
      positionId: 'personalAssistant',
      until: 'signed',
      age: 10 - (i % 3),
      minutesPerDay: 240,
      ends: 400,
    }
    const { person } = maker.invent(own, adult, firstDayOf(post, end), end)
    return { post, person, random: own }
  })
  const all = Object.values(borinoFates).flatMap((fate) =>
    Array.from({ length: fate.share }, (_, place) => ({ fate, place })),
  )
  const cases = all.map(({ fate, place }, at): Case => {
    const own = random.branch(`person ${String(at)}`)
    const wish = wishFor(own, at, fate.served === true ? place : null)
    const entry = addWorkingDays(addDays(end, -own.whole(...fate.age)), 0)
    const person = maker.invent(own, wish, entry, end)
    const worker = there(workers[at % workers.length], 'worker')
    const helper = there(assistants[at % assistants.length], 'assistant')
    const assistant = nameOf(helper)
    return newCase(desk, {
      index: first + at,
      ...{ fate, wish, person, entry, random: own, worker, assistant },
    })
  })
  return { cases, assistants }
}

const nameOf = ({ person: { firstName, middleName = null, lastName } }: BorinoAssistant) =>
  formatFullName({ firstName, middleName, lastName })

/**
 * The other side of the project, entered on the last day like the rest of the team: its labour
 * contracts, who helps whom, and that all of them were trained under a project before it.
 */
export async function enterBorino(desk: Desk, { cases, assistants }: Borino): Promise<void> {
  const { head, clerk, click, end } = desk
  const { id: projectId } = await head.projects.save(
    click({ ...projectFor(end), id: null, version: null }),
  )
  const employed: { personId: string; employmentId: string; startDate: CivilDate }[] = []
  for (const { post, person, random } of assistants) {
    const { personId, employmentId } = await employ(desk, { ...post, projectId }, person, random)
    employed.push({ personId, employmentId, startDate: firstDayOf(post, end) })
  }
  for (const [at, one] of cases.filter(({ fate }) => fate.served).entries())
    await assign(desk, one, there(employed[at % employed.length], 'assistant'))
  await clerk.events.exempt(
    click({
      kind: 'training',
      topic: 'Курс за лични асистенти',
      programme: 'Процедура „Нови алтернативи“',
      paperNumber: '42',
      paperDate: addMonths(end, -20),
      reason: '',
      personIds: employed.map(({ personId }) => personId),
    }),
  )
}

/** Fifteen hours a month, or all that is granted where it is less. */
const mostMinutes = 15 * 60

async function assign(
  { head, click }: Desk,
  { application: { id: applicationId }, contractDate, issue }: Case,
  { employmentId, startDate }: { employmentId: string; startDate: CivilDate },
): Promise<void> {
  const { minutes } = await head.assignments.ofCase({ applicationId })
  const begins = there(issue, 'contract').startDate
  const input = {
    employmentId,
    role: 'titular' as const,
    // Help begins when both contracts are there.
    fromDate: [startDate, contractDate, begins].reduce((a, b) => (a > b ? a : b)),
    toDate: null,
    minutesPerMonth: Math.min(mostMinutes, minutes.free ?? 0),
    overNormReason: '',
  }
  await head.assignments.assign(click({ applicationId, choiceId: null, input }))
}
