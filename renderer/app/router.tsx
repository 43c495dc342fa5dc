import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AsyncRouteComponent,
} from '@tanstack/react-router'
import type { Page } from '#renderer/shell/feature.ts'
import { Frame } from './frame/frame.tsx'
import { Forbidden, NotFound, PageFailed } from '#renderer/components/display/plain-pages.tsx'
import { FirstPage } from './frame/first-page.tsx'
import { pages as builtPages } from '#renderer/shell/register.ts'
import { useMay } from '#renderer/shell/session.tsx'

/**
 * A page that this account may not open says so. The router fetches its code before it leaves the
 * page before: drawn first and fetched then, the window would be empty for as long as that takes.
 */
function guarded(page: Page) {
  const Content = lazyRouteComponent(page.component, 'default') as AsyncRouteComponent<object>
  function GuardedPage() {
    const may = useMay()
    return may(page.permission) ? <Content /> : <Forbidden />
  }
  return Object.assign(GuardedPage, { preload: () => Content.preload?.() })
}

/**
 * Routes of all built pages behind a hash, which works under `app://` and under HTTP alike. Only ids
 * stand in addresses; filters and names never do.
 */
export function createAppRouter(pages: readonly Page[] = builtPages) {
  const root = createRootRoute({
    component: Frame,
    notFoundComponent: NotFound,
    errorComponent: PageFailed,
  })
  const home = createRoute({ getParentRoute: () => root, path: '/', component: FirstPage })
  const own = pages
    .filter((page) => page.path !== '/')
    .map((page) =>
      createRoute({
        getParentRoute: () => root,
        path: page.path,
        component: guarded(page),
        staticData: { page },
      }),
    )
  const router = createRouter({
    routeTree: root.addChildren([home, ...own]),
    history: createHashHistory(),
    defaultPreload: false,
    scrollRestoration: false,
    defaultPendingMs: 300,
  })
  return router
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: Page
  }
}
