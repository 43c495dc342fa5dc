import {
  Check,
  CircleDot,
  CircleX,
  Hash,
  Hourglass,
  Pause,
  PenLine,
  Pencil,
  Square,
  TimerOff,
  type LucideIcon,
} from 'lucide-react'
import type {
  AnnexStatus,
  EmploymentKind,
  ShownEmploymentStatus,
} from '#domain/employments/schema.ts'
import { formatRegistryNumber } from '#domain/text/format.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

type Look = readonly [Tone, LucideIcon]

const looks: Record<ShownEmploymentStatus, Look> = {
  draft: ['calm', Pencil],
  issued: ['info', Hash],
  outForSignature: ['warn', PenLine],
  signed: ['ok', Check],
  inForce: ['ok', CircleDot],
  suspended: ['warn', Pause],
  ending: ['warn', Hourglass],
  ended: ['calm', Square],
  expired: ['calm', TimerOff],
  annulled: ['calm', CircleX],
}

const annexLooks: Record<AnnexStatus, Look> = {
  draft: ['calm', Pencil],
  issued: ['warn', PenLine],
  signed: ['ok', Check],
  annulled: ['calm', CircleX],
}

/** Where a contract stands, in tone, icon and word. */
export function employmentBadge(status: ShownEmploymentStatus): StatusBadgeProps {
  const [tone, icon] = looks[status]
  return { tone, icon, word: t(`employments:status.${status}`) }
}

export function annexBadge(status: AnnexStatus): StatusBadgeProps {
  const [tone, icon] = annexLooks[status]
  return { tone, icon, word: t(`employments:annexStatus.${status}`) }
}

interface Named {
  kind: EmploymentKind
  number: string | null
  contractDate: string
}

/** „Трудов договор № ЕК-12/03.11.2026 г.“, or that it is a draft. */
export function employmentTitle({ kind, number, contractDate }: Named): string {
  return number === null
    ? t(`employments:headingDraft.${kind}`)
    : t(`employments:heading.${kind}`, {
        number: formatRegistryNumber(number, contractDate).replace(/^№\s?/, ''),
      })
}
