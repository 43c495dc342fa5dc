import { daysBetween } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { WhyPopover } from '#renderer/components/layers/why-popover.tsx'
import type { Found } from './found.ts'
import classes from './applications.module.css'

/** Terms that run, soonest first, each with the rule behind it (Alt+Z). */
export function Deadlines({ deadlines }: { deadlines: Found['deadlines'] }) {
  const { t } = useTranslation()
  if (deadlines.length === 0) return null
  const left = (dueDate: string) => {
    const days = daysBetween(today(), dueDate)
    if (days < 0) return t('applications:due.over', { count: -days })
    return days === 0 ? t('applications:due.today') : t('applications:due.left', { count: days })
  }
  return (
    <section aria-labelledby="application-deadlines">
      <h2 id="application-deadlines">{t('applications:section.deadlines')}</h2>
      <ul className={classes.plain}>
        {deadlines.map((one) => (
          <li key={one.code} data-late={one.dueDate < today() ? '' : undefined}>
            <strong>{formatDate(one.dueDate)}</strong> – {t(`applications:deadline.${one.code}`)} (
            {left(one.dueDate)})
          </li>
        ))}
      </ul>
      <WhyPopover label={t('applications:why.label')} main>
        <ul>
          {deadlines.map((one) => (
            <li key={one.code}>
              {t('applications:why.line', {
                what: t(`applications:deadline.${one.code}`),
                count: one.days,
                fromDate: formatDate(one.fromDate),
                dueDate: formatDate(one.dueDate),
              })}{' '}
              {one.source ?? t('applications:why.habit')}
              {one.certainty === null
                ? null
                : ` – ${t(`applications:why.certainty.${one.certainty}`)}`}
            </li>
          ))}
        </ul>
      </WhyPopover>
    </section>
  )
}
