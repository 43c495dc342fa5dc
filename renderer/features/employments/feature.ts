import { BriefcaseBusiness } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { useEmploymentCount } from './employment-count.ts'

/** Labour and civil contracts: the list, the draft with its paper, one contract, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: '/employments',
      group: 'team',
      order: 10,
      labelKey: 'employments:title',
      icon: BriefcaseBusiness,
      permission: 'employments.read',
      helpKey: 'employments:help.list',
      component: () => import('./employments-page.tsx'),
    },
    {
      path: '/employments/new',
      group: 'team',
      permission: 'employments.write',
      helpKey: 'employments:help.choose',
      component: () => import('./choose-person-page.tsx'),
    },
    {
      path: routes.newEmploymentOf,
      group: 'team',
      permission: 'employments.write',
      helpKey: 'employments:help.form',
      component: () => import('./new-employment-page.tsx'),
    },
    {
      path: routes.employment,
      group: 'team',
      permission: 'employments.read',
      helpKey: 'employments:help.page',
      component: () => import('./employment-page.tsx'),
    },
    {
      path: '/catalogue',
      group: 'bottom',
      permission: 'employments.read',
      helpKey: 'employments:catalogue.help',
      component: () => import('./catalogue-page.tsx'),
    },
    {
      path: '/catalogue/new',
      begins: true,
      group: 'bottom',
      permission: 'employments.issue',
      helpKey: 'employments:catalogue.help',
      component: () => import('./catalogue-entry-page.tsx'),
    },
    {
      path: '/catalogue/$entryId',
      group: 'bottom',
      permission: 'employments.issue',
      helpKey: 'employments:catalogue.help',
      component: () => import('./catalogue-entry-page.tsx'),
    },
  ],
  places: [
    {
      id: 'catalogue',
      labelKey: 'office:groups.catalogue',
      to: '/catalogue',
      permission: 'employments.read',
      setting: 75,
      wordsKey: 'office:words.catalogue',
    },
  ],
  dossierTabs: [
    {
      key: 'employments',
      labelKey: 'employments:tab',
      order: 65,
      permission: 'employments.read',
      component: () => import('./employments-tab.tsx'),
      useCount: useEmploymentCount,
    },
  ],
  waiting: {
    employmentNotices: routes.employment,
    employmentsToIssue: routes.employment,
    employmentsToSign: routes.employment,
    employmentsToEnd: routes.employment,
    employmentsEnding: routes.employment,
  },
  timeline: [
    {
      prefix: 'employment.',
      textKey: 'employments:timeline',
      icon: BriefcaseBusiness,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'employment' ? addressOf(routes.employment, subjectId) : undefined,
    },
  ],
}
