import { useQuery } from '@tanstack/react-query'
import type { Feature } from '#renderer/shell/feature.ts'
import { orpc } from '#renderer/shell/client.ts'

/** What waits for this account, beside „Днес“ in the navigation. */
function useCounters() {
  const { data } = useQuery({
    ...orpc.today.count.queryOptions({ input: {} }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  })
  if (!data) return {}
  const { groups, waiting } = data
  return Object.fromEntries(
    Object.entries({ today: waiting, ...groups }).filter(([, count]) => count > 0),
  )
}

export const feature: Feature = {
  pages: [
    {
      path: '/today',
      group: 'today',
      labelKey: 'today:title',
      order: 10,
      helpKey: 'today:help',
      component: () => import('./today-page.tsx'),
    },
    {
      path: '/today/$kind',
      group: 'today',
      helpKey: 'today:help',
      component: () => import('./waiting-page.tsx'),
    },
  ],
  useCounters,
}
