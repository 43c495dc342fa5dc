import { useReducer, type ComponentType } from 'react'
import type { Page } from '#renderer/shell/feature.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { EmptyState } from '#renderer/components/display/empty-state.tsx'
import { PageHead } from '#renderer/components/display/page-head.tsx'
import { Forbidden } from '#renderer/components/display/plain-pages.tsx'
import { useMay } from '#renderer/shell/session.tsx'

/**
 * A page that this account may not open says so. The router fetches the code of a page before it
 * leaves the page before: drawn first and fetched then, the window would be empty for as long as that
 * takes. Code that did not come is asked for again from where the page would stand; the router's own
 * lazy component loads the window anew, which stays white where the office is gone.
 */
export function pageOf(page: Page) {
  let Content: ComponentType | undefined
  const preload = async () => {
    try {
      Content ??= (await page.component()).default
    } catch {
      // Said by the page itself.
    }
  }
  function GuardedPage() {
    const may = useMay()
    const [, drawAgain] = useReducer((times: number) => times + 1, 0)
    if (!may(page.permission)) return <Forbidden />
    return Content ? <Content /> : <NotFetched onRetry={() => void preload().then(drawAgain)} />
  }
  return Object.assign(GuardedPage, { preload })
}

function NotFetched({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('errors:officeUnreachableTitle')} />
      <EmptyState
        text={t('errors:officeSilent')}
        actions={
          <button type="button" className="o-link-button" onClick={onRetry}>
            {t('common:retry')}
          </button>
        }
      />
    </>
  )
}
