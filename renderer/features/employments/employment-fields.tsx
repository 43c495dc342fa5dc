import { useWatch } from 'react-hook-form'
import {
  civilGrounds,
  labourGrounds,
  payUnits,
  type EmploymentKind,
} from '#domain/employments/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { employmentFields } from './employment-table.ts'
import type { Choices } from './found.ts'

/** Fields of a contract; what a civil contract does not know is not asked. */
export function EmploymentFields({ choices }: { choices: Choices }) {
  const { t } = useTranslation()
  const kind = useWatch({ name: 'kind' }) as EmploymentKind | null
  const rows = employmentFields.sections
  const isCivil = kind === 'civil'
  const named = (list: Choices['positions']) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Section title={t('employments:section.work')}>
        <FieldRows
          of={rows.kind}
          asides={{ legalGround: { only: isCivil ? civilGrounds : labourGrounds } }}
        />
        <SelectField
          name="positionId"
          label={t('employments:field.positionId')}
          choices={named(choices.positions)}
        />
        <FieldRows of={rows.work} />
        <SelectField
          name="projectId"
          label={t('employments:field.projectId')}
          choices={named(choices.projects)}
          optional
          passBy
        />
      </Section>
      <Section title={t('employments:section.term')}>
        <FieldRows of={rows.term} />
      </Section>
      {isCivil ? null : (
        <Section title={t('employments:section.time')}>
          <FieldRows of={rows.time} />
        </Section>
      )}
      <Section title={t('employments:section.pay')}>
        <FieldRows
          of={rows.pay}
          asides={{ payUnit: { only: payUnits.filter((unit) => isCivil || unit !== 'whole') } }}
        />
      </Section>
      <Section title={t('employments:section.signing')}>
        <FieldRows of={rows.signing} />
      </Section>
    </>
  )
}
