import { useCallback, useId, useMemo, useState, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { SectionContext } from './form-context.ts'
import { flatten } from './resolver.ts'
import classes from './form.module.css'

export interface SectionProps {
  title: string
  /** Closed at first, for what is not needed („Още данни (незадължителни)“). */
  folded?: boolean
  children: ReactNode
}

/** A part of the form as on the paper, with „2 за поправяне“ beside its name. */
export function Section({ title, folded, children }: SectionProps) {
  const { t } = useTranslation()
  const heading = useId()
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const { errors } = useFormState()
  const register = useCallback((name: string) => {
    setNames((now) => new Set([...now, name]))
    return () => {
      setNames((now) => new Set([...now].filter((other) => other !== name)))
    }
  }, [])
  const wrong = useMemo(
    () =>
      flatten(errors).filter(({ name }) =>
        [...names].some((own) => name === own || name.startsWith(`${own}.`)),
      ).length,
    [errors, names],
  )
  const [open, setOpen] = useState(!folded)
  const count =
    wrong > 0 ? (
      <span className={classes.sectionWrong}>{t('errors:sectionToFix', { count: wrong })}</span>
    ) : null
  const shown = open || wrong > 0
  return (
    <SectionContext value={register}>
      <section className={classes.section} aria-labelledby={heading}>
        <h2 id={heading} className={classes.sectionTitle}>
          {folded === undefined ? (
            title
          ) : (
            <button
              type="button"
              className="o-link-button"
              aria-expanded={shown}
              onClick={() => {
                setOpen((now) => !now)
              }}
            >
              {title}
            </button>
          )}
          {count}
        </h2>
        <div className={classes.sectionBody} hidden={!shown}>
          {children}
        </div>
      </section>
    </SectionContext>
  )
}

/** Fields beside each other in one line of the paper; under each other on narrow screens. */
export function Row({ children }: { children: ReactNode }) {
  return (
    <div className={classes.row} data-fields-row>
      {children}
    </div>
  )
}
