import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '#domain/papers/parties.ts'
import type { TermKind } from '#domain/regimes/catalogue.ts'

/** One scored item as printed: the text of the chosen option and its points. */
export interface AssessedItemFacts {
  text: string
  /** Text of the chosen option; null = not answered (only on a draft). */
  answer: string | null
  points: number | null
  maxPoints: number
  previousPoints: number | null
  reason: string | null
}

export interface AssessedAreaFacts {
  /** „А“, „Б“ … */
  letter: string
  name: string
  points: number
  maxPoints: number
  items: AssessedItemFacts[]
}

/** Everything the paper „Индивидуална оценка на потребностите“ prints (law notes 3.1). */
export interface AssessmentFacts extends PaperReference {
  draft: boolean
  place: string
  provider: ProviderFacts
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
  service: string
  /** Application the assessment answers. */
  application: { number: string; date: string }
  kind: 'initial' | 'update'
  updateReason: string | null
  visit: { date: string | null; place: string | null; attempt: number }
  outcome: 'done' | 'refused' | 'notFound'
  /** Who saw that the person refused or was not found. */
  witness: string | null
  /** Documents the assessment rests on, each as one printed line. */
  sources: string[]
  opinions: { from: string; date: string | null; summary: string }[]
  /** Free texts in the order they are printed: heading and body. */
  narrative: { heading: string; text: string }[]
  otherSupport: string[]
  risks: { risk: string; level: 'low' | 'medium' | 'high'; measure: string }[]
  /** Answered that there are none; an empty list alone answers nothing. */
  noRisks: boolean
  methodology: {
    name: string
    version: number
    validFrom: string
    /** „заповед № РД-15/20.06.2020 г.“; null = printed as a line for the hand. */
    approvedBy: string | null
  }
  areas: AssessedAreaFacts[]
  total: number
  maxTotal: number
  /** „II“; null below the first band. */
  degree: string | null
  /** Hours that the methodology gives. */
  computedMinutesPerMonth: number
  /** Hours that the approver gave; null before approval. */
  grantedMinutesPerMonth: number | null
  grantedReason: string | null
  /** The computed why, one printed line per step. */
  why: string[]
  conclusions: string
  recommendedActivities: string
  /** null only on a draft. */
  recommendedMinutesPerDay: number | null
  recommendedTerm: TermKind | null
  personView: string
  team: { name: string; position: string }[]
  preparedBy: { name: string; position: string }
  approvedBy: { name: string; position: string; date: string } | null
}
