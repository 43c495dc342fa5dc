import { CircleDot, Hourglass, Pause, Square, type LucideIcon } from 'lucide-react'
import type { EmployeeState } from '#domain/employees/states.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

const looks: Record<EmployeeState, readonly [Tone, LucideIcon]> = {
  working: ['ok', CircleDot],
  suspended: ['warn', Pause],
  coming: ['info', Hourglass],
  over: ['calm', Square],
}

/** How somebody stands to the office, in tone, icon and word. */
export function employeeBadge(state: EmployeeState): StatusBadgeProps {
  const [tone, icon] = looks[state]
  return { tone, icon, word: t(`employees:state.${state}`) }
}
