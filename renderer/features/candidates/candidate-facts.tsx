import { civilDateAt } from '#domain/calendar/instant.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { declarationNames } from '#domain/candidates/schema.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { factOf, filledFacts } from '#renderer/components/record/facts-of.tsx'
import classes from '#renderer/features/applications/applications.module.css'
import { candidateFields } from './candidate-fields.tsx'
import type { Found } from './found.ts'

type FieldName = (typeof candidateFields.rows)[number]['name']

const answered = ['labourStatus', 'education', 'otherContract'] as const
const offered = ['weekdays', 'dailyMinutes', 'villages', 'hasCar', 'climbsStairs'] as const

/** What the candidate told, in the order of the paper; what is gone is not told as missing. */
export function CandidateFacts({ found }: { found: Found }) {
  const { t } = useTranslation()
  const may = useMay()
  const { candidacy: own } = found
  const gone = own.papersGoneOn !== null
  const fact = (name: FieldName) => factOf(t, candidateFields, own, name)
  /** An answer that nobody gave is told: being admitted rests on it. */
  const answer = (name: (typeof answered)[number] | (typeof offered)[number]): Fact => {
    const { label, value } = fact(name)
    const stored: unknown = own[name]
    const none = value === undefined || (Array.isArray(stored) && stored.length === 0)
    return { label, value: none ? t('candidates:unanswered') : value }
  }
  const told: Fact[] = gone
    ? []
    : [
        ...(own.position === null ? [] : [fact('position')]),
        ...answered.map(answer),
        ...(own.experienceMonths === null ? [] : [fact('experienceMonths')]),
        ...own.trainings.map((one) => ({
          label: t('candidates:training.name'),
          value: (
            <span lang="bg">
              {[one.name, referenceOf(one.certificateNumber, one.date)].filter(Boolean).join(', ')}
            </span>
          ),
        })),
        ...offered.map(answer),
        ...(own.refusedActs.length === 0 ? [] : [fact('refusedActs')]),
        ...(own.namedPerson === '' ? [] : [fact('namedPerson'), fact('kinship')]),
        {
          label: t('candidates:field.declarations'),
          value: declarationNames
            .filter((name) => own.declarations[name])
            .map((name) => t(`candidates:declaration.${name}`))
            .join('; '),
        },
        ...filledFacts(t, candidateFields.sections.note, own, may),
      ]
  const ended: Fact[] =
    own.endedOn === null
      ? []
      : [
          {
            label: t('candidates:fact.ended'),
            value: [formatDate(own.endedOn), endingOf(found, t)].filter(Boolean).join(' – '),
          },
          { label: t('candidates:fact.reason'), value: <span lang="bg">{own.endReason}</span> },
        ]
  const facts: Fact[] = [
    fact('regime'),
    {
      label: t('candidates:field.campaign'),
      value: own.campaign === '' ? t('candidates:rolling') : <span lang="bg">{own.campaign}</span>,
    },
    ...told,
    ...ended,
    { label: t('candidates:field.receivedBy'), value: own.receivedBy },
  ].map((one) => ({ ...one, value: one.value === '' ? null : one.value }))
  return (
    <div className={classes.stack}>
      <Facts facts={facts} />
      {gone ? null : <Papers found={found} />}
    </div>
  )
}

/** Number and date of a paper, as far as they are known. */
function referenceOf(number: string, date: string | null): string {
  if (number !== '') return formatRegistryNumber(number, date)
  return date === null ? '' : formatDate(date)
}

function endingOf({ candidacy }: Found, t: ReturnType<typeof useTranslation>['t']): string {
  if (candidacy.refusalGround) return t(`candidates:refusalGround.${candidacy.refusalGround}`)
  return candidacy.withdrawalReason ? t(`candidates:withdrawal.${candidacy.withdrawalReason}`) : ''
}

function Papers({ found }: { found: Found }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="candidate-documents">
      <h2 id="candidate-documents">{t('candidates:section.documents')}</h2>
      <ul className={classes.plain}>
        {found.checklist
          .filter((row) => row.needed || row.present)
          .map((row) => {
            const paper = found.documents.find((one) => one.type === row.type)
            return (
              <li key={row.type} data-late={paper ? undefined : ''}>
                {t(`candidates:documentType.${row.type}`)}
                {' – '}
                {paper
                  ? [
                      t(`applications:presentedAs.${paper.presentedAs}`),
                      referenceOf(paper.number, paper.date),
                      paper.note,
                      t('candidates:document.verified', {
                        name: paper.verifiedBy,
                        date: formatDate(civilDateAt(paper.verifiedAt)),
                      }),
                    ]
                      .filter(Boolean)
                      .join(', ')
                  : t('candidates:document.missing')}
              </li>
            )
          })}
      </ul>
    </section>
  )
}
