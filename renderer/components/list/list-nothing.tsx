import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '../display/empty-state.tsx'
import { isDamage } from '../form/refusal.ts'
import classes from './list.module.css'

/** In the place of rows: why there are none, and what to do. */
export function ListNothing(props: {
  error: Error | null
  onRetry: () => void
  filtered: boolean
  nothing: string
  empty: ReactNode
}) {
  const { t } = useTranslation()
  const { error, filtered, nothing, empty } = props
  return (
    <div role="row" className={classes.nothing}>
      <div role="gridcell">
        {error ? (
          <EmptyState
            text={isDamage(error) ? t('problems:officeDamaged') : t('errors:listFailed')}
            actions={
              <button type="button" className="o-link-button" onClick={props.onRetry}>
                {t('common:retry')}
              </button>
            }
          />
        ) : filtered ? (
          <EmptyState text={nothing} />
        ) : (
          empty
        )}
      </div>
    </div>
  )
}
