import type { PaperReference, PersonFacts, ProviderFacts } from '../papers/parties.ts'
import type { LegalGround, PayUnit } from './schema.ts'

/** Everything that the papers of an employment print; null is a dotted line. */
export interface EmploymentFacts extends PaperReference {
  draft: boolean
  place: string
  provider: ProviderFacts
  employee: PersonFacts & { education: string | null }
  legalGround: LegalGround
  position: { name: string; code: string | null }
  /** Works in the homes of people. */
  givesHelp: boolean
  programme: string | null
  task: string | null
  placeOfWork: string
  term: { startDate: string; endDate: string | null; probationMonths: number | null }
  time: { minutesPerDay: number | null; averagingMonths: number | null; schedule: string | null }
  pay: { cents: number; unit: PayUnit }
  leaveDays: number | null
  noticeDays: number | null
  copies: number
}

/** A paper about a contract that is there already: an annex, an order. */
export interface AboutContract extends PaperReference {
  draft: boolean
  place: string
  provider: ProviderFacts
  employee: PersonFacts
  isCivil: boolean
  contract: { number: string; date: string }
  position: string
}

/** Допълнително споразумение: what is agreed anew, null stays. */
export interface AnnexFacts extends AboutContract {
  fromDate: string
  minutesPerDay: number | null
  pay: { cents: number; unit: PayUnit } | null
  programme: string | null
  placeOfWork: string | null
  endDate: string | null
  copies: number
}

/** Заповед за прекратяване. */
export interface EndFacts extends AboutContract {
  onDate: string
  /** „чл. 325, ал. 1, т. 1 от КТ“ */
  article: string
  ground: string
  reason: string
}

/** Лист за уведомление до НАП: the eighteen points of the electronic record that the office knows. */
export interface NoticeFacts extends AboutContract {
  event: 'begin' | 'change' | 'end'
  on: string
  due: string
  legalGround: LegalGround
  startDate: string
  endDate: string | null
  code: string | null
  minutesPerDay: number | null
  pay: { cents: number; unit: PayUnit }
  leaveDays: number | null
  article: string | null
}
