import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router'
import { addressOf, type Page } from '#renderer/shell/feature.ts'
import { Frame } from './frame/frame.tsx'
import { NotFound, PageFailed } from '#renderer/components/display/plain-pages.tsx'
import { FirstPage } from './frame/first-page.tsx'
import { pages as builtPages } from '#renderer/shell/register.ts'
import { pageOf } from './page-code.tsx'

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
    .flatMap((page) => {
      const drawnAt = (path: string) =>
        createRoute({
          getParentRoute: () => root,
          path,
          component: pageOf(page),
          staticData: { page },
          // Another draft is another form, not the same one with other words.
          remountDeps: ({ params }) => (params as Partial<Record<string, string>>)['draftId'],
        })
      if (!page.begins) return [drawnAt(page.path)]
      const begin = createRoute({
        getParentRoute: () => root,
        path: page.path,
        beforeLoad: () => {
          const to = addressOf(`${page.path}/$draftId`, crypto.randomUUID())
          redirect({ to, replace: true, throw: true })
        },
      })
      return [begin, drawnAt(`${page.path}/$draftId`)]
    })
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
