import './routes.ts'
import 'dayjs/locale/bg'
import './texts-of-pages.ts'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { onFirstPage } from '#renderer/shell/first-page.ts'
import { usePreferences, useScheme } from '#renderer/shell/preferences.ts'
import { createQueries, dropWithSession } from './queries.ts'
import { createAppRouter } from './router.tsx'
import { refreshThrough } from '#renderer/shell/refresh.ts'
import { pages } from '#renderer/shell/register.ts'
import { styleNonce } from './security.ts'
import { listenForFiles } from '#renderer/shell/save-file.ts'
import { useSession } from '#renderer/shell/session.tsx'
import { cssVariablesResolver, theme } from './theme.ts'

/** Everything that a session opens: the router with its frame and pages, and what they have read. */
export default function Program() {
  const { language } = usePreferences()
  const scheme = useScheme()
  const session = useSession()
  const [router] = useState(() => createAppRouter(pages))
  const [queries] = useState(() => createQueries(session))
  useEffect(listenForFiles, [])
  useEffect(() => {
    refreshThrough(queries)
  }, [queries])
  useEffect(() => dropWithSession(queries, session), [queries, session])
  useEffect(() => onFirstPage(() => router.navigate({ to: '/', replace: true })), [router])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => styleNonce}
    >
      {/* Weekends are no errors: nothing in the calendar is red. */}
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

/** Fetches the pages of the navigation, so that the first click does not wait for them. */
export async function loadPages(): Promise<void> {
  for (const page of pages) if (page.labelKey !== undefined) await page.component()
}
