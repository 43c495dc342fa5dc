import { noPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import type { CandidateDocumentType } from '#domain/candidates/schema.ts'
import { intakePerson } from './application-data.ts'
import { counterFrom } from './counters.ts'
import { click, testToday, type Client } from './office.ts'

const entries = counterFrom(300)

/** Papers that were brought. */
export function broughtBy(...types: CandidateDocumentType[]): CandidateIntakeInput['documents'] {
  const all = noPapers()
  for (const type of types) all[type].present = true
  return all
}

/** A whole candidate with nothing missing; each call another number and another person. */
export function candidateInput(own: Partial<CandidateIntakeInput> = {}): CandidateIntakeInput {
  entries.value += 1
  return {
    entryNumber: `ЛА-${String(entries.value)}`,
    entryDate: testToday,
    campaign: 'Есен 2026',
    regime: 'assistantSupport',
    known: null,
    person: intakePerson(),
    position: 'socialAssistant',
    namedPerson: '',
    kinship: null,
    labourStatus: 'unemployed',
    education: 'secondary',
    experienceMonths: 18,
    trainings: [],
    otherContract: 'none',
    weekdays: [1, 2, 3, 4, 5],
    dailyMinutes: 240,
    villages: ['Примерно', 'Старобуково'],
    hasCar: 'no',
    climbsStairs: 'yes',
    refusedActs: ['heating'],
    declarations: {
      capable: true,
      noConviction: true,
      noViolenceMeasures: true,
      privacyNotice: true,
    },
    documents: broughtBy('applicationForm', 'idCard', 'cv', 'declarations', 'privacyNotice'),
    note: '',
    ...own,
  }
}

/** Makes candidates of living people who are there, for an office that has none yet. */
export async function makeCandidates(client: Client, personIds: readonly string[]): Promise<void> {
  for (const id of personIds)
    await client.candidates.create(
      click(candidateInput({ known: { id, version: null }, note: 'Идва след работа.' })),
    )
}
