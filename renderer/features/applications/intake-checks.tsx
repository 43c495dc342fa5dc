import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { bornAs, documentsOf, type IntakeInput } from '#domain/applications/intake.ts'
import { dateDoubts } from '#domain/applications/dates.ts'
import { groupWarnings } from '#domain/applications/eligibility.ts'
import { filingProblem } from '#domain/applications/filing.ts'
import { completeness, doubleSupport } from '#domain/applications/rules.ts'
import { isOpen } from '#domain/applications/states.ts'
import type { ApplicationInput } from '#domain/applications/schema.ts'
import { parseIdNumber } from '#domain/people/schema.ts'
import { namedEnough } from '#domain/people/similar.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { openRegime } from '#domain/regimes/rules.ts'
import { formatFullName, formatSettlement } from '#domain/text/format-person.ts'
import { formatDate, formatRegistryNumber } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { orpc } from '#renderer/shell/client.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useProblemText } from '#renderer/shell/problem-text.ts'
import { fieldNamed, focusField } from '#renderer/components/form/dom.ts'
import type { Applicant } from './intake-values.ts'
import { useMissingText } from './missing-text.ts'
import type { PageFacts } from './use-facts.ts'
import classes from './applications.module.css'

/** How long the hands rest before the office is asked, in milliseconds. */
const rest = 250

type Tone = 'ok' | 'warn' | 'bad'
const icons: Record<Tone, LucideIcon> = { ok: CircleCheck, warn: TriangleAlert, bad: CircleSlash }

/** „Проверки“ and „Подобни лица“ beside the page: what is known while one types. */
export function IntakeChecks(props: {
  applicant: Applicant | undefined
  facts: PageFacts
  applicationId: string | null
}) {
  const { applicant, facts } = props
  const { t } = useTranslation()
  const text = useProblemText()
  const values = useWatch<IntakeInput>() as IntakeInput
  const checked = useChecked(values, props.applicationId)
  const missing = completeness(asApplication(values), facts)
  const open = applicant?.applications.find(
    (one) => one.id !== props.applicationId && isOpen(one.state),
  )
  const filing =
    facts.capacity === null || values.filedBy === null
      ? undefined
      : filingProblem(values.filedBy, { age: facts.age, capacity: facts.capacity })
  const regime = openRegime(values.regime, values.entryDate ?? today())
  const double = doubleSupport(
    values.otherServices.filter((one) => (one.kind as string | null) !== null),
    { from: today(), to: null },
    null,
    0,
  )
  const warnings = [
    ...(applicant ? applicant.warnings : (checked?.warnings ?? [])),
    ...groupWarnings({ eligibilityGroup: values.eligibilityGroup, ...facts.group }),
    ...dateDoubts({ ...values, entryDate: values.entryDate ?? today() }, today()),
  ].filter(
    ({ code }) =>
      code !== 'groupWithoutAttendance' ||
      !missing.some((problem) => problem.code === 'groupNeedsAttendance'),
  )
  const known = values.person.idNumber !== '' || applicant !== undefined
  return (
    <aside
      className={classes.checks}
      aria-label={t('applications:checks.title')}
      data-pane
      tabIndex={-1}
    >
      <div className={classes.checksInner}>
        <h2>{t('applications:checks.title')}</h2>
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
                <Link to={addressOf(routes.application, checked.numberTaken.id)}>
                  {t('applications:checks.openIt')}
                </Link>
              </Line>
            ) : checked?.numberUnusual ? (
              <Line tone="warn">{t('applications:checks.numberUnusual')}</Line>
            ) : null}
            {open ? (
              <Line tone="bad">
                {text({
                  code: 'applicationAlreadyOpen',
                  params: { entryNumber: open.entryNumber, entryDate: open.entryDate },
                })}{' '}
                <Link to={addressOf(routes.application, open.id)}>
                  {formatRegistryNumber(open.entryNumber, open.entryDate)}
                </Link>
              </Line>
            ) : null}
            {applicant?.person.deathDate ? (
              <Line tone="bad">
                {text({ code: 'personDied', params: { deathDate: applicant.person.deathDate } })}
              </Line>
            ) : null}
            {filing ? <Line tone="bad">{text(filing)}</Line> : null}
            {regime.ok
              ? null
              : regime.problems.map((one) => (
                  <Line key={one.code} tone="bad">
                    {text(one)}
                  </Line>
                ))}
            {known && !open ? (
              <Line tone="ok">
                {t(applicant ? 'applications:checks.known' : 'applications:checks.newPerson')}
              </Line>
            ) : null}
            {warnings.map((one) => (
              <Line key={one.code + String(one.path)} tone="warn">
                {text(one)}
              </Line>
            ))}
            {double.map((one) => (
              <Line
                key={one.code + String(one.params?.['service'])}
                tone={one.code === 'residentialCareExcludes' ? 'bad' : 'warn'}
              >
                {text(one)}
              </Line>
            ))}
            <Line tone={missing.length === 0 ? 'ok' : 'warn'}>
              {t('applications:checks.missing', { count: missing.length })}
            </Line>
          </ul>
        </div>
        {missing.length > 0 ? <Missing problems={missing} /> : null}
        <Similar people={applicant ? [] : (checked?.similar ?? [])} />
      </div>
    </aside>
  )
}

export function Line({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone]
  return (
    <li data-tone={tone}>
      <Icon size={16} aria-hidden /> <span>{children}</span>
    </li>
  )
}

/** What keeps the application from being complete; each leads to its field. */
function Missing({ problems }: { problems: readonly Problem[] }) {
  const text = useMissingText()
  return (
    <ul className={classes.missing}>
      {problems.map((problem) => {
        const path = (problem.path ?? []).join('.')
        const name = problem.code === 'documentMissing' ? `${path}.present` : path
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

type Check = Awaited<ReturnType<typeof orpc.applications.check.call>>

function Similar({ people }: { people: Check['similar'] }) {
  const { t } = useTranslation()
  return (
    <>
      <div role="status">
        <h2>{t('applications:checks.similar', { count: people.length })}</h2>
      </div>
      <ul>
        {people.map((person) => (
          <li key={person.id} data-tone={person.likeness === 'same' ? 'bad' : 'warn'}>
            <span>
              <Link to={addressOf(routes.newApplicationOf, person.id)} lang="bg">
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

function asApplication(values: IntakeInput): ApplicationInput {
  return {
    ...values,
    personId: values.known?.id ?? 'new',
    filedBy: values.filedBy ?? 'inPerson',
    entryDate: values.entryDate ?? today(),
    documents: documentsOf(values.documents),
  }
}

function useChecked(values: IntakeInput, exceptId: string | null): Check | undefined {
  const { person, known } = values
  const read = person.idNumber === '' ? undefined : parseIdNumber(person.idKind, person.idNumber)
  const named = namedEnough(person)
  const wanted = useRested(
    JSON.stringify({
      entryNumber: values.drawNumber ? '' : values.entryNumber.slice(0, 60),
      entryDate: values.entryDate?.slice(0, 10) ?? null,
      exceptId,
      municipality: person.currentAddress.municipality?.slice(0, 60) ?? null,
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
    orpc.applications.check.queryOptions({
      input: JSON.parse(wanted) as never,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  )
  return found.data
}

export function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(value)
    }, rest)
    return () => {
      clearTimeout(timer)
    }
  }, [value])
  return rested
}
