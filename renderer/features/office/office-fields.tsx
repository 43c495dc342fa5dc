import { officeSchema } from '#domain/office/schema.ts'
import { regions } from '#domain/text/regions.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { RadioField } from '#renderer/components/fields/choice-fields.tsx'
import { ComboField } from '#renderer/components/fields/combo-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row } from '#renderer/components/form/section.tsx'

/** What stands in the head of papers. */
export const officePart = officeSchema.pick({
  name: true,
  municipality: true,
  region: true,
  district: true,
  eik: true,
  settlementKind: true,
  settlement: true,
  address: true,
  phone: true,
  email: true,
})

export const officePartDefaults = {
  name: '',
  municipality: '',
  district: '',
  eik: '',
  settlementKind: 'town' as const,
  settlement: '',
  address: '',
  phone: '',
  email: '',
}

export function OfficeFields() {
  const { t } = useTranslation()
  return (
    <>
      <TextField name="name" label={t('office:name')} hint={t('office:nameHint')} max={160} />
      <Row>
        <TextField
          name="municipality"
          label={t('office:municipality')}
          hint={t('office:municipalityHint')}
          max={60}
        />
        <ComboField
          name="region"
          label={t('office:region')}
          hint={t('office:regionHint')}
          choices={regions.map((region) => ({ value: region, label: region }))}
        />
      </Row>
      <Row>
        <TextField
          name="eik"
          label={t('office:eik')}
          hint={t('office:eikHint')}
          inputMode="numeric"
          max={20}
        />
        <TextField
          name="district"
          label={t('office:district')}
          hint={t('office:districtHint')}
          max={60}
          optional
          passBy
        />
      </Row>
      <RadioField
        name="settlementKind"
        label={t('office:settlementKind')}
        choices={[
          { value: 'town', label: t('common:address.town') },
          { value: 'village', label: t('common:address.village') },
        ]}
      />
      <Row>
        <TextField
          name="settlement"
          label={t('office:settlement')}
          hint={t('office:settlementHint')}
          max={60}
        />
        <TextField
          name="address"
          label={t('office:address')}
          hint={t('office:addressHint')}
          max={200}
        />
      </Row>
      <Row>
        <TextField name="phone" label={t('office:phone')} inputMode="tel" optional />
        <TextField name="email" label={t('office:email')} inputMode="email" optional />
      </Row>
    </>
  )
}
