import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from './empty-state.tsx'
import { PageHead } from './page-head.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('errors:pageMissingTitle')} />
      <EmptyState text={t('errors:pageMissing')} />
    </>
  )
}

export function Forbidden() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('errors:forbiddenTitle')} />
      <EmptyState text={t('errors:forbidden')} />
    </>
  )
}

/** The page could not be drawn: what was typed is in its draft. */
export function PageFailed({ reset }: { reset: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('errors:pageFailedTitle')} />
      <EmptyState
        text={t('errors:pageFailed')}
        actions={
          <button type="button" className="o-link-button" onClick={reset}>
            {t('common:retry')}
          </button>
        }
      />
    </>
  )
}
