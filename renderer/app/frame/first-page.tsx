import { Navigate } from '@tanstack/react-router'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { navigationFor } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'

/** The address without a page opens the first page of the navigation. */
export function FirstPage() {
  const { t } = useTranslation()
  const may = useMay()
  const first = navigationFor(may)[0]?.pages[0]
  if (first) return <Navigate to={first.path} replace />
  return <EmptyState text={t('shell:noPages')} />
}
