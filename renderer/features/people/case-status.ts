import {
  Ban,
  Check,
  CircleDot,
  CircleMinus,
  CircleX,
  FileText,
  Footprints,
  Hash,
  Hourglass,
  Inbox,
  ListOrdered,
  Minus,
  Pause,
  PenLine,
  Pencil,
  RefreshCw,
  Sigma,
  Square,
  TimerOff,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { ShownApplicationState } from '#domain/applications/schema.ts'
import type { ShownContractStatus } from '#domain/contracts/schema.ts'
import { standingOf, type PersonStanding } from '#domain/people/list.ts'
import type { Deadline } from '#domain/people/deadlines.ts'
import { formatDate } from '#domain/text/format.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

type Look = readonly [Tone, LucideIcon]

/** Tone and icon of each state of an application; its word stands under `people:status.application`. */
const applicationLook: Record<ShownApplicationState, Look> = {
  draft: ['calm', Pencil],
  registered: ['info', Inbox],
  incomplete: ['warn', TriangleAlert],
  admitted: ['info', Check],
  notAdmitted: ['bad', Ban],
  forAssessment: ['info', Footprints],
  assessed: ['info', Sigma],
  approved: ['ok', Check],
  reserve: ['warn', ListOrdered],
  waiting: ['warn', Hourglass],
  belowThreshold: ['calm', Minus],
  withContract: ['ok', FileText],
  contractExpired: ['calm', TimerOff],
  droppedOut: ['calm', CircleMinus],
  closed: ['calm', Square],
}

const contractLook: Record<ShownContractStatus, Look> = {
  draft: ['calm', Pencil],
  issued: ['info', Hash],
  outForSignature: ['warn', PenLine],
  signed: ['ok', Check],
  inForce: ['ok', CircleDot],
  suspended: ['warn', Pause],
  annexed: ['info', RefreshCw],
  ending: ['warn', Hourglass],
  terminated: ['calm', Square],
  expired: ['calm', TimerOff],
  annulled: ['calm', CircleX],
}

export function applicationBadge(state: ShownApplicationState): StatusBadgeProps {
  const [tone, icon] = applicationLook[state]
  return { tone, icon, word: t(`people:status.application.${state}`) }
}

export function contractBadge(status: ShownContractStatus): StatusBadgeProps {
  const [tone, icon] = contractLook[status]
  return { tone, icon, word: t(`people:status.contract.${status}`) }
}

/** The one status of a person in a list: death, then a contract that counts, then the application. */
export function personBadge(status: PersonStanding): StatusBadgeProps | undefined {
  const standing = standingOf(status)
  switch (standing?.of) {
    case 'death':
      return {
        tone: 'calm',
        icon: Square,
        word: t('people:deceasedOn', {
          context: status.sex,
          date: formatDate(standing.deathDate),
        }),
      }
    case 'contract':
      return contractBadge(standing.contract)
    case 'application':
      return applicationBadge(standing.application)
    case undefined:
      return undefined
  }
}

/** „След 5 дни“ is worth a colour, a date next year is not. */
export function deadlineTone(deadline: Pick<Deadline, 'daysLeft'>): Tone {
  if (deadline.daysLeft < 0) return 'bad'
  return deadline.daysLeft <= 7 ? 'warn' : 'calm'
}

/** „До 24.12.2026 г.: ТЕЛК“; overdue without the date in lists, where the place is narrow. */
export function deadlineText({ kind, date, daysLeft }: Deadline, full = false): string {
  const what = t(`people:deadline.${kind}`)
  if (daysLeft === 0) return t('people:deadlineToday', { what })
  if (daysLeft > 0) return t('people:deadlineOn', { what, date: formatDate(date) })
  return full
    ? t('people:deadlineOverdueOn', { what, date: formatDate(date) })
    : t('people:deadlineOverdue', { what })
}
