import { useTranslation } from 'react-i18next'
import { civilDateAt } from '#domain/calendar/instant.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import type { Found } from './found.ts'
import { telkLine } from './telk-line.ts'
import classes from './applications.module.css'

/** What the application says, in the order of the paper. */
export function ApplicationFacts({ found }: { found: Found }) {
  const { t } = useTranslation()
  const may = useMay()
  const { application: own, representative, telk } = found
  const field = (name: string) => t(`applications:field.${name}`)
  const choice = (group: string, value: string | null) =>
    value === null ? t('applications:unanswered') : t(`applications:${group}.${value}`)
  const facts: Fact[] = [
    { label: field('service'), value: choice('service', own.service) },
    { label: field('filedBy'), value: choice('filedBy', own.filedBy) },
    ...(representative
      ? [
          {
            label: field('representativeId'),
            value: [
              representative.name,
              representative.documentNumber &&
                formatRegistryNumber(representative.documentNumber, representative.documentDate),
            ]
              .filter(Boolean)
              .join(', '),
          },
        ]
      : []),
    { label: field('eligibilityGroup'), value: choice('eligibilityGroup', own.eligibilityGroup) },
    { label: t('applications:section.telk'), value: telk ? telkLine(t, telk) : null },
    { label: field('livesWith'), value: choice('livesWith', own.livesWith) },
    { label: field('householdSize'), value: own.householdSize },
    { label: field('usesOtherService'), value: choice('answer', own.usesOtherService) },
    ...found.otherServices.map((one) => ({
      label: t(`applications:otherServiceKind.${one.kind}`),
      value: [
        one.provider,
        one.reference,
        one.until ? t('applications:telk.until', { date: formatDate(one.until) }) : null,
      ]
        .filter(Boolean)
        .join(', '),
    })),
    { label: field('preferredAssistant'), value: own.preferredAssistant },
    ...(own.kinship ? [{ label: field('kinship'), value: choice('kinship', own.kinship) }] : []),
    {
      label: field('emergencyContactName'),
      value: [own.emergencyContactName, formatPhone(own.emergencyContactPhone)]
        .filter(Boolean)
        .join(', '),
    },
    ...(may('people.readHealth')
      ? [
          {
            label: field('needsDescription'),
            value: own.needsDescription ? <span lang="bg">{own.needsDescription}</span> : null,
          },
        ]
      : []),
    {
      label: t('applications:preliminary'),
      value: own.preliminaryAssessmentNumber
        ? formatRegistryNumber(own.preliminaryAssessmentNumber, own.preliminaryAssessmentDate)
        : null,
    },
    ...(own.note ? [{ label: field('note'), value: <span lang="bg">{own.note}</span> }] : []),
    ...(own.overrideReason
      ? [
          {
            label: t('applications:override.fact'),
            value: `${own.overrideReason} (${own.overrideBy ?? ''})`,
          },
        ]
      : []),
    { label: field('receivedBy'), value: own.receivedBy },
  ].map((fact) => ({ ...fact, value: fact.value === '' ? null : fact.value }))
  return (
    <div className={classes['stack']}>
      <Facts facts={facts} />
      <section aria-labelledby="application-documents">
        <h2 id="application-documents">{t('applications:section.documents')}</h2>
        <ul className={classes['plain']}>
          {found.checklist
            .filter((row) => row.needed || row.present)
            .map((row) => {
              const paper = found.documents.find((one) => one.type === row.type)
              return (
                <li key={row.type} data-late={paper ? undefined : ''}>
                  {t(`applications:documentType.${row.type}`)}
                  {' – '}
                  {paper
                    ? [
                        t(`applications:presentedAs.${paper.presentedAs}`),
                        paper.number,
                        t('applications:document.verified', {
                          name: paper.verifiedBy ?? '',
                          date: formatDate(civilDateAt(paper.verifiedAt)),
                        }),
                      ]
                        .filter(Boolean)
                        .join(', ')
                    : t('applications:document.missing')}
                </li>
              )
            })}
        </ul>
      </section>
    </div>
  )
}
