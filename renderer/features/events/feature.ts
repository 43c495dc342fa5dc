import { GraduationCap } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'

/** Trainings and supervisions: the list, one event with its grid, who is not through, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: '/events',
      group: 'team',
      order: 40,
      labelKey: 'events:title',
      icon: GraduationCap,
      permission: 'events.read',
      helpKey: 'events:help.list',
      component: () => import('./events-page.tsx'),
    },
    {
      path: '/events/new',
      begins: true,
      group: 'team',
      permission: 'events.write',
      helpKey: 'events:help.form',
      component: () => import('./new-event-page.tsx'),
    },
    {
      path: routes.event,
      group: 'team',
      permission: 'events.read',
      helpKey: 'events:help.page',
      wide: true,
      component: () => import('./event-page.tsx'),
    },
    {
      path: routes.editEvent,
      group: 'team',
      permission: 'events.write',
      helpKey: 'events:help.form',
      component: () => import('./edit-event-page.tsx'),
    },
    {
      path: routes.trainingDue,
      group: 'team',
      permission: 'events.read',
      helpKey: 'events:help.due',
      component: () => import('./due-page.tsx'),
    },
  ],
  places: [
    {
      id: 'trainingDue',
      labelKey: 'events:due.title',
      to: routes.trainingDue,
      permission: 'events.read',
    },
  ],
  dossierTabs: [
    {
      key: 'events',
      labelKey: 'events:tab',
      order: 67,
      permission: 'events.read',
      component: () => import('./events-tab.tsx'),
    },
  ],
  waiting: {
    eventsToday: routes.event,
    eventsToMark: routes.event,
  },
  timeline: [
    {
      prefix: 'event.',
      textKey: 'events:timeline',
      icon: GraduationCap,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'event' ? addressOf(routes.event, subjectId) : undefined,
    },
  ],
}
