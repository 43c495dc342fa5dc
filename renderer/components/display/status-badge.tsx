import type { LucideIcon } from 'lucide-react'
import classes from './display.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'calm' | 'locked'

export interface StatusBadgeProps {
  tone: Tone
  icon: LucideIcon
  word: string
  /** „Днес“ is bold. */
  strong?: boolean
  /** Only the icon is drawn, the word stays for screen readers: planner cells with a legend. */
  iconOnly?: boolean
}

/** Status = tone + icon + word; never colour alone. */
export function StatusBadge({ tone, icon: Icon, word, strong, iconOnly }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone} data-strong={strong ? '' : undefined}>
      <Icon size={16} aria-hidden />
      <span className={iconOnly ? 'o-hidden' : undefined}>{word}</span>
    </span>
  )
}
