import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { signingModes } from '#domain/papers/parties.ts'
import type { ContractInput } from '#domain/contracts/schema.ts'
import type { TermKind } from '#domain/regimes/catalogue.ts'
import { formatDate, formatDateInput, formatMoneyInput } from '#domain/text/format.ts'
import type { RepresentativeKind } from '#domain/people/schema.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { CheckField, SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { DateField } from '#renderer/components/fields/date-field.tsx'
import { MoneyField, NumberField } from '#renderer/components/fields/figure-fields.tsx'
import { TextAreaField } from '#renderer/components/fields/text-area-field.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Row, Section } from '#renderer/components/form/section.tsx'

export interface RepresentativeChoice {
  id: string
  name: string
  kind: RepresentativeKind
}

/** What the office would write here, offered by F9 where somebody wrote something else. */
function useOffered(proposal: ContractInput | null) {
  const { t } = useTranslation()
  const now = useWatch() as Partial<ContractInput>
  return <K extends keyof ContractInput>(name: K, show: (value: ContractInput[K]) => string) => {
    if (!proposal || now[name] === proposal[name] || proposal[name] === '') return {}
    return {
      suggestion: {
        value: proposal[name],
        text: t('contracts:proposed', { value: show(proposal[name]) }),
      },
    }
  }
}

/** Fields of a contract, in the order of the paper. */
export function ContractFields(props: {
  proposal: ContractInput | null
  representatives: readonly RepresentativeChoice[]
  termKind: TermKind | null | undefined
  latestEndDate: string | null | undefined
}) {
  const { t } = useTranslation()
  const offered = useOffered(props.proposal)
  const mode = useWatch({ name: 'signingMode' }) as string
  const label = (name: NameIn<'contracts:field'>) => t(`contracts:field.${name}`)
  const plain = (value: unknown) => String(value)
  return (
    <>
      <Section title={t('contracts:section.term')}>
        <Row>
          <DateField
            name="contractDate"
            label={label('contractDate')}
            {...offered('contractDate', formatDateInput)}
          />
          <TextField
            name="place"
            label={label('place')}
            hint={t('contracts:hint.place')}
            max={200}
            {...offered('place', plain)}
          />
        </Row>
        <Row>
          <DateField
            name="startDate"
            label={label('startDate')}
            {...offered('startDate', formatDateInput)}
          />
          <DateField
            name="endDate"
            label={label('endDate')}
            hint={
              props.latestEndDate
                ? t('contracts:hint.endDate', { date: formatDate(props.latestEndDate) })
                : undefined
            }
            {...offered('endDate', formatDateInput)}
          />
        </Row>
        <p className="o-small o-muted" role="status">
          {props.termKind ? t(`contracts:termKind.${props.termKind}`) : null}
        </p>
      </Section>
      <Section title={t('contracts:section.signing')}>
        <SelectField
          name="signingMode"
          label={label('signingMode')}
          choices={signingModes.map((value) => ({
            value,
            label: t(`contracts:signingMode.${value}`),
          }))}
          {...offered('signingMode', (value) => t(`contracts:signingMode.${value}`))}
        />
        {mode === 'person' ? null : (
          <SelectField
            name="representativeId"
            label={label('representativeId')}
            optional={mode === 'thumbprint' ? true : undefined}
            passBy={mode === 'thumbprint'}
            choices={props.representatives.map(({ id, name, kind }) => ({
              value: id,
              label: `${name} – ${t(`people:representativeKind.${kind}`)}`,
            }))}
          />
        )}
        {mode === 'thumbprint' ? (
          <AddAnother
            name="witnesses"
            legend={label('witnesses')}
            addLabel={t('contracts:addWitness')}
            empty={{ fullName: '', identifier: '' }}
            min={0}
            max={2}
            row={(path) => (
              <>
                <TextField
                  name={`${path}.fullName`}
                  label={label('witnessName')}
                  max={200}
                  passBy
                  optional="quiet"
                />
                <TextField
                  name={`${path}.identifier`}
                  label={label('witnessIdentifier')}
                  max={20}
                  passBy
                  optional="quiet"
                />
              </>
            )}
          />
        ) : null}
        <Row>
          <NumberField
            name="copies"
            label={label('copies')}
            width="short"
            min={1}
            max={10}
            decimals={0}
          />
          <CheckField name="accountantSigns" label={label('accountantSigns')} passBy />
        </Row>
      </Section>
      <Section title={t('contracts:section.volume')}>
        <TextField
          name="placeOfService"
          label={label('placeOfService')}
          max={200}
          {...offered('placeOfService', plain)}
        />
        <AddAnother
          name="assistants"
          legend={label('assistants')}
          addLabel={t('contracts:addAssistant')}
          empty={{ name: '', role: 'titular' }}
          min={0}
          max={10}
          row={(path) => (
            <>
              <TextField
                name={`${path}.name`}
                label={t('contracts:field.assistantName')}
                max={200}
              />
              <SelectField
                name={`${path}.role`}
                label={t('contracts:field.assistantRole')}
                choices={(['titular', 'substitute'] as const).map((value) => ({
                  value,
                  label: t(`contracts:assistantRole.${value}`),
                }))}
              />
            </>
          )}
        />
        <Row>
          <TextField
            name="caseManagerName"
            label={label('caseManagerName')}
            max={200}
            {...offered('caseManagerName', plain)}
          />
          <TextField
            name="caseManagerPosition"
            label={label('caseManagerPosition')}
            max={200}
            {...offered('caseManagerPosition', plain)}
          />
        </Row>
        <TextField
          name="caseManagerPhone"
          label={label('caseManagerPhone')}
          width="short"
          max={40}
          passBy
          optional="quiet"
          inputMode="tel"
        />
      </Section>
      <Section title={t('contracts:section.fee')}>
        <MoneyField
          name="feeMonthlyCents"
          label={label('feeMonthlyCents')}
          width="short"
          {...offered('feeMonthlyCents', formatMoneyInput)}
        />
        <TextAreaField
          name="feeBasisText"
          label={label('feeBasisText')}
          hint={t('contracts:hint.feeBasisText')}
          max={500}
        />
      </Section>
    </>
  )
}

/** Tells the page what stands in the form, when the typing rests. */
export function WatchValues({ onValues }: { onValues: (values: unknown) => void }) {
  const values: unknown = useWatch()
  const { getValues } = useFormContext()
  useEffect(() => {
    const timer = setTimeout(() => {
      onValues(structuredClone(getValues()))
    }, 350)
    return () => {
      clearTimeout(timer)
    }
  }, [values, getValues, onValues])
  return null
}
