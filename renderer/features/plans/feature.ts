import { ClipboardList } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { planAddress } from './addresses.ts'
import { usePlanCount } from './plan-count.ts'

/** Individual plans of support: the list, the plan with its week, check, review, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: planAddress.list,
      group: 'support',
      order: 10,
      labelKey: 'plans:title',
      permission: 'plans.read',
      helpKey: 'plans:help.list',
      component: () => import('./plans-page.tsx'),
    },
    {
      path: routes.newPlanOf,
      group: 'support',
      permission: 'plans.write',
      helpKey: 'plans:help.form',
      component: () => import('./new-plan-page.tsx'),
    },
    {
      path: routes.plan,
      group: 'support',
      permission: 'plans.read',
      helpKey: 'plans:help.form',
      component: () => import('./plan-page.tsx'),
    },
    {
      path: planAddress.check,
      group: 'support',
      permission: 'plans.write',
      helpKey: 'plans:help.check',
      component: () => import('./check-page.tsx'),
    },
    {
      path: planAddress.review,
      group: 'support',
      permission: 'plans.write',
      helpKey: 'plans:help.review',
      component: () => import('./review-page.tsx'),
    },
  ],
  dossierTabs: [
    {
      key: 'plan',
      labelKey: 'plans:dossierTab',
      order: 50,
      permission: 'plans.read',
      component: () => import('./plan-tab.tsx'),
      useCount: usePlanCount,
    },
  ],
  waiting: {
    plansToApprove: routes.plan,
    plansToReview: routes.plan,
    plansEnding: routes.plan,
  },
  timeline: [
    {
      prefix: 'plan.',
      textKey: 'plans:timeline',
      icon: ClipboardList,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'plan' ? addressOf(routes.plan, subjectId) : undefined,
    },
  ],
}
