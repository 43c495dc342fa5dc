import { Check, CircleDot, Clock, History, Pencil } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { PlanStatus } from '#domain/plans/schema.ts'
import { t } from '#renderer/shell/i18n.ts'
import { StatusBadge, type Tone } from '#renderer/components/display/status-badge.tsx'

const look: Record<PlanStatus, readonly [Tone, LucideIcon]> = {
  draft: ['calm', Pencil],
  ready: ['warn', Clock],
  approved: ['info', Check],
  signed: ['ok', CircleDot],
  superseded: ['calm', History],
}

/** Where a plan stands: icon and word. */
export function PlanBadge({ status }: { status: PlanStatus }) {
  const [tone, icon] = look[status]
  return <StatusBadge tone={tone} icon={icon} word={t(`plans:status.${status}`)} />
}
