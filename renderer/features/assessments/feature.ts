import { ClipboardList } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { useAssessmentCount } from './assessment-count.ts'

/** Assessments of needs: the sheet, its approval, lists, the tab of the dossier. */
export const feature: Feature = {
  pages: [
    {
      path: '/assessments',
      group: 'assessment',
      order: 10,
      labelKey: 'assessments:title',
      icon: ClipboardList,
      permission: 'assessments.read',
      helpKey: 'assessments:help.list',
      component: () => import('./assessments-page.tsx'),
    },
    {
      path: '/assessments/waiting',
      group: 'assessment',
      order: 20,
      labelKey: 'assessments:nav.waiting',
      permission: 'assessments.write',
      helpKey: 'assessments:help.waiting',
      component: () => import('./waiting-page.tsx'),
    },
    {
      path: '/people/$personId/assessment',
      group: 'assessment',
      permission: 'assessments.write',
      helpKey: 'assessments:help.sheet',
      component: () => import('./of-person-page.tsx'),
    },
    {
      path: routes.assessmentOf,
      group: 'assessment',
      permission: 'assessments.write',
      helpKey: 'assessments:help.sheet',
      wide: true,
      component: () => import('./sheet-page.tsx'),
    },
    {
      path: routes.assessment,
      group: 'assessment',
      permission: 'assessments.read',
      helpKey: 'assessments:help.page',
      component: () => import('./assessment-page.tsx'),
    },
  ],
  newItems: [
    {
      digit: 3,
      labelKey: 'assessments:new',
      permission: 'assessments.write',
      to: ({ personId }) =>
        personId === undefined
          ? '/assessments/waiting'
          : addressOf('/people/$personId/assessment', personId),
    },
  ],
  dossierTabs: [
    {
      key: 'assessments',
      labelKey: 'assessments:title',
      order: 40,
      permission: 'assessments.read',
      component: () => import('./dossier-tab.tsx'),
      useCount: useAssessmentCount,
    },
  ],
  waiting: {
    assessmentsToApprove: routes.assessment,
  },
  timeline: [
    {
      prefix: 'assessment.',
      textKey: 'assessments:timeline',
      icon: ClipboardList,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'assessment' ? addressOf(routes.assessment, subjectId) : undefined,
    },
  ],
}
