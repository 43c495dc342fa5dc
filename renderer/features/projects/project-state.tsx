import { Archive, CalendarOff, Clock, Play } from 'lucide-react'
import type { ProjectState as State } from '#domain/projects/rules.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge } from '#renderer/components/display/status-badge.tsx'

const looks = {
  coming: { tone: 'info', icon: Clock },
  open: { tone: 'ok', icon: Play },
  closed: { tone: 'calm', icon: Archive },
  endUnknown: { tone: 'warn', icon: CalendarOff },
} as const

/** Where the project stands by its dates. */
export function ProjectState({ state }: { state: State }) {
  const { t } = useTranslation()
  return <StatusBadge {...looks[state]} word={t(`projects:state.${state}`)} />
}
