import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './display.module.css'

export interface TimelineEntry {
  id: string
  /** When, in words. */
  when: string
  icon: LucideIcon
  /** One line: what happened; a link to its paper inside. */
  text: ReactNode
  /** Who did it. */
  by?: string
  note?: ReactNode
}

/** What happened, newest first, icon and words. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ id, when, icon: Icon, text, by, note }) => (
        <li key={id}>
          <span className={classes.timelineIcon}>
            <Icon size={16} aria-hidden />
          </span>
          <div>
            <div>{text}</div>
            {note ? <div>{note}</div> : null}
            <div className="o-small o-muted">
              {when}
              {by ? ` · ${by}` : ''}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
