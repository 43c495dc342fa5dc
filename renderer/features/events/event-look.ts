import { CalendarClock, Check, CircleX, ClipboardPen, type LucideIcon } from 'lucide-react'
import type { ShownEventState } from '#domain/events/schema.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

const looks: Record<ShownEventState, readonly [Tone, LucideIcon]> = {
  planned: ['info', CalendarClock],
  toMark: ['warn', ClipboardPen],
  held: ['ok', Check],
  cancelled: ['calm', CircleX],
}

/** Where an event stands, in tone, icon and word. */
export function eventBadge(state: ShownEventState): StatusBadgeProps {
  const [tone, icon] = looks[state]
  return { tone, icon, word: t(`events:state.${state}`) }
}
