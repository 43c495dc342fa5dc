import type { Feature } from '#renderer/shell/feature.ts'

/** „Почивни дни“: a group of the settings. */
export const feature: Feature = {
  pages: [
    {
      path: '/settings/days',
      group: 'bottom',
      permission: 'settings.manage',
      helpKey: 'calendar:help',
      component: () => import('./days-page.tsx'),
    },
  ],
  places: [
    {
      id: 'calendar',
      labelKey: 'office:groups.calendar',
      to: '/settings/days',
      permission: 'settings.manage',
      setting: 35,
      wordsKey: 'office:words.calendar',
    },
  ],
}
