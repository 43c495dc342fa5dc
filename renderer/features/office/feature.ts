import { Settings } from 'lucide-react'
import type { Feature } from '#renderer/shell/feature.ts'
import { rulesSource } from './rules-source.ts'

const rules = ['deadlines', 'limits', 'numbers', 'papers', 'security'] as const
const orders = { deadlines: 30, limits: 40, numbers: 50, papers: 60, security: 90 }

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
  places: [
    {
      id: 'office',
      labelKey: 'office:groups.office',
      to: '/settings/office',
      permission: 'settings.manage',
      setting: 10,
      wordsKey: 'office:words.office',
    },
    ...rules.map((group) => ({
      id: group,
      labelKey: `office:groups.${group}` as const,
      to: `/settings/rules/${group}`,
      permission: 'settings.manage',
      setting: orders[group],
      wordsKey: `office:words.${group}` as const,
    })),
  ],
  palette: [rulesSource],
}
