import { useTranslation } from 'react-i18next'
import { ORPCError } from '@orpc/client'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'

/** While a record is read nothing is drawn; when there is none, it says so. */
export function RecordState({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  if (!error) return null
  const missing = error instanceof ORPCError && error.code === 'NOT_FOUND'
  return <EmptyState text={t(missing ? 'errors:notFound' : 'errors:officeSilent')} />
}
