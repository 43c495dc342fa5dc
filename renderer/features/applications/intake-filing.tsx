import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { representativeKindFor, type IntakeInput } from '#domain/applications/intake.ts'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { PhoneField } from '#renderer/components/fields/figure-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { NameFields } from '#renderer/features/people/name-field.tsx'
import { applicationFields } from './application-fields.ts'
import type { Applicant } from './intake-values.ts'

/** Who brings the application; a representative's data appear below the answer. */
export function FilingSection(props: { applicant: Applicant | undefined }) {
  const { t } = useTranslation()
  const { setValue } = useFormContext<IntakeInput>()
  const [filedBy, representativeId] = useWatch<IntakeInput, ['filedBy', 'representativeId']>({
    name: ['filedBy', 'representativeId'],
  })
  const kind = representativeKindFor(filedBy)
  const fitting = (props.applicant?.representatives ?? []).filter((one) => one.kind === kind)
  const wanted = kind === undefined ? null : (fitting[0]?.id ?? null)
  useEffect(() => {
    // The one in the dossier is meant, until somebody says it is another.
    setValue('representativeId', wanted)
  }, [wanted, setValue])
  const label = (name: NameIn<'applications:representative'>) =>
    t(`applications:representative.${name}`)
  return (
    <Section title={t('applications:section.filing')}>
      <FieldRows of={applicationFields.sections.filing} />
      {fitting.length > 0 ? (
        <SelectField
          name="representativeId"
          label={t('applications:field.representativeId')}
          emptyLabel={label('another')}
          passBy
          choices={fitting.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      {kind !== undefined && representativeId === null ? (
        <>
          <NameFields path="representative." label={label} />
          <Row>
            <TextField name="representative.idNumber" label={label('idNumber')} max={20} optional />
            <PhoneField name="representative.phone" label={label('phone')} optional />
          </Row>
          <Row>
            <TextField
              name="representative.documentNumber"
              label={label(`document.${kind}`)}
              max={60}
              optional
            />
            <DateField name="representative.documentDate" label={label('documentDate')} optional />
            <TextField
              name="representative.documentIssuer"
              label={label('documentIssuer')}
              max={120}
              optional
              passBy
            />
          </Row>
        </>
      ) : null}
    </Section>
  )
}
