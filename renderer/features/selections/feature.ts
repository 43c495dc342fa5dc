import { ListOrdered } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'

/** Selecting assistants: the pool, the card of a candidate, its rows. */
export const feature: Feature = {
  pages: [
    {
      path: '/selections',
      group: 'team',
      order: 20,
      labelKey: 'selections:title',
      icon: ListOrdered,
      permission: 'selections.read',
      helpKey: 'selections:help.list',
      component: () => import('./pool-page.tsx'),
    },
    {
      path: routes.selection,
      group: 'team',
      permission: 'selections.read',
      helpKey: 'selections:help.card',
      component: () => import('./card-page.tsx'),
    },
    {
      path: `${routes.selection}/sheet`,
      group: 'team',
      permission: 'selections.write',
      helpKey: 'selections:help.sheet',
      component: () => import('./sheet-page.tsx'),
    },
  ],
  waiting: {
    interviewsToday: routes.selection,
    candidatesToScore: routes.selection,
    interviewsMissed: routes.selection,
    selectionsToApprove: routes.selection,
  },
  timeline: [
    {
      prefix: 'selection.',
      textKey: 'selections:timeline',
      icon: ListOrdered,
      // Reading names the application; a step names the card, which has no address of its own.
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'candidacy' ? addressOf(routes.selection, subjectId) : undefined,
    },
  ],
}
