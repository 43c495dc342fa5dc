import { Check, CircleDashed, Hourglass, Pencil, type LucideIcon } from 'lucide-react'
import type { SelectionState } from '#domain/selections/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { StatusBadge, type Tone } from '#renderer/components/display/status-badge.tsx'

const look: Record<SelectionState, readonly [Tone, LucideIcon]> = {
  draft: ['calm', Pencil],
  scored: ['warn', Hourglass],
  approved: ['ok', Check],
}

/** Where the card stands; none is said too. */
export function SelectionBadge({ state }: { state: SelectionState | null }) {
  const { t } = useTranslation()
  if (state === null)
    return <StatusBadge tone="calm" icon={CircleDashed} word={t('selections:notBegun')} />
  const [tone, icon] = look[state]
  return <StatusBadge tone={tone} icon={icon} word={t(`selections:state.${state}`)} />
}
