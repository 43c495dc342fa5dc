import { ORPCError } from '@orpc/client'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#domain/problems/schema.ts'
import { useProblemText } from '#renderer/app/problem-text.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'

/** While a plan is read nothing is drawn; when there is none, or there may be none, it says why. */
export function RecordState({
  error,
  actions,
}: {
  error: Error | null
  actions?: React.ReactNode
}) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  if (!error) return null
  const missing = error instanceof ORPCError && error.code === 'NOT_FOUND'
  if (error instanceof ORPCError && error.code === 'RULE') {
    const { problems } = error.data as { problems: Problem[] }
    return <EmptyState text={problems.map((one) => problemText(one)).join(' ')} actions={actions} />
  }
  return <EmptyState text={t(missing ? 'errors:notFound' : 'errors:officeSilent')} />
}
