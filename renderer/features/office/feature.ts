import { Settings } from 'lucide-react'
import type { Feature } from '#renderer/shell/feature.ts'

export const feature: Feature = {
  pages: [
    {
      path: '/settings',
      group: 'bottom',
      labelKey: 'office:settings',
      icon: Settings,
      order: 80,
      permission: 'settings.manage',
      component: () => import('./settings-home.tsx'),
    },
    {
      path: '/settings/office',
      group: 'bottom',
      permission: 'settings.manage',
      helpKey: 'office:help',
      component: () => import('./office-page.tsx'),
    },
    {
      path: '/settings/rules/$group',
      group: 'bottom',
      permission: 'settings.manage',
      helpKey: 'office:rulesHelp',
      component: () => import('./rules-page.tsx'),
    },
  ],
}
