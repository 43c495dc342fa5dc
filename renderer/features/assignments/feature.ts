import { KeyRound, Users } from 'lucide-react'
import { routes, type Feature } from '#renderer/shell/feature.ts'
import { useHelpedCount } from './helped-count.ts'

/** Who helps whom: the list, the choice of the person, who is left when a contract ends, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: routes.assignments,
      group: 'team',
      order: 20,
      labelKey: 'assignments:title',
      icon: Users,
      permission: 'assignments.read',
      helpKey: 'assignments:help.list',
      component: () => import('./assignments-page.tsx'),
    },
    {
      path: routes.choice,
      group: 'team',
      permission: 'assignments.write',
      helpKey: 'assignments:help.choice',
      component: () => import('./choice-page.tsx'),
    },
    {
      path: routes.leftWithout,
      group: 'team',
      permission: 'assignments.write',
      helpKey: 'assignments:help.left',
      component: () => import('./left-page.tsx'),
    },
  ],
  dossierTabs: [
    {
      key: 'assistants',
      labelKey: 'assignments:tab',
      order: 55,
      permission: 'assignments.read',
      component: () => import('./assistants-tab.tsx'),
      useCount: useHelpedCount,
    },
  ],
  waiting: { leftWithoutAssistant: routes.choice },
  timeline: [
    { prefix: 'assignment.', textKey: 'assignments:timeline', icon: Users },
    { prefix: 'assistantChoice.', textKey: 'assignments:timelineChoice', icon: Users },
    { prefix: 'homeKey.', textKey: 'assignments:timelineKey', icon: KeyRound },
  ],
}
