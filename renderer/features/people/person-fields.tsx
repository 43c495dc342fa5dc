import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { IdNumber } from '#domain/people/former-ids.ts'
import { capacities, maritalStatuses, sexes } from '#domain/people/schema.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { AddressField } from '#renderer/components/fields/address-field.tsx'
import {
  CheckField,
  RadioField,
  SelectField,
  YesNoUnknownField,
} from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { PhoneField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'
import { FillFromEgn, IdNumberFields } from './id-number-field.tsx'
import { IdChangeGround } from './id-change-ground.tsx'
import { NameFields } from './name-field.tsx'
import { emptyAddress, emptyPhone, type PersonFormValues } from './person-values.ts'

/** The fields of a person in the order of the paper form; ЕГН first, because it may be known already. */
export function PersonFields({ stored }: { stored: IdNumber | undefined }) {
  const { t } = useTranslation()
  const label = (name: NameIn<'people:fields'>) => t(`people:fields.${name}`)
  return (
    <>
      <FillFromEgn />
      <Section title={t('people:sections.who')}>
        <IdNumberFields />
        {stored ? <IdChangeGround stored={stored} /> : null}
        <NameFields label={label} />
        <Row>
          <DateField
            name="birthDate"
            label={label('birthDate')}
            hint={t('people:hints.date')}
            birth
          />
          <RadioField
            name="sex"
            label={label('sex')}
            choices={sexes.map((value) => ({ value, label: t(`people:sex.${value}`) }))}
          />
        </Row>
      </Section>
      <Addresses />
      <Section title={t('people:sections.contact')}>
        <AddAnother
          name="phones"
          legend={label('phones')}
          addLabel={t('people:form.addPhone')}
          empty={emptyPhone}
          max={10}
          row={(path) => (
            <>
              <PhoneField name={`${path}.number`} label={label('phone')} optional />
              <TextField
                name={`${path}.note`}
                label={label('phoneNote')}
                optional
                max={60}
                passBy
              />
            </>
          )}
        />
        <Row>
          <TextField
            name="emergencyContactName"
            label={label('emergencyContactName')}
            optional
            max={120}
          />
          <TextField
            name="emergencyContactRelation"
            label={label('emergencyContactRelation')}
            optional
            max={60}
          />
          <PhoneField
            name="emergencyContactPhone"
            label={label('emergencyContactPhone')}
            optional
          />
        </Row>
      </Section>
      <Section title={t('people:sections.idCard')}>
        <Row>
          <TextField name="idCardNumber" label={label('idCardNumber')} optional max={9} />
          <DateField name="idCardIssuedOn" label={label('idCardIssuedOn')} optional />
          <TextField
            name="idCardIssuedBy"
            label={label('idCardIssuedBy')}
            hint={t('people:hints.issuedBy')}
            optional
            max={60}
          />
        </Row>
        <Row>
          <DateField name="idCardValidUntil" label={label('idCardValidUntil')} optional />
          <CheckField name="idCardNoExpiry" label={label('idCardNoExpiry')} passBy />
        </Row>
      </Section>
      <Capacity />
      <Section title={t('people:sections.more')} folded>
        <Row>
          <SelectField
            name="maritalStatus"
            label={label('maritalStatus')}
            optional
            choices={maritalStatuses.map((value) => ({
              value,
              label: t(`people:maritalStatus.${value}`),
            }))}
          />
          <YesNoUnknownField name="livesAlone" label={label('livesAlone')} />
        </Row>
        <Row>
          <TextField name="citizenship" label={label('citizenship')} max={60} />
          <TextField name="gp" label={label('gp')} optional max={120} passBy />
        </Row>
        <Row>
          <TextField
            name="email"
            label={label('email')}
            optional
            max={120}
            inputMode="email"
            passBy
          />
          <TextField name="iban" label={label('iban')} optional max={34} passBy />
        </Row>
        {stored ? <DateField name="deathDate" label={label('deathDate')} optional passBy /> : null}
      </Section>
    </>
  )
}

function Addresses() {
  const { t } = useTranslation()
  const known = useQuery(orpc.people.settlements.queryOptions({ input: {} }))
  const settlements = (known.data ?? []).map(({ settlement }) => ({
    value: settlement,
    label: settlement,
  }))
  const kind = useWatch<PersonFormValues, 'permanentSame'>({ name: 'permanentSame' })
  usePermanentAddress()
  return (
    <Section title={t('people:sections.address')}>
      <AddressField name="currentAddress" settlements={settlements} full />
      <RadioField
        name="permanentSame"
        label={t('people:fields.permanentAddress')}
        choices={[
          { value: 'same', label: t('people:form.sameAddress') },
          { value: 'other', label: t('people:form.otherAddress') },
        ]}
      />
      {kind === 'other' ? (
        <AddressField name="permanentAddress" settlements={settlements} full />
      ) : null}
    </Section>
  )
}

/** „Същият“ holds no second address; a colleague's address taken in the conflict view is „друг“. */
function usePermanentAddress() {
  const { watch, getValues, setValue } = useFormContext<PersonFormValues>()
  useEffect(() => {
    const watching = watch((_values, { name }) => {
      const address = getValues('permanentAddress')
      const kind = getValues('permanentSame')
      if (name === 'permanentSame') {
        if (kind === 'other' && !address) setValue('permanentAddress', emptyAddress)
        if (kind === 'same' && address) setValue('permanentAddress', null)
      } else if (name === 'permanentAddress') {
        const fits = address ? 'other' : 'same'
        if (kind !== fits) setValue('permanentSame', fits)
      }
    })
    return () => {
      watching.unsubscribe()
    }
  }, [watch, getValues, setValue])
}

/** Who acts for the person decides who signs; under запрещение the person's own wish is recorded. */
function Capacity() {
  const { t } = useTranslation()
  const capacity = useWatch<PersonFormValues, 'capacity'>({ name: 'capacity' })
  const interdicted = capacity === 'limitedInterdiction' || capacity === 'fullInterdiction'
  return (
    <Section title={t('people:sections.capacity')}>
      <SelectField
        name="capacity"
        label={t('people:fields.capacity')}
        choices={capacities.map((value) => ({ value, label: t(`people:capacity.${value}`) }))}
      />
      {interdicted ? (
        <TextAreaField
          name="ownWishText"
          label={t('people:fields.ownWishText')}
          hint={t('people:hints.ownWish')}
          optional
          max={2000}
        />
      ) : (
        <CheckField
          name="cannotSign"
          label={t('people:fields.cannotSign')}
          hint={t('people:hints.cannotSign')}
          passBy
        />
      )}
    </Section>
  )
}
