import { noPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import type { ApiClient } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { emptyPerson } from '#renderer/features/applications/intake-values.ts'

export type Setup = Awaited<ReturnType<ApiClient['candidates']['setup']>>
export type Candidate = NonNullable<Awaited<ReturnType<ApiClient['candidates']['candidate']>>>

type Address = CandidateIntakeInput['person']['currentAddress']

/** What stays from one candidate to the next: never what is told or declared. */
export interface Kept {
  campaign: string
  regime: CandidateIntakeInput['regime']
  position: CandidateIntakeInput['position']
  place: Pick<Address, 'settlementKind' | 'settlement' | 'municipality' | 'region'>
  /** Only for „Запиши и следващо“: a new page begins with today. */
  entryDate: string | null
  /** For F4. */
  previous: Partial<CandidateIntakeInput>
}

/** An empty page. What is declared or decides something is chosen by a person. */
export function newCandidate(setup: Setup, kept?: Kept): CandidateIntakeInput {
  const person = emptyPerson(setup)
  if (kept && kept.place.settlement !== '')
    person.currentAddress = { ...person.currentAddress, ...kept.place }
  const documents = noPapers()
  // The application itself is the paper in the hand.
  documents.applicationForm.present = true
  return {
    entryNumber: '',
    entryDate: kept?.entryDate ?? today(),
    campaign: kept?.campaign ?? '',
    regime: kept?.regime ?? 'assistantSupport',
    known: null,
    person,
    position: kept?.position ?? null,
    namedPerson: '',
    kinship: null,
    labourStatus: null,
    education: null,
    experienceMonths: null,
    trainings: [],
    otherContract: null,
    weekdays: null,
    dailyMinutes: null,
    villages: null,
    hasCar: null,
    climbsStairs: null,
    refusedActs: [],
    declarations: {
      capable: false,
      noConviction: false,
      noViolenceMeasures: false,
      privacyNotice: false,
    },
    documents,
    note: '',
  }
}

/** A training before anything of it is typed. */
export const emptyTraining = { name: '', date: null, certificateNumber: '' }

/** What the next page keeps of the saved one. */
export function keptOf(saved: CandidateIntakeInput): Kept {
  const { settlementKind, settlement, municipality, region } = saved.person.currentAddress
  const { campaign, regime, position, entryDate, weekdays, dailyMinutes, villages } = saved
  return {
    ...{ campaign, regime, position, entryDate },
    place: { settlementKind, settlement, municipality, region },
    previous: { campaign, weekdays, dailyMinutes, villages },
  }
}
