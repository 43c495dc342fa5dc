import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { startOffice, type OfficeOptions } from '#electron/office/office.ts'
import { planCandidates } from './candidates.ts'
import { enterAssignments } from './assignments.ts'
import { borinoFrom, enterBorino, inventBorino } from './borino.ts'
import { demoCandidates, egnOfCandidate } from './candidates-data.ts'
import { createRegister } from './application-steps.ts'
import { newCase, type Case, type Story } from './case.ts'
import { demoAccounts, demoPassword, lastWorkOf, OfficeClock, openDesk, type Desk } from './desk.ts'
import { countFates, fates, wishFor, type Fate } from './fates.ts'
import { enterLetters } from './letters.ts'
import { correctNumber, inventLookAlikes, tellApart } from './look-alikes.ts'
import { bySex, femaleNames, maleNames, surnames } from './names.ts'
import { createPeopleMaker } from './people.ts'
import { enterDayOff } from './day-off.ts'
import { enterEvents } from './events.ts'
import { enterProjects } from './projects.ts'
import { createRandom, type Random } from './random.ts'
import { storyOf } from './story.ts'
import { enterTeam } from './team.ts'

export interface DemoOptions extends Pick<OfficeOptions, 'dataDir' | 'workers' | 'version' | 'hashing'> {
  people: number
  seed: string
  /** The office ends on the day before. */
  today: CivilDate
  /** After every day of the office: 0–1. */
  onProgress?: (share: number) => void
} // prettier-ignore

export interface DemoMade {
  accounts: typeof demoAccounts
  password: string
  people: number
  /** How many people met each fate. */
  byFate: Record<string, number>
}

const months = 24
/** Assistants for 120 served people; one helps two or three. */
const assistantShare = 64 / 380

/**
 * An invented office with two years behind it, made by the actions its people would have taken. The
 * same seed, number of people and day give the same people, numbers, dates and texts; identifiers
 * inside the database and keys are new every time. The folder must be empty.
 */
export async function makeDemoOffice(options: DemoOptions): Promise<DemoMade> {
  const { dataDir, workers, version, hashing } = options
  const random = createRandom(options.seed)
  const end = lastWorkOf(options.today)
  const clock = new OfficeClock(addMonths(end, -months))
  const office = await startOffice({
    dataDir,
    workers,
    version,
    clock: () => clock.now,
    ...(hashing ? { hashing } : {}),
  })
  try {
    const assistants = inventAssistants(random.branch('assistants'), options.people)
    // Two years pass between two beats of the real clock: the office stays open.
    const release = office.vault.hold()
    try {
      const desk = await openDesk(office, { clock, end, random, assistants })
      await enterProjects(desk)
      await enterDayOff(desk)
      const maker = createPeopleMaker(demoCandidates.map(egnOfCandidate))
      const cases = inventCases(desk, maker, options)
      const alike = inventLookAlikes(cases)
      const borino =
        options.people >= borinoFrom ? inventBorino(desk, maker, cases.length) : undefined
      await play([...cases, ...(borino?.cases ?? [])], desk, options)
      await correctNumber(desk, cases)
      if (alike) await tellApart(desk, alike)
      await enterTeam(desk, maker, options.people)
      await enterLetters(desk)
      await enterAssignments(desk, new Set(borino?.cases.map(({ personId }) => personId)))
      await enterEvents(desk)
      if (borino) await enterBorino(desk, borino)
      return {
        accounts: demoAccounts,
        password: demoPassword,
        people: cases.length + (borino?.cases.length ?? 0),
        byFate: Object.fromEntries(
          fates.map(({ name }) => [name, cases.filter((one) => one.fate.name === name).length]),
        ),
      }
    } finally {
      release()
    }
  } finally {
    await office.close()
  }
}

function inventAssistants(random: Random, people: number): string[] {
  return Array.from({ length: Math.max(4, Math.round(people * assistantShare)) }, () => {
    const sex = random.chance(88) ? 'female' : 'male'
    return `${random.pick(sex === 'female' ? femaleNames : maleNames)} ${bySex(random.pick(surnames), sex)}`
  })
}

