import {
  CircleSlash,
  Check,
  CircleMinus,
  Hourglass,
  Pencil,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { AssessmentStatus } from '#domain/assessments/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge, type Tone } from '#renderer/components/display/status-badge.tsx'

const look: Record<AssessmentStatus, readonly [Tone, LucideIcon]> = {
  draft: ['calm', Pencil],
  finished: ['warn', Hourglass],
  returned: ['warn', Undo2],
  approved: ['ok', Check],
  notCarriedOut: ['bad', CircleSlash],
  superseded: ['calm', CircleMinus],
}

export function AssessmentBadge({ status }: { status: AssessmentStatus }) {
  const { t } = useTranslation()
  const [tone, icon] = look[status]
  return <StatusBadge tone={tone} icon={icon} word={t(`assessments:status.${status}`)} />
}
