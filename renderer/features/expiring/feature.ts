import { CalendarClock, Mail } from 'lucide-react'
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
    {
      path: '/expiring/telk',
      group: 'today',
      permission: 'people.readTelk',
      helpKey: 'expiring:help',
      component: () => import('./telk-page.tsx'),
    },
  ],
  places: [
    {
      id: 'expiring.telk60',
      labelKey: 'expiring:views.telk60',
      to: '/expiring/telk',
      permission: 'people.readTelk',
    },
  ],
  timeline: [{ prefix: 'letter.', textKey: 'letters:timeline', icon: Mail }],
}
