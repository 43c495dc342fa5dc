import type { Problem } from '#domain/problems/schema.ts'
import type { ContractCase } from './facts.ts'

/** Where a problem is put right: the record that holds the value, or a field of the form itself. */
export type ProblemPlace =
  | { at: 'field'; name: string }
  | { at: 'person' | 'office' | 'application' | 'assessment' | 'plan' | 'contract'; id: string }
export interface PlacedProblem extends Problem {
  place: ProblemPlace
}

const formFields: readonly string[] = [
  'contractDate',
  'startDate',
  'endDate',
  'place',
  'placeOfService',
  'representativeId',
  'signingMode',
  'caseManagerName',
  'feeBasisText',
]

/** Names the place of each problem, so that the page can lead there. */
export function placed(one: ContractCase, problems: readonly Problem[]): PlacedProblem[] {
  return problems.map((problem) => ({ ...problem, place: placeOfProblem(one, problem) }))
}

function placeOfProblem({ input, personId }: ContractCase, problem: Problem): ProblemPlace {
  const field = String(problem.path?.[0] ?? '')
  const inner = String(problem.path?.[1] ?? '')
  if (problem.code === 'contractOverlaps')
    return { at: 'contract', id: String(problem.params?.['contractId'] ?? '') }
  if (problem.code === 'representativeDocumentMissing' || problem.code === 'personDied')
    return { at: 'person', id: personId }
  if (['doubleSupport', 'residentialCareExcludes', 'reasonTooShort'].includes(problem.code))
    return { at: 'application', id: input.applicationId }
  if (formFields.includes(field)) return { at: 'field', name: field }
  if (field === 'provider') return { at: 'office', id: '' }
  if (field === 'applicationId' || inner === 'application')
    return { at: 'application', id: input.applicationId }
  if (field === 'assessmentId' || inner === 'assessment' || inner === 'minutesPerMonth')
    return { at: 'assessment', id: input.assessmentId }
  if (field === 'planId' || inner === 'plan' || field === 'subject' || field === 'volume')
    return { at: 'plan', id: input.planId }
  if (field === 'fee') return { at: 'field', name: 'feeBasisText' }
  if (field === 'caseManager') return { at: 'field', name: 'caseManagerName' }
  if (field === 'signing') return { at: 'field', name: 'signingMode' }
  if (field === 'representative' && problem.code !== 'paperLineEmpty')
    return { at: 'field', name: 'representativeId' }
  return { at: 'person', id: personId }
}
