import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import type { Problem } from '#domain/problems/schema.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { useProblemText } from '#renderer/shell/problem-text.ts'

export interface RecordStateProps {
  error: Error | null
  /** What one may do where a rule stands in the way. */
  actions?: React.ReactNode
}

/**
 * While a record is read nothing is drawn; when there is none, or there may be none, it says why;
 * when the office is silent, it is asked again from here.
 */
export function RecordState({ error, actions }: RecordStateProps) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const queries = useQueryClient()
  if (!error) return null
  if (error instanceof ORPCError && error.code === 'RULE') {
    const { problems } = error.data as { problems: Problem[] }
    return <EmptyState text={problems.map((one) => problemText(one)).join(' ')} actions={actions} />
  }
  if (error instanceof ORPCError && error.code === 'NOT_FOUND')
    return <EmptyState text={t('errors:notFound')} />
  const askAgain = () =>
    queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  return (
    <EmptyState
      text={t('errors:officeSilent')}
      actions={
        <button type="button" className="o-link-button" onClick={() => void askAgain()}>
          {t('common:retry')}
        </button>
      }
    />
  )
}
