import type { CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { kinships } from '#domain/applications/schema.ts'
import { educations, labourStatuses, otherContracts, positions } from '#domain/candidates/schema.ts'
import { parseVillages } from '#domain/candidates/villages.ts'
import { activityById } from '#domain/regimes/activities.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import { parseWeekdays } from '#domain/text/parse-time.ts'
import { ParsedField } from '#renderer/components/fields/parsed-field.tsx'
import type { FieldProps } from '#renderer/components/fields/use-field.ts'
import { fieldsFor } from '#renderer/components/record/fields-for.ts'
import { weekdaysText } from '#renderer/features/plans/weekday-words.ts'
import { ActsBox } from './acts-box.tsx'

const listed = (names: readonly string[]) => names.join(', ')
const actsText = (acts: readonly string[]) => listed(acts.map((id) => activityById(id)?.name ?? id))

function WeekdaysBox(props: FieldProps) {
  return <ParsedField<number[]> {...props} parse={parseWeekdays} show={weekdaysText} />
}

function VillagesBox(props: FieldProps) {
  return <ParsedField<string[]> {...props} parse={parseVillages} show={listed} />
}

/** What the candidacy itself says, in the order of the paper; the person has a table of their own. */
export const candidateFields = fieldsFor<CandidateIntakeInput>().table('candidates', {
  entry: [
    { name: 'entryNumber', kind: 'text', max: 60, hint: true },
    { name: 'entryDate', kind: 'date', hint: true, beside: true },
    { name: 'regime', kind: 'choice', options: regimeIds },
    {
      name: 'campaign',
      kind: 'text',
      max: 120,
      hint: true,
      optional: true,
      beside: true,
      passBy: true,
    },
  ],
  situation: [
    { name: 'position', kind: 'choice', options: positions, as: 'radio' },
    { name: 'labourStatus', kind: 'choice', options: labourStatuses },
    { name: 'education', kind: 'choice', options: educations, beside: true },
    {
      name: 'experienceMonths',
      kind: 'number',
      min: 0,
      max: 720,
      decimals: 0,
      optional: true,
      beside: true,
    },
    { name: 'otherContract', kind: 'choice', options: otherContracts, as: 'radio' },
  ],
  offer: [
    { name: 'weekdays', kind: 'own', box: WeekdaysBox, show: weekdaysText, hint: true },
    { name: 'dailyMinutes', kind: 'hours', hint: true, beside: true },
    { name: 'villages', kind: 'own', box: VillagesBox, show: listed, hint: true },
    { name: 'hasCar', kind: 'yesNo', withoutUnknown: true },
    { name: 'climbsStairs', kind: 'yesNo', withoutUnknown: true, beside: true },
  ],
  named: [
    { name: 'namedPerson', kind: 'text', max: 200, hint: true, optional: true },
    {
      name: 'kinship',
      kind: 'choice',
      options: kinships,
      beside: true,
      when: ({ namedPerson }) => namedPerson.trim() !== '',
    },
  ],
  refused: [{ name: 'refusedActs', kind: 'own', box: ActsBox, show: actsText, optional: true }],
  note: [{ name: 'note', kind: 'area', max: 2000, rows: 2, optional: true }],
})
