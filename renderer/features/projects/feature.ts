import type { Feature } from '#renderer/shell/feature.ts'

/** „Програми и проекти“: a group of the settings. */
export const feature: Feature = {
  pages: [
    {
      path: '/projects',
      group: 'bottom',
      permission: 'projects.read',
      helpKey: 'projects:help',
      component: () => import('./projects-page.tsx'),
    },
    {
      path: '/projects/new',
      begins: true,
      group: 'bottom',
      permission: 'projects.write',
      helpKey: 'projects:formHelp',
      component: () => import('./project-page.tsx'),
    },
    {
      path: '/projects/$projectId',
      group: 'bottom',
      permission: 'projects.write',
      helpKey: 'projects:formHelp',
      component: () => import('./project-page.tsx'),
    },
  ],
  places: [
    {
      id: 'projects',
      labelKey: 'office:groups.projects',
      to: '/projects',
      permission: 'projects.read',
      setting: 20,
      wordsKey: 'office:words.projects',
    },
  ],
}
