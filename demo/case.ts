import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { AssessmentAnswer } from '#domain/assessments/schema.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { SigningMode } from '#domain/papers/parties.ts'
import type { Desk, Worker } from './desk.ts'
import type { Fate, Wish } from './fates.ts'
import type { InventedPerson } from './people.ts'
import type { Random } from './random.ts'

/** A record with the version that its last answer gave: the next save stands on it. */
export interface Opened {
  id: string
  version: number
}

/** One person's way through the office, with what the records answered so far. */
export interface Case {
  index: number
  fate: Fate
  wish: Wish
  person: InventedPerson
  entry: CivilDate
  /** The day on which the case stands. */
  day: CivilDate
  random: Random
  worker: Worker
  assistant: string
  desk: Desk
  personId: string
  application: Opened
  /** Somebody answers for it: its worker. Until then it is nobody's. */
  led: boolean
  assessment: Opened
  plan: Opened
  contract: Opened
  answers: readonly AssessmentAnswer[]
  computedMinutes: number
  goals: number
  planEnd: CivilDate
  signingMode: SigningMode
  /** Dates of the contract that lies prepared. */
  issue: { startDate: CivilDate; endDate: CivilDate } | null
  contractDate: CivilDate
  deathDate: CivilDate | null
  /** Months of the contract. */
  months: number
}

const nothingYet: Opened = { id: '', version: 0 }

/** What is known of a case before anything was done about it. */
type Known = 'index' | 'fate' | 'wish' | 'person' | 'entry' | 'random' | 'worker' | 'assistant'

/** A case on the day on which somebody comes with it. */
export function newCase(desk: Desk, known: Pick<Case, Known>): Case {
  return {
    ...known,
    day: known.entry,
    desk,
    months: 12,
    personId: '',
    application: nothingYet,
    led: false,
    assessment: nothingYet,
    plan: nothingYet,
    contract: nothingYet,
    answers: [],
    computedMinutes: 0,
    goals: 0,
    planEnd: desk.end,
    signingMode: 'person',
    issue: null,
    contractDate: known.entry,
    deathDate: null,
  }
}

/** Yields the day on which it goes on; ends where its fate ends. */
export type Story = AsyncGenerator<CivilDate, void>

/** The working day `low` to `high` working days after the case's own day. */
export function later(one: Case, low: number, high: number): CivilDate {
  return addWorkingDays(one.day, one.random.whole(low, high))
}

/** A client's answer must be there: a story does not go on without it. */
export function there<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`the story has no ${what}`)
  return value
}
