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
}
