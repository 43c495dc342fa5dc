import { formatDate, formatHoursText } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts } from '#renderer/components/display/facts.tsx'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'
import { paperBadge } from '#renderer/features/papers/paper-look.ts'
import { factOf } from '#renderer/components/record/facts-of.tsx'
import { contractFields, type ContractFieldName } from './contract-table.ts'
import { BasisFacts } from './contract-form.tsx'
import type { Contract } from './found.ts'

/** What stands in an issued contract, and what became of it. */
export function ContractFacts({ contract }: { contract: Contract }) {
  const { t } = useTranslation()
  const { input, paper } = contract
  const fact = (name: ContractFieldName) => factOf(t, contractFields, input, name)
  const date = (value: string | null) => (value === null ? null : formatDate(value))
  const ended = [
    ...(contract.endedOn === null
      ? []
      : [
          { label: t('contracts:field.endedOn'), value: formatDate(contract.endedOn) },
          {
            label: t('contracts:field.terminationGround'),
            value:
              contract.terminationGround &&
              t(`contracts:terminationGround.${contract.terminationGround}`),
          },
          ...(contract.terminationReason === ''
            ? []
            : [{ label: t('contracts:field.reason'), value: contract.terminationReason }]),
        ]),
    ...(contract.annulReason === ''
      ? []
      : [{ label: t('contracts:field.annulReason'), value: contract.annulReason }]),
  ]
  return (
    <>
      <Facts
        narrow
        facts={[
          {
            label: t('contracts:field.representativeId'),
            value: contract.representative
              ? `${contract.representative.name} – ${t(`people:representativeKind.${contract.representative.kind}`)}`
              : null,
          },
          fact('signingMode'),
          {
            label: t('contracts:field.term'),
            value: t('contracts:termFromTo', {
              from: formatDate(input.startDate),
              to: formatDate(input.endDate),
            }),
          },
          {
            label: t('contracts:field.minutesPerMonth'),
            value: <strong>{formatHoursText(contract.minutesPerMonth)}</strong>,
          },
          {
            label: t('contracts:field.assistantsShown'),
            value: input.assistants
              .map(({ name, role }) => `${name} (${t(`contracts:assistantRole.${role}`)})`)
              .join(', '),
          },
          fact('feeMonthlyCents'),
          fact('caseManagerName'),
          { label: t('contracts:field.issuedBy'), value: contract.issuedBy },
          {
            label: t('contracts:field.paper'),
            value: paper ? <StatusBadge {...paperBadge(paper.status)} /> : null,
          },
          ...(contract.personSignedOn === null
            ? []
            : [
                {
                  label: t('contracts:field.personSignedOn'),
                  value: date(contract.personSignedOn),
                },
                {
                  label: t('contracts:field.providerSignedOn'),
                  value: date(contract.providerSignedOn),
                },
              ]),
          ...ended,
        ]}
      />
      <h2>{t('contracts:section.basis')}</h2>
      <BasisFacts basis={contract.basis} />
    </>
  )
}
