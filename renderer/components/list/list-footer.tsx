import type { ReactNode } from 'react'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import classes from './list.module.css'

/** „240 лица · избрани 12“, and what is done with them. */
export function ListFooter(props: {
  /** Empty until it is known: „Няма …“ is not said while the first rows are on their way. */
  count: string
  selected: number
  onUnselect: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { count, selected } = props
  const said = t('shell:list.selected', { count: selected })
  return (
    <div className={classes.footer}>
      <span>
        {count}
        {selected > 0 ? ` · ${said}` : ''}
      </span>
      {selected > 0 ? (
        <button type="button" className="o-link-button" onClick={props.onUnselect}>
          {t('shell:list.unselect')}
        </button>
      ) : null}
      <span className={classes.footerActions}>{props.children}</span>
    </div>
  )
}
