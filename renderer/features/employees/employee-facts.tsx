import { Link } from '@tanstack/react-router'
import { formatDate, formatHoursText, formatMonth } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Facts, type Fact } from '#renderer/components/display/facts.tsx'
import { Meter } from '#renderer/components/display/meter.tsx'
import { factOf } from '#renderer/components/record/facts-of.tsx'
import { candidateFields } from '#renderer/features/candidates/candidate-fields.tsx'
import classes from '#renderer/features/people/people.module.css'
import type { Employee } from './found.ts'

/** „Данни“: the work, the hours of the month, what ends, and what was offered. */
export function EmployeeFacts({ employee }: { employee: Employee }) {
  const { t } = useTranslation()
  const { help, minutesPerDay, person } = employee
  const facts: Fact[] = [
    { label: t('employees:field.position'), value: <span lang="bg">{employee.position}</span> },
    {
      label: t('employees:field.perDay'),
      value: minutesPerDay === null ? null : formatHoursText(minutesPerDay),
    },
    ...(help
      ? [
          {
            label: t('employees:field.helped'),
            value: t('employees:peopleCount', { count: help.people }),
          },
          { label: t('employees:field.free'), value: formatHoursText(help.freePerDay) },
        ]
      : []),
    {
      label: t('employees:field.phone'),
      value: person.phone === null ? null : formatPhone(person.phone),
    },
    {
      label: t('employees:field.settlement'),
      value: <span lang="bg">{person.settlement}</span>,
    },
  ]
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <section className={classes.block} aria-labelledby="employee-work">
          <h2 id="employee-work">{t('employees:section.work')}</h2>
          <Facts facts={facts} />
        </section>
        {help ? <Month month={employee.month} help={help} /> : null}
      </div>
      <div className={classes.stack}>
        <Ending employee={employee} />
        <Offer offer={employee.offer} />
      </div>
    </div>
  )
}

function Month({ month, help }: { month: string; help: NonNullable<Employee['help']> }) {
  const { t } = useTranslation()
  const { norm, assigned } = help.load
  const over = assigned > norm
  return (
    <section className={classes.block} aria-labelledby="employee-month">
      <h2 id="employee-month">{t('employees:section.month')}</h2>
      <Meter
        label={formatMonth(month)}
        text={t(over ? 'employees:givenOver' : 'employees:given', {
          assigned: formatHoursText(assigned),
          norm: formatHoursText(norm),
        })}
        value={assigned}
        max={norm}
        tone={over ? 'bad' : 'info'}
      />
      <p className="o-small o-muted">{t('employees:normNote')}</p>
    </section>
  )
}

function Ending({ employee: { ending } }: { employee: Employee }) {
  const { t } = useTranslation()
  return (
    <section className={classes.block} aria-labelledby="employee-ending">
      <h2 id="employee-ending">{t('employees:section.ending')}</h2>
      {ending.length === 0 ? <p className="o-muted">{t('employees:noEnding')}</p> : null}
      <ul className={classes.deadlines}>
        {ending.map(({ kind, until }) => (
          <li key={`${kind}${until}`}>
            {t('employees:endsOn', {
              what: t(`expiring:kind.${kind}`),
              date: formatDate(until),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

const offered = [
  'weekdays',
  'dailyMinutes',
  'villages',
  'hasCar',
  'climbsStairs',
  'refusedActs',
] as const

function Offer({ offer }: { offer: Employee['offer'] }) {
  const { t } = useTranslation()
  return (
    <section className={classes.block} aria-labelledby="employee-offer">
      <h2 id="employee-offer">{t('employees:section.offer')}</h2>
      {offer ? (
        <>
          <Facts facts={offered.map((name) => factOf(t, candidateFields, offer, name))} />
          <Link to={addressOf(routes.candidate, offer.id)}>{t('employees:offerLink')}</Link>
        </>
      ) : (
        <p className="o-muted">{t('employees:noOffer')}</p>
      )}
    </section>
  )
}
