import {
  Check,
  CircleHelp,
  CircleX,
  FileCheck,
  PenLine,
  Printer,
  type LucideIcon,
} from 'lucide-react'
import type { FiledPaperKind, PaperStatus } from '#domain/papers/schema.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { t } from '#renderer/shell/i18n.ts'
import type { StatusBadgeProps, Tone } from '#renderer/components/display/status-badge.tsx'

const look: Record<PaperStatus, readonly [Tone, LucideIcon]> = {
  forPrint: ['info', Printer],
  printed: ['calm', FileCheck],
  out: ['warn', PenLine],
  signedBack: ['ok', Check],
  missing: ['bad', CircleHelp],
  annulled: ['calm', CircleX],
}

/** Where the paper itself is, in tone, icon and word. */
export function paperBadge(status: PaperStatus): StatusBadgeProps {
  const [tone, icon] = look[status]
  return { tone, icon, word: t(`papers:status.${status}`) }
}

/** A contract is opened on its own page, any other paper on the page of papers. */
export const addressOfPaper = (paper: { id: string; kind: FiledPaperKind; subjectId: string }) =>
  paper.kind === 'contract'
    ? addressOf(routes.contract, paper.subjectId)
    : paper.kind === 'employment'
      ? addressOf(routes.employment, paper.subjectId)
      : addressOf(routes.paper, paper.id)
