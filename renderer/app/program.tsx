import 'dayjs/locale/bg'
import { DatesProvider } from '@mantine/dates'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { onFirstPage } from './first-page.ts'
import { usePreferences } from './preferences.ts'
import { createAppRouter } from './router.tsx'
import { pages as builtPages } from './routes.ts'

/** Everything that a session opens: the router with its frame and pages. */
export default function Program({ pages = builtPages }: { pages?: typeof builtPages }) {
  const { language } = usePreferences()
  const [router] = useState(() => createAppRouter(pages))
  useEffect(() => onFirstPage(() => router.navigate({ to: '/', replace: true })), [router])
  return (
    // Weekends are no errors: nothing in the calendar is red.
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
      <RouterProvider router={router} />
    </DatesProvider>
  )
}

/** Fetches the pages of the navigation, so that the first click does not wait for them. */
export async function loadPages(): Promise<void> {
  for (const page of builtPages) if (page.labelKey !== undefined) await page.component()
}
