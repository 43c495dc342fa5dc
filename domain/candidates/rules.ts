import { verdict, type Problem, type Verdict } from '#domain/problems/schema.ts'
import type { Capacity } from '#domain/people/schema.ts'
import type { RegimeId } from '#domain/regimes/catalogue.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import { normalRegistryNumber } from '#domain/text/registry-number.ts'
import { futureDates } from './dates.ts'
import {
  candidateDocumentTypes,
  declarationNames,
  type CandidacyInput,
  type CandidacyState,
  type CandidateDocumentType,
} from './schema.ts'
import { isOpenCandidacy } from './states.ts'

type Asked = Pick<
  CandidacyInput,
  'regime' | 'documents' | 'otherContract' | 'trainings' | 'labourStatus'
>

export interface CandidateCheckRow {
  type: CandidateDocumentType
  needed: boolean
  present: boolean
}

/** What each programme asks of everybody: чл. 26, ал. 1 от ЗЛП; the others as the notices have them. */
const always: Record<RegimeId, readonly CandidateDocumentType[]> = {
  personalAssistance: ['cv', 'medicalDocument'],
  assistantSupport: ['cv'],
  project: ['cv', 'diploma'],
  municipal: ['cv'],
}

/** „Опис на документите“ for the programme and for what this candidate declares. */
export function candidateChecklist(candidacy: Asked): CandidateCheckRow[] {
  const { regime, documents, otherContract, trainings, labourStatus } = candidacy
  const project = regime === 'project'
  const needs: Partial<Record<CandidateDocumentType, boolean>> = {
    applicationForm: true,
    idCard: true,
    declarations: true,
    privacyNotice: true,
    employmentContract: otherContract === 'present',
    trainingCertificate: trainings.length > 0,
    employerNote: project && labourStatus === 'employed',
    pensionOrder: project && labourStatus === 'earlyPensioner',
    ...Object.fromEntries(always[regime].map((type) => [type, true])),
  }
  const present = new Set(documents.map(({ type }) => type))
  return candidateDocumentTypes.map((type) => ({
    type,
    needed: needs[type] ?? false,
    present: present.has(type),
  }))
}

/** What is still missing before the candidate may be admitted, each with its field. */
export function missingOf(candidacy: CandidacyInput): Problem[] {
  const problems: Problem[] = []
  const missing = (code: string, ...path: string[]) => problems.push({ code, path })
  if (candidacy.labourStatus === null) missing('labourStatusMissing', 'labourStatus')
  if (candidacy.education === null) missing('educationMissing', 'education')
  if (candidacy.otherContract === null) missing('otherContractMissing', 'otherContract')
  if (candidacy.weekdays.length === 0) missing('offerDaysMissing', 'weekdays')
  if (candidacy.dailyMinutes === null) missing('offerHoursMissing', 'dailyMinutes')
  if (candidacy.villages.length === 0) missing('offerVillagesMissing', 'villages')
  if (candidacy.hasCar === null) missing('offerCarMissing', 'hasCar')
  if (candidacy.climbsStairs === null) missing('offerStairsMissing', 'climbsStairs')
  for (const name of declarationNames)
    if (!candidacy.declarations[name]) missing('candidateDeclarationMissing', 'declarations', name)
  for (const row of candidateChecklist(candidacy))
    if (row.needed && !row.present)
      problems.push({
        code: 'candidateDocumentMissing',
        path: ['documents', row.type],
        params: { type: row.type },
      })
  return problems
}

/** An assistant is of age and acts alone (чл. 25 от ЗЛП). */
export function unfit({ capacity }: { capacity: Capacity }): Problem[] {
  return capacity === 'capable' ? [] : [{ code: 'candidateNotCapable' }]
}

export interface ExistingCandidacy {
  id: string
  personId: string
  campaign: string
  state: CandidacyState
  entryNumber: string
  entryDate: string
}

/** Campaigns are the same whatever their capitals and spaces. */
export const campaignKey = (campaign: string): string => normaliseForSearch(campaign)

/** One candidacy of a person in a campaign, and one open at a time outside of any. */
export function oneCandidacy(
  candidate: { id: string | null; personId: string; campaign: string },
  existing: readonly ExistingCandidacy[],
): Problem | undefined {
  const key = campaignKey(candidate.campaign)
  const other = existing.find(
    (known) =>
      known.id !== candidate.id &&
      known.personId === candidate.personId &&
      campaignKey(known.campaign) === key &&
      isOpenCandidacy(known.state),
  )
  if (!other) return undefined
  const { id: candidacyId, campaign, entryNumber, entryDate } = other
  return key === ''
    ? {
        code: 'candidacyOpen',
        path: ['person', 'idNumber'],
        params: { candidacyId, entryNumber, entryDate },
      }
    : {
        code: 'candidacyInCampaign',
        path: ['person', 'idNumber'],
        params: { candidacyId, campaign, entryNumber, entryDate },
      }
}

/** Same вх. № in the same year on another candidacy. */
export function candidacyNumberFree(
  candidate: { id: string | null; entryNumber: string; entryDate: string },
  existing: readonly Pick<ExistingCandidacy, 'id' | 'entryNumber' | 'entryDate'>[],
): Problem | undefined {
  const year = candidate.entryDate.slice(0, 4)
  const number = normalRegistryNumber(candidate.entryNumber)
  const taken = existing.some(
    (known) =>
      known.id !== candidate.id &&
      normalRegistryNumber(known.entryNumber) === number &&
      known.entryDate.slice(0, 4) === year,
  )
  return taken
    ? {
        code: 'entryNumberTaken',
        path: ['entryNumber'],
        params: { entryNumber: candidate.entryNumber, year: Number(year) },
      }
    : undefined
}

/** What forbids saving a candidacy at all, finished or not. */
export function candidacyProblems(
  candidate: CandidacyInput & { id: string | null },
  existing: readonly ExistingCandidacy[],
  today: string,
): Verdict {
  return verdict([
    ...futureDates(candidate, today),
    oneCandidacy(candidate, existing),
    candidacyNumberFree(candidate, existing),
  ])
}
