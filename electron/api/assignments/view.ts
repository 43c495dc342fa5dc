import type { Kinship, Offer } from '#domain/assignments/choice.ts'
import type {
  AssignmentRole,
  AssignmentState,
  ChoiceInput,
  Present,
} from '#domain/assignments/schema.ts'
import type { ApplicationState } from '#domain/applications/schema.ts'
import type { PaperStatus } from '#domain/papers/schema.ts'
import type { Sex } from '#domain/people/ids.ts'

/** Somebody by name; `id` opens the dossier. */
export interface NamedPerson {
  id: string
  name: string
  sex: Sex
  deathDate: string | null
}

/** An assistant by the contract under which help is given. */
export interface NamedAssistant {
  employmentId: string
  personId: string
  name: string
  sex: Sex
  position: string
  /** Number of the contract. */
  number: string | null
  startDate: string
  lastDay: string | null
}

export interface PaperLine {
  id: string
  version: number
  status: PaperStatus
  number: string
  pages: number
}

/** One assignment, from either side. */
export interface AssignmentLine {
  id: string
  version: number
  applicationId: string
  person: NamedPerson
  assistant: NamedAssistant
  role: AssignmentRole
  state: AssignmentState
  fromDate: string
  /** As it was typed or ended; null = open. */
  toDate: string | null
  /** The last day in fact: of the assignment, of the contract, or the day of death; null = none. */
  lastHelpDay: string | null
  minutesPerMonth: number
  overNormReason: string
  endReason: string
  voidReason: string
  choiceId: string | null
  replacesId: string | null
  /** „Съобщение за смяна“ by which it ended, where it was changed. */
  paper: PaperLine | null
  /** Ended, or its contract is, and these keys are still held. */
  keysNotReturned: number
}

export interface ChoiceLine {
  id: string
  version: number
  decidedOn: string
  present: Present[]
  wishText: string
  wishedSex: Sex | null
  wished: NamedAssistant | null
  chosen: NamedAssistant
  substitute: NamedAssistant | null
  wishHonoured: boolean
  notHonouredReason: string
  statement: string
  /** Null: not issued; it may still be corrected or taken out. */
  number: string | null
  paper: PaperLine | null
  /** For the form of one that is not issued. */
  input: ChoiceInput
}

export interface KeyLine {
  id: string
  version: number
  person: NamedPerson
  assistant: NamedAssistant
  what: string
  givenOn: string
  returnedOn: string | null
  note: string
  /** Still held by who helps no more: to be asked for. */
  overdue: boolean
}

/** The minutes of a month that a person has, and how many are given out to titulars on the day. */
export interface CaseMinutes {
  granted: number | null
  given: number
  /** Null: nothing is granted yet. */
  free: number | null
}

/** `assignments.ofCase({ applicationId })`: who helps by one application. */
export interface CaseAssignments {
  application: {
    id: string
    number: string
    date: string
    state: ApplicationState
    preferredAssistant: string
    substituteAssistant: string
    kinship: Kinship | null
  }
  person: NamedPerson
  minutes: CaseMinutes
  assignments: AssignmentLine[]
  choices: ChoiceLine[]
  keys: KeyLine[]
  /** Who may be given a key or chosen: contracts in force that give help. */
  team: NamedAssistant[]
  /** May write; the steps are then offered. */
  writes: boolean
}

/** `assignments.ofPerson({ personId })`: both sides of a dossier; null caseId: no application. */
export interface PersonAssignments {
  person: NamedPerson
  /** The application where the case stands; null: there is none. */
  caseId: string | null
  /** Helped, by whom. */
  helped: AssignmentLine[]
  /** Helps, whom. */
  helps: AssignmentLine[]
  /** Keys of this home. */
  keysOfHome: KeyLine[]
  /** Keys of other homes that this person holds or held. */
  keysHeld: KeyLine[]
  writes: boolean
}

/** An offer with what the row of the page shows of the assistant. */
export interface OfferLine extends Offer {
  assistant: NamedAssistant
  settlement: string
  normMinutes: number | null
  plannedMinutes: number
  /** May be chosen: no reason blocks. */
  possible: boolean
}

/** `assignments.choice({ applicationId, day, minutesPerMonth, sex })`: the pool beside the person. */
export interface ChoiceView {
  application: CaseAssignments['application']
  person: NamedPerson
  day: string
  minutes: CaseMinutes
  /** What was asked for: the minutes of the question, or all that is free. */
  minutesPerMonth: number
  needs: {
    settlement: string
    floor: string | null
    weekdays: number[]
    /** Ids of acts. */
    acts: string[]
    sex: Sex | null
    /** As it was told on the application; empty: help to choose is asked for. */
    wishText: string
    substituteText: string
    kinship: Kinship | null
    /** Contracts of the team whose holders bear the name that was told. */
    wished: string[]
    wishedSubstitutes: string[]
  }
  offers: OfferLine[]
  /** The decision that is being written; null: begin with `proposed`. */
  draft: ChoiceLine | null
  proposed: ChoiceInput
}

/** One who is left without anybody when a contract ends, with who may come. */
export interface LeftLine {
  assignment: AssignmentLine
  /** The first day without help. */
  fromDay: string
  minutesPerMonth: number
  /** At most five that may be chosen, in the order of `choice`. */
  proposals: OfferLine[]
}

/** `assignments.leftWithout({ employmentId })`: whom a contract that ends leaves. */
export interface LeftWithout {
  assistant: NamedAssistant
  /** Last day of the contract; null: it has no end. */
  lastDay: string | null
  people: LeftLine[]
  keys: KeyLine[]
  writes: boolean
}

/** `assignments.ofEmployment({ employmentId })`: the other side, for the page of an employment. */
export interface EmploymentAssignments {
  assistant: NamedAssistant
  /** Of the month of today: hours of the contract, and what titulars' work takes of them. */
  normMinutes: number | null
  plannedMinutes: number
  assignments: AssignmentLine[]
  keys: KeyLine[]
  writes: boolean
}
