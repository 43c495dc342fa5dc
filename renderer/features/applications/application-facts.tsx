import { civilDateAt } from '#domain/calendar/instant.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import type { NameIn } from '#locales/keys.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { factOf, filledFacts } from '#renderer/components/record/facts-of.tsx'
import { applicationFields, type ApplicationFieldName } from './application-fields.ts'
import type { Found } from './found.ts'
import { telkLine } from './telk-line.ts'
import classes from './applications.module.css'

/** What the application says, in the order of the paper. */
export function ApplicationFacts({ found }: { found: Found }) {
  const { t } = useTranslation()
  const may = useMay()
  const { application: own, representative, telk } = found
  const field = (name: NameIn<'applications:field'>) => t(`applications:field.${name}`)
  const fact = (name: ApplicationFieldName) => factOf(t, applicationFields, own, name)
  /** An answer that nobody gave is told: the completeness of the application rests on it. */
  const answer = (name: ApplicationFieldName) => {
    const { label, value } = fact(name)
    return { label, value: value ?? t('applications:unanswered') }
  }
  const { more, note } = applicationFields.sections
  const facts: Fact[] = [
    { label: field('service'), value: t(`applications:service.${own.service}`) },
    fact('filedBy'),
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
    answer('eligibilityGroup'),
    { label: t('applications:section.telk'), value: telk ? telkLine(t, telk) : null },
    answer('livesWith'),
    fact('householdSize'),
    answer('usesOtherService'),
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
    fact('preferredAssistant'),
    ...(own.kinship ? [fact('kinship')] : []),
    {
      label: field('emergencyContactName'),
      value: [own.emergencyContactName, formatPhone(own.emergencyContactPhone)]
        .filter(Boolean)
        .join(', '),
    },
    ...(may('people.readHealth') ? [fact('needsDescription')] : []),
    ...filledFacts(t, more, own, may),
    {
      label: t('applications:preliminary'),
      value: own.preliminaryAssessmentNumber
        ? formatRegistryNumber(own.preliminaryAssessmentNumber, own.preliminaryAssessmentDate)
        : null,
    },
    ...filledFacts(t, note, own, may),
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
    <div className={classes.stack}>
      <Facts facts={facts} />
      <section aria-labelledby="application-documents">
        <h2 id="application-documents">{t('applications:section.documents')}</h2>
        <ul className={classes.plain}>
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
