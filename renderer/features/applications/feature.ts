import { Inbox } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { useApplicationCount } from './application-count.ts'
import { applicationsSource } from './palette-source.ts'

/** Applications of people: taking them in, the list, one application, the tab of the dossier. */
export const feature: Feature = {
  pages: [
    {
      path: '/applications',
      group: 'intake',
      order: 10,
      labelKey: 'applications:title',
      icon: Inbox,
      permission: 'applications.read',
      helpKey: 'applications:help.list',
      component: () => import('./applications-page.tsx'),
    },
    {
      path: '/applications/incomplete',
      group: 'intake',
      order: 20,
      labelKey: 'applications:nav.incomplete',
      permission: 'applications.read',
      helpKey: 'applications:help.list',
      component: () => import('./incomplete-page.tsx'),
    },
    ...[routes.newApplication, routes.newApplicationOf].map((path) => ({
      path,
      begins: path === routes.newApplication,
      group: 'intake' as const,
      permission: 'applications.write',
      helpKey: 'applications:help.form' as const,
      component: () => import('./new-application-page.tsx'),
    })),
    {
      path: routes.application,
      group: 'intake',
      permission: 'applications.read',
      helpKey: 'applications:help.page',
      component: () => import('./application-page.tsx'),
    },
    {
      path: `${routes.application}/edit`,
      group: 'intake',
      permission: 'applications.write',
      helpKey: 'applications:help.form',
      component: () => import('./edit-application-page.tsx'),
    },
  ],
  newItems: [
    {
      digit: 1,
      labelKey: 'applications:new',
      permission: 'applications.write',
      to: ({ personId }) =>
        personId === undefined
          ? routes.newApplication
          : addressOf(routes.newApplicationOf, personId),
    },
  ],
  palette: [applicationsSource],
  dossierTabs: [
    {
      key: 'applications',
      labelKey: 'applications:nav.tab',
      order: 30,
      permission: 'applications.read',
      component: () => import('./dossier-tab.tsx'),
      useCount: useApplicationCount,
    },
  ],
  dossierCards: [
    {
      key: 'responsible',
      order: 10,
      permission: 'applications.read',
      component: () => import('./responsible-card.tsx'),
    },
  ],
  waiting: {
    documentsMissing: routes.application,
    toAdmit: routes.application,
    applicationsAfterDeath: routes.application,
  },
  timeline: [
    {
      prefix: 'application.',
      textKey: 'applications:timeline',
      icon: Inbox,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'application' ? addressOf(routes.application, subjectId) : undefined,
    },
  ],
}
