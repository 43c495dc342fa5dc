import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import type { IntakeInput } from '#domain/applications/intake.ts'
import { otherServiceKinds } from '#domain/applications/schema.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Section } from '#renderer/components/form/section.tsx'
import { FieldRows } from '#renderer/components/record/field-rows.tsx'
import { applicationFields } from './application-fields.ts'
import { emptyService } from './intake-values.ts'

/** With whom the person lives and what help they already have. */
export function SituationSection() {
  const { t } = useTranslation()
  const { setValue, getValues } = useFormContext<IntakeInput>()
  const uses = useWatch<IntakeInput, 'usesOtherService'>({ name: 'usesOtherService' })
  useEffect(() => {
    const rows = getValues('otherServices')
    if (uses === 'yes' && rows.length === 0) setValue('otherServices', [emptyService])
    if (uses !== 'yes' && rows.length > 0) setValue('otherServices', [])
  }, [uses, getValues, setValue])
  return (
    <Section title={t('applications:section.situation')}>
      <FieldRows of={applicationFields.sections.situation} />
      {uses === 'yes' ? (
        <AddAnother
          name="otherServices"
          legend={t('applications:section.services')}
          addLabel={t('applications:otherService.add')}
          empty={emptyService}
          max={20}
          row={(path) => (
            <>
              <SelectField
                name={`${path}.kind`}
                label={t('applications:otherService.kind')}
                choices={otherServiceKinds.map((value) => ({
                  value,
                  label: t(`applications:otherServiceKind.${value}`),
                }))}
              />
              <TextField
                name={`${path}.provider`}
                label={t('applications:otherService.provider')}
                max={200}
                optional="quiet"
              />
              <TextField
                name={`${path}.reference`}
                label={t('applications:otherService.reference')}
                max={200}
                optional="quiet"
                passBy
              />
              <DateField
                name={`${path}.until`}
                label={t('applications:otherService.until')}
                optional="quiet"
                passBy
              />
            </>
          )}
        />
      ) : null}
    </Section>
  )
}
