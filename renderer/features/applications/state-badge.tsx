import {
  Check,
  CheckCheck,
  CircleMinus,
  CircleSlash,
  FileText,
  Footprints,
  Hourglass,
  Inbox,
  Layers2,
  Pencil,
  Sigma,
  Square,
  TimerOff,
  TriangleAlert,
  Underline,
  type LucideIcon,
} from 'lucide-react'
import type { ShownApplicationState } from '#domain/applications/schema.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { StatusBadge, type Tone } from '#renderer/components/display/status-badge.tsx'

/** Tone and icon of each state of an application; the word stands in the locale. */
export const stateLook: Record<ShownApplicationState, { tone: Tone; icon: LucideIcon }> = {
  draft: { tone: 'calm', icon: Pencil },
  registered: { tone: 'info', icon: Inbox },
  incomplete: { tone: 'warn', icon: TriangleAlert },
  admitted: { tone: 'info', icon: Check },
  notAdmitted: { tone: 'bad', icon: CircleSlash },
  forAssessment: { tone: 'info', icon: Footprints },
  assessed: { tone: 'info', icon: Sigma },
  approved: { tone: 'ok', icon: CheckCheck },
  reserve: { tone: 'warn', icon: Layers2 },
  waiting: { tone: 'warn', icon: Hourglass },
  belowThreshold: { tone: 'calm', icon: Underline },
  withContract: { tone: 'ok', icon: FileText },
  contractExpired: { tone: 'calm', icon: TimerOff },
  droppedOut: { tone: 'calm', icon: CircleMinus },
  closed: { tone: 'calm', icon: Square },
}

/**
 * State of an application; an incomplete one says how many days are left for its papers. A list has
 * words for it that are the same on paper.
 */
export function ApplicationBadge(props: {
  state: ShownApplicationState
  dueDate?: string | null
  word?: string
}) {
  const { t } = useTranslation()
  const { state, dueDate } = props
  const word = t(`applications:state.${state}`)
  if (state !== 'incomplete' || !dueDate)
    return <StatusBadge {...stateLook[state]} word={props.word ?? word} />
  const days = daysBetween(today(), dueDate)
  const left =
    days < 0
      ? t('applications:due.over', { count: -days })
      : days === 0
        ? t('applications:due.today')
        : t('applications:due.left', { count: days })
  return (
    <StatusBadge
      {...stateLook[state]}
      tone={days < 0 ? 'bad' : 'warn'}
      word={props.word ?? `${word} · ${left}`}
      strong={days === 0}
    />
  )
}
