import { FileSignature } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { useContractCount } from './contract-count.ts'

/** Contracts: the list, the draft with its paper, one contract, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: '/contracts',
      group: 'support',
      order: 20,
      labelKey: 'contracts:title',
      icon: FileSignature,
      permission: 'contracts.read',
      helpKey: 'contracts:help.list',
      component: () => import('./contracts-page.tsx'),
    },
    {
      path: '/contracts/ready',
      group: 'support',
      permission: 'contracts.write',
      helpKey: 'contracts:help.ready',
      component: () => import('./ready-page.tsx'),
    },
    {
      path: routes.newContractOf,
      group: 'support',
      permission: 'contracts.write',
      helpKey: 'contracts:help.form',
      component: () => import('./new-contract-page.tsx'),
    },
    {
      path: routes.contract,
      group: 'support',
      permission: 'contracts.read',
      helpKey: 'contracts:help.page',
      component: () => import('./contract-page.tsx'),
    },
  ],
  newItems: [
    {
      digit: 4,
      labelKey: 'contracts:new',
      permission: 'contracts.write',
      to: ({ personId }) =>
        personId === undefined ? '/contracts/ready' : addressOf(routes.newContractOf, personId),
    },
  ],
  dossierTabs: [
    {
      key: 'contracts',
      labelKey: 'contracts:title',
      order: 60,
      permission: 'contracts.read',
      component: () => import('./contracts-tab.tsx'),
      useCount: useContractCount,
    },
  ],
  waiting: {
    contractsAfterDeath: routes.contract,
    contractsExpired: routes.contract,
    contractsOtherHours: routes.contract,
    contractsToIssue: routes.contract,
    contractsToSign: routes.contract,
    contractsEnding: routes.contract,
  },
  timeline: [
    {
      prefix: 'contract.',
      textKey: 'contracts:timeline',
      icon: FileSignature,
      to: ({ subjectId }) => addressOf(routes.contract, subjectId),
    },
  ],
}
