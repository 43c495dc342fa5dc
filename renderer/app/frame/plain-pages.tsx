import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { navigationFor } from '../routes.ts'
import { useMay } from '../session.tsx'

/** The address without a page opens the first page of the navigation. */
export function FirstPage() {
  const { t } = useTranslation()
  const may = useMay()
  const first = navigationFor(may)[0]?.pages[0]
  if (first) return <Navigate to={first.path} replace />
  return <EmptyState text={t('shell:noPages')} />
}

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
