import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ContractInput } from '#domain/contracts/schema.ts'
import type { TermKind } from '#domain/regimes/catalogue.ts'
import { formatDate } from '#domain/text/format.ts'
import type { RepresentativeKind } from '#domain/people/schema.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { AddAnother } from '#renderer/components/fields/add-another.tsx'
import { SelectField } from '#renderer/components/fields/choice-fields.tsx'
import { TextField } from '#renderer/components/fields/text-field.tsx'
import { Section } from '#renderer/components/form/section.tsx'

import { FieldRows, type Asides } from '#renderer/components/record/field-rows.tsx'
import { inputText } from '#renderer/components/record/words.ts'
import { contractFields, type ContractFieldName } from './contract-table.ts'

export interface RepresentativeChoice {
  id: string
  name: string
  kind: RepresentativeKind
}

/** Where somebody may write otherwise than the office would. */
const offeredFields = [
  'contractDate',
  'place',
  'startDate',
  'endDate',
  'signingMode',
  'placeOfService',
  'caseManagerName',
  'caseManagerPosition',
  'feeMonthlyCents',
] as const satisfies readonly ContractFieldName[]

/** What the office would write here, offered by F9 where somebody wrote something else. */
function useOffered(proposal: ContractInput | null): Asides<ContractFieldName> {
  const { t } = useTranslation()
  const now = useWatch() as Partial<ContractInput>
  if (!proposal) return {}
  return Object.fromEntries(
    offeredFields
      .filter((name) => now[name] !== proposal[name] && proposal[name] !== '')
      .map((name) => {
        const value = inputText(t, contractFields, name, proposal[name])
        const text = t('contracts:proposed', { value })
        return [name, { suggestion: { value: proposal[name], text } }]
      }),
  )
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
  const rows = contractFields.sections
  return (
    <>
      <Section title={t('contracts:section.term')}>
        <FieldRows
          of={rows.term}
          asides={{
            ...offered,
            endDate: {
              ...offered.endDate,
              hint: props.latestEndDate
                ? t('contracts:hint.endDate', { date: formatDate(props.latestEndDate) })
                : undefined,
            },
          }}
        />
        <p className="o-small o-muted" role="status">
          {props.termKind ? t(`contracts:termKind.${props.termKind}`) : null}
        </p>
      </Section>
      <Section title={t('contracts:section.signing')}>
        <FieldRows of={rows.signing} asides={offered} />
        <Signers representatives={props.representatives} />
        <FieldRows of={rows.copies} />
      </Section>
      <Section title={t('contracts:section.volume')}>
        <FieldRows of={rows.place} asides={offered} />
        <Assistants />
        <FieldRows of={rows.manager} asides={offered} />
      </Section>
      <Section title={t('contracts:section.fee')}>
        <FieldRows of={rows.fee} asides={offered} />
      </Section>
    </>
  )
}

/** Who signs beside the person, or in their place. */
function Signers({ representatives }: { representatives: readonly RepresentativeChoice[] }) {
  const { t } = useTranslation()
  const mode = useWatch({ name: 'signingMode' }) as string
  const label = (name: NameIn<'contracts:field'>) => t(`contracts:field.${name}`)
  return (
    <>
      {mode === 'person' ? null : (
        <SelectField
          name="representativeId"
          label={label('representativeId')}
          optional={mode === 'thumbprint' ? true : undefined}
          passBy={mode === 'thumbprint'}
          choices={representatives.map(({ id, name, kind }) => ({
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
    </>
  )
}

function Assistants() {
  const { t } = useTranslation()
  const label = (name: NameIn<'contracts:field'>) => t(`contracts:field.${name}`)
  return (
    <AddAnother
      name="assistants"
      legend={label('assistants')}
      addLabel={t('contracts:addAssistant')}
      empty={{ name: '', role: 'titular' }}
      min={0}
      max={10}
      row={(path) => (
        <>
          <TextField name={`${path}.name`} label={t('contracts:field.assistantName')} max={200} />
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
