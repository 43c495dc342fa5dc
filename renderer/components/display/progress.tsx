import { useTranslation } from 'react-i18next'
import { useEffect, useState } from 'react'
import { secondsLeft } from '#renderer/app/running-work.ts'
import classes from './display.module.css'

export interface ProgressProps {
  /** What is being done. */
  label: string
  done: number
  /** Unknown until counted: then only the words move. */
  total: number | undefined
  startedAt: number
  onCancel?: (() => void) | undefined
}

/** What, how many of how many, time left in words, „Спри“. For work over a second. */
export function Progress({ label, done, total, startedAt, onCancel }: ProgressProps) {
  const { t } = useTranslation()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const seconds = secondsLeft(done, total, now - startedAt)
  const text = total === undefined ? label : t('shell:work.ofTotal', { label, done, total })
  return (
    <div className={classes['progress']}>
      <div className={classes['meterText']}>
        <span>
          {text}
          {seconds === undefined ? null : ` – ${t('shell:work.secondsLeft', { count: seconds })}`}
        </span>
        {onCancel ? (
          <button type="button" className="o-link-button" onClick={onCancel}>
            {t('common:stop')}
          </button>
        ) : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={total === undefined ? undefined : done}
        className={classes['bar']}
        data-fill="info"
      >
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
          <rect x="0" y="0" width={total ? (done / total) * 100 : 0} height="8" />
        </svg>
      </div>
    </div>
  )
}
