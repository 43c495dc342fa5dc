import type { ReactNode } from 'react'
import classes from './display.module.css'

/** What is missing, and the button that makes it. */
export function EmptyState({ text, actions }: { text: ReactNode; actions?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      {actions ? <div className={classes.emptyActions}>{actions}</div> : null}
    </div>
  )
}
