import { CalendarClock } from 'lucide-react'
import type { Feature } from '#renderer/shell/feature.ts'

/** „Изтича“: what ends for whom the office cares, beside „Днес“. */
export const feature: Feature = {
  pages: [
    {
      path: '/expiring',
      group: 'today',
      labelKey: 'expiring:title',
      order: 20,
      icon: CalendarClock,
      permission: 'people.read',
      helpKey: 'expiring:help',
      component: () => import('./expiring-page.tsx'),
    },
  ],
}
