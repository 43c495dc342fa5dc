import type { PersonFacts, ProviderFacts } from '#domain/papers/parties.ts'

/** What the papers of the selection print: the invitation to the interview and the card. */
interface SelectionPaperFacts {
  provider: ProviderFacts
  person: PersonFacts
  /** Вх. № and date of the application. */
  entryNumber: string
  entryDate: string
  /** Empty = taken in at any time. */
  campaign: string
  /** Number and civil date of the paper itself. */
  number: string
  date: string
}

export interface InvitationFacts extends SelectionPaperFacts {
  interview: {
    on: string
    /** Minutes since midnight. */
    minute: number
    place: string
  }
}

export interface CardRowFacts {
  text: string
  answer: string | null
  points: number | null
  max: number
  reason: string
}

export interface CardFacts extends SelectionPaperFacts {
  methodology: { name: string; version: number; validFrom: string }
  rows: CardRowFacts[]
  /** The day of an interview that was held. */
  interviewOn: string | null
  points: number
  max: number
  scoredOn: string | null
  commission: { points: number; comment: string; by: string } | null
  scorer: { name: string; position: string }
  approver: { name: string; position: string }
  place: string
}
