import type { Feature } from '#renderer/shell/feature.ts'

/** Methodologies: their versions and what stands in each. */
export const feature: Feature = {
  pages: [
    {
      path: '/methodologies',
      group: 'assessment',
      order: 90,
      labelKey: 'methodologies:nav',
      permission: 'methodologies.read',
      helpKey: 'methodologies:help',
      component: () => import('./methodologies-page.tsx'),
    },
    {
      path: '/methodologies/$methodologyId',
      group: 'assessment',
      permission: 'methodologies.read',
      helpKey: 'methodologies:help',
      component: () => import('./methodology-page.tsx'),
    },
    {
      path: '/methodologies/$methodologyId/new-version',
      group: 'assessment',
      permission: 'methodologies.write',
      helpKey: 'methodologies:helpForm',
      component: () => import('./new-version-page.tsx'),
    },
  ],
  places: [
    {
      id: 'methodologies',
      labelKey: 'office:groups.methodologies',
      to: '/methodologies',
      permission: 'methodologies.read',
      setting: 70,
      wordsKey: 'office:words.methodologies',
    },
  ],
}
