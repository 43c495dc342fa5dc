import { useId } from 'react'
import classes from './display.module.css'

export interface MeterProps {
  /** „Дадени“ */
  label: string
  /** In words: „План 80 ч. от дадени 84 ч.“ */
  text: string
  value: number
  max: number
  /** Over the limit is a fault, under it is shown. */
  tone?: 'ok' | 'warn' | 'bad' | 'info'
}

/** How much of how much: words first, the bar repeats them. */
export function Meter({ label, text, value, max, tone = 'info' }: MeterProps) {
  const id = useId()
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div className={classes.meter}>
      <div className={classes.meterText}>
        <span id={id}>{label}</span>
        <span className="o-figures">{text}</span>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
        className={classes.bar}
        data-fill={tone}
      >
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
          <rect x="0" y="0" width={share * 100} height="8" />
        </svg>
      </div>
    </div>
  )
}
