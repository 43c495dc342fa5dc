import { ScrollText } from 'lucide-react'
import type { Feature } from '#renderer/shell/feature.ts'

/** „Дневник на достъпа“, below the line of the navigation. */
export const feature: Feature = {
  pages: [
    {
      path: '/journal',
      group: 'bottom',
      labelKey: 'audit:title',
      icon: ScrollText,
      order: 90,
      permission: 'audit.readAll',
      helpKey: 'audit:help',
      component: () => import('./journal-page.tsx'),
    },
  ],
}
