import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { bornAs } from '#domain/applications/intake.ts'
import { entryDoubt } from '#domain/candidates/dates.ts'
import { broughtPapers, type CandidateIntakeInput } from '#domain/candidates/intake.ts'
import { missingOf, oneCandidacy } from '#domain/candidates/rules.ts'
import { parseIdNumber } from '#domain/people/schema.ts'
import { namedEnough } from '#domain/people/similar.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { formatDate } from '#domain/text/format.ts'
import { orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import { Line, useRested } from '#renderer/features/applications/intake-checks.tsx'
import classes from '#renderer/features/applications/applications.module.css'
import type { Candidate } from './candidate-values.ts'
import { useLackText } from './lack-text.ts'

/** „Проверки“ and „Подобни лица“ beside the page: what is known while one types. */
export function CandidateChecks(props: {
  candidate: Candidate | undefined
  candidacyId: string | null
}) {
  const { candidate } = props
  const { t } = useTranslation()
  const text = useProblemText()
  const values = useWatch<CandidateIntakeInput>() as CandidateIntakeInput
  const checked = useChecked(values, props.candidacyId)
  const missing = missingOf({
    ...values,
    personId: '',
    entryDate: values.entryDate ?? today(),
    weekdays: values.weekdays ?? [],
    villages: values.villages ?? [],
    documents: broughtPapers(values.documents),
  })
  const again = candidate
    ? oneCandidacy(
        { id: props.candidacyId, personId: candidate.person.id, campaign: values.campaign },
        candidate.candidacies,
      )
    : undefined
  const known = candidate !== undefined || values.person.idNumber !== ''
  return (
    <aside
      className={classes.checks}
      aria-label={t('candidates:checks.title')}
      data-pane
      tabIndex={-1}
    >
      <div className={classes.checksInner}>
        <h2>{t('candidates:checks.title')}</h2>
        <div role="status">
          <ul>
            {checked?.numberTaken ? (
              <Line tone="bad">
                {text({
                  code: 'entryNumberTaken',
                  params: {
                    entryNumber: values.entryNumber.trim(),
                    year: Number((values.entryDate ?? today()).slice(0, 4)),
                  },
                })}{' '}
                <Link to={addressOf(routes.candidate, checked.numberTaken.id)}>
                  {t('candidates:checks.openIt')}
                </Link>
              </Line>
            ) : null}
            {again ? (
              <Line tone="bad">
                {text(again)}{' '}
                <Link to={addressOf(routes.candidate, String(again.params?.['candidacyId']))}>
                  {t('candidates:checks.openIt')}
                </Link>
              </Line>
            ) : null}
            {candidate?.person.deathDate ? (
              <Line tone="bad">
                {text({ code: 'personDied', params: { deathDate: candidate.person.deathDate } })}
              </Line>
            ) : null}
            {(candidate?.obstacles ?? []).map((one) => (
              <Line key={one.code} tone="bad">
                {text(one)}
              </Line>
            ))}
            {known && !again ? (
              <Line tone="ok">
                {t(candidate ? 'candidates:checks.known' : 'candidates:checks.newPerson')}
              </Line>
            ) : null}
            {entryDoubt(values.entryDate ?? today(), today()).map((one) => (
              <Line key={one.code} tone="warn">
                {text(one)}
              </Line>
            ))}
            <Line tone={missing.length === 0 ? 'ok' : 'warn'}>
              {t('candidates:checks.missing', { count: missing.length })}
            </Line>
          </ul>
        </div>
        {missing.length > 0 ? <Missing problems={missing} /> : null}
        <Similar people={candidate ? [] : (checked?.similar ?? [])} />
      </div>
    </aside>
  )
}

/** What keeps the candidate from being admitted; each leads to its field. */
function Missing({ problems }: { problems: readonly Problem[] }) {
  const text = useLackText()
  return (
    <ul className={classes.missing}>
      {problems.map((problem) => {
        const path = (problem.path ?? []).join('.')
        const name = problem.code === 'candidateDocumentMissing' ? `${path}.present` : path
        return (
          <li key={`${problem.code}${path}`}>
            <button
              type="button"
              className="o-link-button"
              onClick={() => {
                const form = document.querySelector<HTMLElement>('main form')
                const field = form ? fieldNamed(form, name) : undefined
                if (field) focusField(field)
              }}
            >
              {text(problem)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

type Check = Awaited<ReturnType<typeof orpc.candidates.check.call>>

function Similar({ people }: { people: Check['similar'] }) {
  const { t } = useTranslation()
  return (
    <>
      <div role="status">
        <h2>{t('candidates:checks.similar', { count: people.length })}</h2>
      </div>
      <ul>
        {people.map((person) => (
          <li key={person.id} data-tone={person.likeness === 'same' ? 'bad' : 'warn'}>
            <span>
              <Link to={addressOf(routes.newCandidateOf, person.id)} lang="bg">
                {formatFullName(person)}
              </Link>
              <br />
              <span className="o-small">
                {t(`people:similar.${person.likeness}`)} · {formatDate(person.birthDate)} ·{' '}
                {person.idNumber} · {formatSettlement(person)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function useChecked(values: CandidateIntakeInput, exceptId: string | null): Check | undefined {
  const { person, known } = values
  const read = person.idNumber === '' ? undefined : parseIdNumber(person.idKind, person.idNumber)
  const named = namedEnough(person)
  const wanted = useRested(
    JSON.stringify({
      entryNumber: values.entryNumber.slice(0, 60),
      entryDate: values.entryDate?.slice(0, 10) ?? null,
      exceptId,
      person:
        known === null && named
          ? {
              firstName: person.firstName.slice(0, 200),
              middleName: person.middleName?.slice(0, 200) ?? null,
              lastName: person.lastName?.slice(0, 200) ?? null,
              idKind: person.idKind,
              idNumber: read?.ok ? read.value : null,
              birthDate: bornAs(person).birthDate,
            }
          : null,
    }),
  )
  const found = useQuery(
    orpc.candidates.check.queryOptions({
      input: JSON.parse(wanted) as never,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  return found.data
}
