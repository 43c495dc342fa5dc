import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './display.module.css'

export interface Fact {
  label: string
  /** Nothing is shown as „няма“ in muted text. */
  value: ReactNode
  /** Differs from the source it was filled from. */
  changed?: boolean
}

/** What is known, as label and value; labels left, values aligned. */
export function Facts({ facts, narrow }: { facts: readonly Fact[]; narrow?: boolean }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.facts} data-narrow={narrow ? '' : undefined}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes.fact}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value === null || fact.value === undefined || fact.value === '' ? (
              <span className="o-muted">{t('common:none')}</span>
            ) : (
              fact.value
            )}
            {fact.changed ? <span className={classes.changed}>{t('common:changed')}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
