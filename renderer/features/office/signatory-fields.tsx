import { useFormContext, useWatch } from 'react-hook-form'
import { officeSchema } from '#domain/office/schema.ts'
import { usualMayorTitle } from '#domain/text/defaults.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'

/** Whose names stand under the papers. */
export const signatoriesPart = officeSchema.pick({
  mayorName: true,
  mayorTitle: true,
  authorisedPerson: true,
  chiefAccountantName: true,
  headOfServiceName: true,
})

export const signatoriesDefaults = {
  mayorName: '',
  mayorTitle: usualMayorTitle,
  authorisedPerson: null,
  chiefAccountantName: '',
  headOfServiceName: '',
}

const nobody = { name: '', position: '', orderNumber: '', orderDate: null }

export function SignatoryFields() {
  const { t } = useTranslation()
  const { setValue } = useFormContext()
  const authorised: unknown = useWatch({ name: 'authorisedPerson' })
  const setAuthorised = (value: typeof nobody | null) => {
    setValue('authorisedPerson', value, { shouldDirty: true })
  }
  return (
    <>
      <TextField
        name="mayorName"
        label={t('office:mayorName')}
        hint={t('office:mayorNameHint')}
        max={120}
      />
      <TextField
        name="mayorTitle"
        label={t('office:mayorTitle')}
        hint={t('office:mayorTitleHint')}
        max={120}
      />
      <TextField name="headOfServiceName" label={t('office:headOfServiceName')} max={120} />
      <TextField
        name="chiefAccountantName"
        label={t('office:chiefAccountantName')}
        hint={t('office:chiefAccountantHint')}
        max={120}
        optional
      />
      {authorised ? (
        <Section title={t('office:authorised')}>
          <Row>
            <TextField name="authorisedPerson.name" label={t('office:authorisedName')} max={120} />
            <TextField
              name="authorisedPerson.position"
              label={t('office:authorisedPosition')}
              max={120}
            />
          </Row>
          <Row>
            <TextField
              name="authorisedPerson.orderNumber"
              label={t('office:orderNumber')}
              max={60}
            />
            <DateField name="authorisedPerson.orderDate" label={t('office:orderDate')} />
          </Row>
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              setAuthorised(null)
            }}
          >
            {t('office:removeAuthorised')}
          </button>
        </Section>
      ) : (
        <p>
          <button
            type="button"
            className="o-link-button"
            onClick={() => {
              setAuthorised(nobody)
            }}
          >
            {t('office:addAuthorised')}
          </button>
        </p>
      )}
    </>
  )
}
