import type {
  PaperReference,
  PersonFacts,
  ProviderFacts,
  RepresentativeFacts,
  SigningFacts,
} from '#domain/papers/parties.ts'

/** One row of the week as it is printed. Weekdays 1 = Monday … 7 = Sunday; times in minutes of the day. */
export interface WeeklyRowFacts {
  /** Name of the activity in Bulgarian, as kept in the plan. */
  activity: string
  /** Which of the five legal groups (ЗСУ чл. 93, ал. 1), in Bulgarian. */
  activityGroup: string
  weekdays: number[]
  fromMinute: number
  toMinute: number
  assistant: string | null
}

export interface GoalFacts {
  kind: 'longTerm' | 'shortTerm'
  /** Area of the assessment it answers, in Bulgarian; null = a goal of the person's own. */
  area: string | null
  goal: string
  activities: string[]
  expectedResult: string
  responsible: string
  startDate: string
  endDate: string
}

/** Everything the paper „Индивидуален план за подкрепа“ prints (law notes 3.2). */
export interface SupportPlanFacts extends PaperReference {
  draft: boolean
  place: string
  provider: ProviderFacts
  person: PersonFacts
  representative: RepresentativeFacts | null
  signing: SigningFacts
  service: string
  validFrom: string
  validTo: string
  assessment: { number: string; date: string }
  /** Version of the plan, from 1; a later one replaces the former. */
  planVersion: number
  grantedMinutesPerMonth: number
  /** Minutes in the leanest and the fullest whole calendar month of the period. */
  plannedMinutesPerMonth: { min: number; max: number }
  plannedMinutesPerWeek: number
  goals: GoalFacts[]
  /** Weak areas of the assessment left without a goal, each with its reason. */
  areasWithoutGoal: { area: string; reason: string }[]
  week: WeeklyRowFacts[]
  /** Why the plan is below the hours granted; null when there is nothing to explain. */
  differenceReason: string | null
  involvement: string | null
  risks: string[]
  emergencyContact: { name: string; phone: string } | null
  generalPractitioner: string | null
  nextReviewDate: string
  /** The team that made the assessment makes the plan (ЗСУ чл. 80, ал. 2). */
  team: { name: string; position: string }[]
  caseManager: { name: string; position: string }
  preparedBy: { name: string; position: string }
  approvedBy: { name: string; position: string } | null
}
