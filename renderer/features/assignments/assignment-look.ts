import { CircleDot, CircleX, Hourglass, Square, type LucideIcon } from 'lucide-react'
import type { AssignmentState } from '#domain/assignments/schema.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

const looks: Record<AssignmentState, readonly [Tone, LucideIcon]> = {
  planned: ['info', Hourglass],
  running: ['ok', CircleDot],
  ended: ['calm', Square],
  voided: ['calm', CircleX],
}

/** Where an assignment stands, in tone, icon and word. */
export function assignmentBadge(state: AssignmentState): StatusBadgeProps {
  const [tone, icon] = looks[state]
  return { tone, icon, word: t(`assignments:state.${state}`) }
}
