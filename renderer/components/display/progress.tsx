import { useEffect, useState } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { secondsLeft } from '#renderer/shell/running-work.ts'
import classes from './display.module.css'

export interface ProgressProps {
  /** What is being done. */
  label: string
  done: number
  /** Unknown until counted: then only the words move. */
  total: number | undefined
  /** „34 %“ instead of „34 от 100“. */
  unit?: '%' | undefined
  startedAt: number
  onCancel?: (() => void) | undefined
}

/** What, how many of how many, time left in words, „Спри“. For work over a second. */
export function Progress({ label, done, total, unit, startedAt, onCancel }: ProgressProps) {
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
  const text = useWorkText()(label, done, total, unit)
  return (
    <div className={classes.progress}>
      <div className={classes.meterText}>
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
        className={classes.bar}
        data-fill="info"
      >
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
          <rect x="0" y="0" width={total ? (done / total) * 100 : 0} height="8" />
        </svg>
      </div>
    </div>
  )
}

/** How far a work is, in words: „Печат: 84 от 120“, „Архивно копие: 34 %“. */
export function useWorkText() {
  const { t } = useTranslation()
  return (label: string, done: number, total: number | undefined, unit: '%' | undefined) => {
    if (total === undefined) return label
    if (unit === '%') return t('shell:work.percent', { label, percent: done })
    return t('shell:work.ofTotal', { label, done, total })
  }
}
