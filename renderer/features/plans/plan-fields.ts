import { planPhrases } from '#domain/plans/phrases-data.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import type { PlanValues } from './plan-values.ts'

/** The plain fields of a plan; goals and the week are drawn by themselves. */
export const planFields = fieldsFor<PlanValues>().table('plans', {
  period: [
    { name: 'validFrom', kind: 'date' },
    { name: 'validTo', kind: 'date' },
  ],
  difference: [
    {
      name: 'differenceReason',
      kind: 'area',
      rows: 2,
      phrases: planPhrases.difference,
      optional: true,
      passBy: true,
    },
  ],
  review: [
    { name: 'nextReviewDate', kind: 'date', hint: true },
    { name: 'caseManager', kind: 'text', max: 200, hint: true, beside: true },
    {
      name: 'involvement',
      kind: 'area',
      rows: 2,
      phrases: planPhrases.involvement,
      optional: true,
    },
    {
      name: 'risks',
      kind: 'area',
      rows: 3,
      phrases: planPhrases.risks,
      hint: true,
      optional: true,
    },
    { name: 'emergencyContactName', kind: 'text', max: 200, optional: true, passBy: true },
    {
      name: 'emergencyContactPhone',
      kind: 'text',
      max: 40,
      inputMode: 'tel',
      optional: true,
      passBy: true,
      beside: true,
    },
    { name: 'generalPractitioner', kind: 'text', max: 200, optional: true, passBy: true },
  ],
})
