import { UserRound, UsersRound } from 'lucide-react'
import { routes, type Feature } from '#renderer/shell/feature.ts'
import { peopleSource } from './palette-source.ts'
import { addressOfPart, newPartAddress } from './part-addresses.ts'

/** People: the list, the form, the dossier with its timeline, and finding somebody by Ctrl+K. */
export const feature: Feature = {
  pages: [
    {
      path: routes.people,
      group: 'people',
      order: 10,
      labelKey: 'people:nav.all',
      icon: UsersRound,
      permission: 'people.read',
      helpKey: 'people:help.list',
      component: () => import('./people-page.tsx'),
    },
    {
      path: '/people/clients',
      group: 'people',
      order: 20,
      labelKey: 'people:nav.clients',
      permission: 'contracts.read',
      helpKey: 'people:help.list',
      component: () => import('./clients-page.tsx'),
    },
    {
      path: '/people/applicants',
      group: 'people',
      order: 30,
      labelKey: 'people:nav.applicants',
      permission: 'applications.read',
      helpKey: 'people:help.list',
      component: () => import('./applicants-page.tsx'),
    },
    {
      path: routes.newPerson,
      begins: true,
      group: 'people',
      permission: 'people.write',
      helpKey: 'people:help.form',
      component: () => import('./new-person-page.tsx'),
    },
    {
      path: routes.person,
      group: 'people',
      permission: 'people.read',
      helpKey: 'people:help.dossier',
      component: () => import('./dossier-page.tsx'),
    },
    {
      path: routes.editPerson,
      group: 'people',
      permission: 'people.write',
      helpKey: 'people:help.form',
      component: () => import('./edit-person-page.tsx'),
    },
    ...[newPartAddress.representative, addressOfPart.representative].map((path) => ({
      path,
      group: 'people' as const,
      permission: 'people.write',
      helpKey: 'people:help.representative' as const,
      component: () => import('./representative-page.tsx'),
    })),
    ...[newPartAddress.telk, addressOfPart.telk].map((path) => ({
      path,
      group: 'people' as const,
      permission: 'people.write',
      helpKey: 'people:help.telk' as const,
      component: () => import('./telk-page.tsx'),
    })),
  ],
  newItems: [
    {
      digit: 2,
      labelKey: 'people:newPerson',
      permission: 'people.write',
      to: () => routes.newPerson,
    },
  ],
  palette: [peopleSource],
  dossierTabs: [
    {
      key: 'summary',
      labelKey: 'people:tabs.summary',
      order: 10,
      component: () => import('./summary-tab.tsx'),
    },
    {
      key: 'person',
      labelKey: 'people:tabs.person',
      order: 20,
      component: () => import('./person-tab.tsx'),
    },
    {
      key: 'timeline',
      labelKey: 'people:tabs.timeline',
      order: 90,
      component: () => import('./timeline-tab.tsx'),
    },
  ],
  timeline: [{ prefix: 'person.', textKey: 'timeline:person', icon: UserRound }],
}
