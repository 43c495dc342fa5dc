import { Button } from '@mantine/core'
import { CircleAlert, Scissors } from 'lucide-react'
import { useRef, useState } from 'react'
import { fitToHours, type FitProposal } from '#domain/plans/fit.ts'
import { plannedHours, type PlannedHours } from '#domain/plans/hours.ts'
import type { WeekRow } from '#domain/plans/schema.ts'
import { formatHours, formatHoursText, formatMonth } from '#domain/text/format.ts'
import { openText } from '#renderer/shell/open-text.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { Meter } from '#renderer/components/display/meter.tsx'
import { WhyPopover } from '#renderer/components/layers/why-popover.tsx'
import classes from './plans.module.css'

/** „50–56 ч.“, or „46 ч.“ where every month is the same. */
export function rangeText(min: number, max: number): string {
  if (min === max) return formatHoursText(max)
  const both = min % 60 === 0 && max % 60 === 0
  return both
    ? `${String(min / 60)}–${formatHoursText(max)}`
    : `${formatHoursText(min)} – ${formatHoursText(max)}`
}

/** Hours of the week over the real calendar against those granted: words, bar, month by month. */
export function HoursMeter(props: { hours: PlannedHours; grantedMinutes: number; main?: boolean }) {
  const { hours, grantedMinutes } = props
  const { t } = useTranslation()
  const over = hours.max > grantedMinutes
  const planned = t(hours.min === hours.max ? 'plans:meter.same' : 'plans:meter.byMonth', {
    hours: rangeText(hours.min, hours.max),
  })
  return (
    <div className={classes.meter}>
      <div className={classes.meterFacts}>
        <span>{t('plans:meter.granted', { hours: formatHoursText(grantedMinutes) })}</span>
        <span>{t('plans:meter.perWeek', { hours: formatHoursText(hours.perWeek) })}</span>
      </div>
      <Meter
        label={t('plans:field.planned')}
        text={`${planned} ${t(over ? 'plans:meter.over' : 'plans:meter.fits')}`}
        value={hours.max}
        max={grantedMinutes}
        tone={over ? 'bad' : 'ok'}
      />
      <WhyPopover label={t('plans:meter.why')} main={props.main === true}>
        <p>{t('plans:meter.whyText')}</p>
        <div
          className={classes.monthsBox}
          tabIndex={0}
          role="group"
          aria-label={t('plans:meter.month')}
        >
          <MonthTable hours={hours} grantedMinutes={grantedMinutes} />
        </div>
      </WhyPopover>
    </div>
  )
}

function MonthTable({ hours, grantedMinutes }: { hours: PlannedHours; grantedMinutes: number }) {
  const { t } = useTranslation()
  return (
    <table className={classes.months}>
      <thead>
        <tr>
          <th scope="col">{t('plans:meter.month')}</th>
          <th scope="col">{t('plans:field.planned')}</th>
          <th scope="col">{t('plans:meter.left')}</th>
        </tr>
      </thead>
      <tbody>
        {hours.months.map((month) => {
          const left = grantedMinutes - month.minutes
          return (
            <tr key={month.month} data-over={left < 0 ? '' : undefined}>
              <th scope="row">
                {formatMonth(month.month)}
                {month.whole ? '' : `, ${t('plans:meter.partMonth')}`}
              </th>
              <td>{formatHours(month.minutes)}</td>
              <td>
                {left < 0 ? (
                  <>
                    <CircleAlert size={14} aria-hidden /> {t('plans:meter.overBy')}{' '}
                  </>
                ) : null}
                {formatHours(Math.abs(left))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** „Напасни“: the proposed cut is read first and taken only then. */
export function FitHours(props: {
  rows: readonly WeekRow[]
  grantedMinutes: number
  from: string
  to: string
  onTake: (rows: WeekRow[]) => void
}) {
  const { t } = useTranslation()
  const [proposal, setProposal] = useState<FitProposal<WeekRow>>()
  const take = useRef<HTMLButtonElement>(null)
  const { rows, grantedMinutes, from, to } = props
  if (plannedHours(rows, from, to).max <= grantedMinutes) return null
  // Another word in the week makes the proposal one about another week.
  const fresh =
    proposal && sameRows(proposal, rows, grantedMinutes, from, to) ? proposal : undefined
  if (!fresh)
    return (
      <Button
        className={classes.fit}
        variant="default"
        leftSection={<Scissors size={16} aria-hidden />}
        onClick={() => {
          setProposal(fitToHours(rows, grantedMinutes, from, to))
          requestAnimationFrame(() => take.current?.focus())
        }}
      >
        {t('plans:action.fit')}
      </Button>
    )
  const shorter = fresh.cuts.toSorted((a, b) => a.weekday - b.weekday || a.row - b.row)
  return (
    <section className={classes.proposal} aria-labelledby="plan-fit" role="group">
      <h2 id="plan-fit">
        {t('plans:fit.title', {
          before: formatHoursText(fresh.before),
          after: formatHoursText(fresh.after),
        })}
      </h2>
      <ul>
        {shorter.map((cut) => (
          <li key={`${String(cut.row)}-${String(cut.weekday)}`}>
            {t(cut.removed ? 'plans:fit.removed' : 'plans:fit.cut', {
              day: openText(`plans:weekday.${String(cut.weekday)}`, 'common:unnamed'),
              number: cut.row + 1,
              hours: formatHoursText(cut.minutes),
            })}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button
          ref={take}
          onClick={() => {
            props.onTake(fresh.rows)
            setProposal(undefined)
          }}
        >
          {t('plans:action.fitApply')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setProposal(undefined)
          }}
        >
          {t('plans:action.fitLeave')}
        </Button>
      </div>
    </section>
  )
}

function sameRows(
  proposal: FitProposal<WeekRow>,
  rows: readonly WeekRow[],
  grantedMinutes: number,
  from: string,
  to: string,
): boolean {
  return JSON.stringify(proposal) === JSON.stringify(fitToHours(rows, grantedMinutes, from, to))
}