function inventCases(
  desk: Desk,
  maker: ReturnType<typeof createPeopleMaker>,
  { people }: DemoOptions,
): Case[] {
  const { random, end, workers, assistants } = desk
  const counts = countFates(people)
  const drawn = random.branch('fates')
  const all: Fate[] = drawn.shuffled(
    fates.flatMap((fate, place) => Array.from({ length: counts[place] ?? 0 }, () => fate)),
  )
  let served = 0
  let foreigner = false
  return all.map((fate, index): Case => {
    const own = random.branch(`person ${String(index)}`)
    const special = fate.served === true && fate.turn.kind !== 'diedOpen'
    const wish = wishFor(own, index, special ? served++ : null)
    if (!special && !foreigner) wish.oneName = foreigner = true
    const entry = addWorkingDays(addDays(end, -own.whole(...fate.age)), 0)
    const day = entry > end ? addWorkingDays(end, -1) : entry
    const worker = workers[index % workers.length]
    const assistant = assistants[index % assistants.length]
    if (!worker || !assistant) throw new Error('nobody is there to work')
    return newCase(desk, {
      index,
      fate,
      wish,
      person: maker.invent(own, wish, day, end),
      entry: day,
      random: own,
      worker,
      assistant,
    })
  })
}

interface Waiting {
  one: Case
  story: Story
}

/**
 * Day after day: on each the cases whose turn it is, in the order in which they came. They go on side
 * by side, so that one is written while the paper of another is made. The order of the numbers is the
 * same every time all the same: papers are made one after another, and nothing else is waited for.
 */
async function play(
  cases: readonly Case[],
  desk: Desk,
  { onProgress }: DemoOptions,
): Promise<void> {
  const entry = createRegister()
  const candidates = planCandidates(desk)
  const first = desk.clock.day
  const calendar = new Map<CivilDate, Waiting[]>()
  const put = (day: CivilDate, waiting: Waiting) => {
    const due = calendar.get(day)
    if (due) due.push(waiting)
    else calendar.set(day, [waiting])
  }
  for (const one of cases) put(one.day, { one, story: storyOf(one, { entry }) })
  const days = Math.max(1, (Date.parse(desk.end) - Date.parse(first)) / 86_400_000)
  let passed = 0
  for (let day = first; day <= desk.end; day = addDays(day, 1)) {
    desk.clock.turnTo(day, 0, 1)
    await candidates(day)
    // A story may go on on its own day: then the day has another round.
    for (let due = calendar.get(day); due; due = calendar.get(day)) {
      const turns = due.length
      calendar.delete(day)
      const round = due.map((waiting, turn) => {
        desk.clock.turnTo(day, turn, turns)
        return tell(waiting, day)
      })
      const told = await Promise.allSettled(round)
      for (const [turn, one] of told.entries()) {
        if (one.status === 'rejected') throw one.reason
        const waiting = due[turn]
        if (waiting && one.value !== undefined) put(one.value < day ? day : one.value, waiting)
      }
    }
    passed += 1
    onProgress?.(Math.min(1, passed / days))
  }
  for (const waiting of [...calendar.values()].flat()) await waiting.story.return()
}

/** The next day of a story, or undefined when it is told. A fault says where the story stood. */
async function tell({ one, story }: Waiting, day: CivilDate): Promise<CivilDate | undefined> {
  one.day = day
  try {
    const next = await story.next()
    return next.done === true ? undefined : next.value
  } catch (error) {
    throw new StoryStuck(`case ${String(one.index)} (${one.fate.name}) on ${one.day}`, error)
  }
}

/** The rules of the office refused a step of the scenario: a fault of the scenario or of a rule. */
export class StoryStuck extends Error {
  override name = 'StoryStuck'
  constructor(where: string, cause: unknown) {
    const data = (cause as { data?: unknown }).data
    super(`${where}: ${data === undefined ? String(cause) : JSON.stringify(data)}`, { cause })
  }
}
