import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { namedDaysOf, type NamedDay } from '#domain/calendar/rules.ts'
import { partsOf } from '#domain/calendar/civil-date.ts'
import { formatDate } from '#domain/text/format.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { client, orpc } from '#renderer/shell/client.ts'
import { weekdayText } from '#renderer/shell/spoken-date.ts'
import { useTranslation, type Translate } from '#renderer/shell/use-translation.ts'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { ConfirmDialog } from '#renderer/components/steps/confirm-dialog.tsx'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import classes from '../settings/settings.module.css'
import { DayForm, type StoredDay } from './day-form.tsx'
import { WorkingDays } from './working-days.tsx'

type Asked = { kind: 'form'; day: StoredDay | undefined } | { kind: 'remove'; day: StoredDay }

/** Holidays of a year, days of the Council of Ministers, and the office's own, which may be changed. */
export default function DaysPage() {
  const { t } = useTranslation()
  const [year, setYear] = useState(() => partsOf(today()).year)
  const [asked, setAsked] = useState<Asked>()
  const { data: own = [] } = useQuery(orpc.calendar.list.queryOptions({ input: {} }))
  const close = () => {
    setAsked(undefined)
  }
  const turn = (by: number) => () => {
    setYear(year + by)
  }
  return (
    <SettingsFrame at="calendar">
      <PageHead
        title={t('calendar:title')}
        path={[{ label: t('office:settings'), to: '/settings/office' }]}
        main={{
          label: t('calendar:add'),
          run: () => {
            setAsked({ kind: 'form', day: undefined })
          },
        }}
      />
      <p>{t('calendar:what')}</p>
      <p>{t('calendar:plans')}</p>
      <p>
        <Button variant="default" aria-label={t('calendar:yearBefore')} onClick={turn(-1)}>
          {year - 1}
        </Button>{' '}
        <strong aria-live="polite">{t('calendar:yearOf', { year: String(year) })}</strong>{' '}
        <Button variant="default" aria-label={t('calendar:yearAfter')} onClick={turn(1)}>
          {year + 1}
        </Button>
      </p>
      <Days days={namedDaysOf(year, own)} year={year} ask={setAsked} />
      <WorkingDays year={year} own={own} />
      {asked?.kind === 'form' ? <DayForm day={asked.day} onClose={close} /> : null}
      {asked?.kind === 'remove' ? <RemoveDay day={asked.day} onClose={close} /> : null}
    </SettingsFrame>
  )
}

interface DaysProps {
  days: readonly NamedDay<StoredDay>[]
  year: number
  ask: (asked: Asked) => void
}

function Days({ days, year, ask }: DaysProps) {
  const { t } = useTranslation()
  const label = t('calendar:days', { year: String(year) })
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('calendar:date')}</th>
            <th scope="col">{t('calendar:isDay')}</th>
            <th scope="col">{t('calendar:why')}</th>
            <th scope="col">{t('calendar:by.title')}</th>
            <th scope="col">
              <span className="o-hidden">{t('calendar:change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={`${one.by}:${one.date}:${one.by === 'law' ? one.key : ''}`}>
              <th scope="row">
                {formatDate(one.date)}, {weekdayText(one.date)}
              </th>
              <td>{t(`calendar:kind.${one.by === 'law' ? 'off' : one.day.kind}`)}</td>
              <td lang={one.by === 'law' ? undefined : 'bg'}>{whyOf(t, one)}</td>
              <td>
                {t(`calendar:by.${one.by}`)}
                {one.by === 'council' && one.overruled ? (
                  <span className="o-muted"> – {t('calendar:overruled')}</span>
                ) : null}
              </td>
              <td>{one.by === 'office' ? <Changes day={one.day} ask={ask} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whyOf(t: Translate, one: NamedDay): string {
  if (one.by !== 'law') return one.day.reason
  const holiday = t(`calendar:holiday.${one.key}`)
  return one.moved ? t('calendar:moved', { holiday }) : holiday
}

function Changes({ day, ask }: { day: StoredDay; ask: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const date = formatDate(day.date)
  return (
    <>
      <button
        type="button"
        className="o-link-button"
        aria-label={t('calendar:changeOf', { date })}
        onClick={() => {
          ask({ kind: 'form', day })
        }}
      >
        {t('calendar:change')}
      </button>{' '}
      <button
        type="button"
        className="o-link-button"
        aria-label={t('calendar:removeOf', { date })}
        onClick={() => {
          ask({ kind: 'remove', day })
        }}
      >
        {t('calendar:remove')}
      </button>
    </>
  )
}

function RemoveDay({ day, onClose }: { day: StoredDay; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('calendar:removeAsk', { date: formatDate(day.date) })}
      lead={<p>{t('calendar:removeNote')}</p>}
      label={t('calendar:remove')}
      keepLabel={t('calendar:keep')}
      data={{ id: day.id, version: day.version }}
      call={client.calendar.remove}
      said={() => t('calendar:removed')}
      onClose={onClose}
    />
  )
}
