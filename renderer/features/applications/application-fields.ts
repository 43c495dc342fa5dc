import type { IntakeInput } from '#domain/applications/intake.ts'
import {
  eligibilityGroups,
  filedByKinds,
  kinships,
  livesWithKinds,
} from '#domain/applications/schema.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'

/** What the application itself says, in the order of the paper; the person has a table of their own. */
export const applicationFields = fieldsFor<IntakeInput>().table('applications', {
  number: [{ name: 'entryNumber', kind: 'text', max: 60, hint: true }],
  date: [{ name: 'entryDate', kind: 'date', hint: true }],
  filing: [{ name: 'filedBy', kind: 'choice', options: filedByKinds }],
  ground: [{ name: 'eligibilityGroup', kind: 'choice', options: eligibilityGroups, as: 'stacked' }],
  situation: [
    { name: 'livesWith', kind: 'choice', options: livesWithKinds },
    {
      name: 'householdSize',
      kind: 'number',
      min: 1,
      max: 30,
      decimals: 0,
      optional: true,
      beside: true,
    },
    { name: 'usesOtherService', kind: 'yesNo' },
  ],
  request: [
    { name: 'regime', kind: 'choice', options: regimeIds, label: 'applications:field.service' },
    { name: 'preferredAssistant', kind: 'text', max: 200, optional: true },
    {
      name: 'kinship',
      kind: 'choice',
      options: kinships,
      beside: true,
      when: ({ preferredAssistant }) => preferredAssistant.trim() !== '',
    },
  ],
  contact: [
    { name: 'emergencyContactName', kind: 'text', max: 120, optional: true },
    { name: 'emergencyContactPhone', kind: 'phone', optional: true, beside: true },
  ],
  needs: [
    {
      name: 'needsDescription',
      kind: 'area',
      max: 4000,
      hint: true,
      optional: true,
      may: 'people.readHealth',
    },
  ],
  more: [
    { name: 'substituteAssistant', kind: 'text', max: 200, optional: true },
    { name: 'preferredHours', kind: 'text', max: 200, hint: true, optional: true, beside: true },
    { name: 'relativesNearby', kind: 'yesNo', optional: true },
    { name: 'generalPractitioner', kind: 'text', max: 200, hint: true, optional: true },
  ],
  preliminary: [
    { name: 'preliminaryAssessmentNumber', kind: 'text', max: 60, optional: true },
    { name: 'preliminaryAssessmentDate', kind: 'date', optional: true, beside: true },
  ],
  note: [{ name: 'note', kind: 'area', max: 4000, rows: 2, optional: true }],
})

export type ApplicationFieldName = (typeof applicationFields.rows)[number]['name']
