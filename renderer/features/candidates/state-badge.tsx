import {
  Briefcase,
  Check,
  CircleMinus,
  CircleSlash,
  Inbox,
  ListChecks,
  Square,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { CandidacyState } from '#domain/candidates/schema.ts'
import { daysBetween } from '#domain/calendar/civil-date.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { StatusBadge, type Tone } from '#renderer/components/display/status-badge.tsx'

/** Tone and icon of each state of a candidacy; the word stands in the locale. */
export const candidateLook: Record<CandidacyState, { tone: Tone; icon: LucideIcon }> = {
  registered: { tone: 'info', icon: Inbox },
  incomplete: { tone: 'warn', icon: TriangleAlert },
  admitted: { tone: 'info', icon: Check },
  inPool: { tone: 'ok', icon: ListChecks },
  employed: { tone: 'ok', icon: Briefcase },
  notAdmitted: { tone: 'bad', icon: CircleSlash },
  withdrawn: { tone: 'calm', icon: CircleMinus },
  closed: { tone: 'calm', icon: Square },
}

/** State of a candidacy; an incomplete one says how many days are left for its papers. */
export function CandidateBadge(props: {
  state: CandidacyState
  dueDate: string | null
  word?: string
}) {
  const { t } = useTranslation()
  const { state, dueDate } = props
  const days = state === 'incomplete' && dueDate !== null ? daysBetween(today(), dueDate) : null
  const word =
    days === null
      ? t(`candidates:state.${state}`)
      : days === 0
        ? t('candidates:incompleteDue.today')
        : days < 0
          ? t('candidates:incompleteDue.over', { count: -days })
          : t('candidates:incompleteDue.left', { count: days })
  const look = candidateLook[state]
  return (
    <StatusBadge
      {...look}
      tone={days !== null && days < 0 ? 'bad' : look.tone}
      word={props.word ?? word}
      strong={days === 0}
    />
  )
}
