import { useTranslation } from '#renderer/shell/use-translation.ts'
import { problemText } from '#renderer/shell/problem-text.ts'
import type { Overview } from './backup-texts.ts'

/** Why the program could not make its own copy beside the database; nothing where it could. */
export function SnapshotFailure({ failure }: { failure: Overview['snapshotFailure'] }) {
  const { t } = useTranslation()
  if (!failure) return null
  const { problem, params } = failure
  const reason =
    problem === null ? t('backup:snapshotUnknown') : problemText({ code: problem, params })
  return <p>{t('backup:snapshotFailed', { reason })}</p>
}
