import type { ResolvedPoint, ResolvedText } from '#domain/papers/merge.ts'

/** What every paper carries: head, foot, marks. Texts are ready Bulgarian text. */
export interface Frame {
  /** Title of the PDF, as it shows in a window. */
  title: string
  author: string
  /** „ПРОЕКТ“ across every page. */
  draft: boolean
  /** „ПРИМЕР“ on every page of a demonstration office. */
  demo: boolean
  letterhead: { municipality: string; office: string; contact: string[] }
  /** `left` number and date, `small` text version and the data's fingerprint. */
  foot: { left: string; small: string }
}

export interface SlotData {
  caption: string
  lines: string[]
  name: string
  hint: string
  thumb: boolean
}
export interface SideData {
  heading: string
  slots: SlotData[]
}
export interface FactRow {
  label: string
  value: string | null
  strong?: boolean
}
export interface WeekData {
  rows: { activity: string; assistant: string | null; cells: string[] }[]
  totals: string[] | null
}

export interface ContractData {
  frame: Frame
  text: ResolvedText
  activities: ResolvedPoint[]
  week: WeekData
  sides: SideData[]
  coordinated: SlotData[]
  enclosures: string[]
}

export interface PlanData {
  frame: Frame
  text: ResolvedText
  person: FactRow[]
  hours: FactRow[]
  goals: { kind: string; goal: string; rows: FactRow[] }[]
  'without-goal': { area: string; reason: string }[]
  week: WeekData
  difference: string | null
  contacts: FactRow[]
  team: SlotData[]
  sides: SideData[]
}

export interface AssessmentData {
  frame: Frame
  text: ResolvedText
  person: FactRow[]
  visit: FactRow[]
  sources: string[]
  opinions: { from: string; date: string | null; summary: string }[]
  narrative: { heading: string; text: string }[]
  'has-previous': boolean
  areas: {
    letter: string
    name: string
    total: string
    items: {
      text: string
      answer: string | null
      previous: string | null
      points: string | null
      reason: string | null
    }[]
  }[]
  totals: { name: string; points: string }[]
  total: string
  result: FactRow[]
  why: string[]
  risks: { risk: string; level: string; measure: string }[]
  conclusion: FactRow[]
  team: SlotData[]
  sides: SideData[]
}

/** A page of words, lines and signatures: an order, a sheet for НАП. */
export interface StatementData {
  frame: Frame
  /** To whom, line by line; a letter alone has it. */
  to?: string[]
  text: ResolvedText
  rows: FactRow[]
  points: ResolvedPoint[]
  sides: SideData[]
}

export interface RecoveryData {
  frame: Frame
  date: string
  groups: string[]
}

export interface PileData {
  frame: Frame
  name: string
  date: string
  summary: FactRow[]
  rows: { number: string; person: string; settlement: string; pages: string }[]
}

/** A paper of a candidate for assistant: declarations to be signed, a letter. */
export interface CandidateData {
  frame: Frame
  /** „Изх. №“ with room for the number; empty where the paper has none. */
  register: string
  /** To whom, line by line. */
  to: string[]
  title: string
  subtitle: string
  person: FactRow[]
  lead: string[]
  points: string[]
  closing: string[]
  slots: SlotData[]
}

/** A letter to a candidate, or the card by which one is selected. */
export interface SelectionData {
  frame: Frame
  /** „Изх. № 5/21.11.2026 г.“; empty where the number stands in the title. */
  register: string
  /** To whom, line by line. */
  to: string[]
  title: string
  subtitle: string
  facts: FactRow[]
  lead: string[]
  rows: { text: string; answer: string | null; points: string; reason: string | null }[]
  total: string
  result: FactRow[]
  closing: string[]
  slots: SlotData[]
}

/** Who was there: people by sessions, to be signed or as it was marked. */
export interface PresenceData {
  frame: Frame
  title: string
  rows: FactRow[]
  /** Lies on its side. */
  flipped: boolean
  sessions: { day: string; time: string }[]
  people: { name: string; position: string; marks: string[] }[]
  slots: SlotData[]
}

export interface ListData {
  frame: Frame
  title: string
  said: string[]
  count: string
  /** Lies on its side. */
  flipped: boolean
  /** `share` of the width that is left when those that are never broken have their millimetres. */
  columns: { title: string; share: number; end: boolean; millimetres: number | null }[]
  rows: string[][]
}

export interface LayoutData {
  contract: ContractData
  plan: PlanData
  assessment: AssessmentData
  statement: StatementData
  recovery: RecoveryData
  pile: PileData
  list: ListData
  candidate: CandidateData
  selection: SelectionData
  presence: PresenceData
}
