import type { Feature } from '#renderer/shell/feature.ts'

export const feature: Feature = {
  pages: [
    {
      path: '/settings/accounts',
      group: 'bottom',
      permission: 'accounts.manage',
      helpKey: 'accounts:help',
      component: () => import('./accounts-page.tsx'),
    },
    {
      path: '/settings/accounts/new',
      group: 'bottom',
      permission: 'accounts.manage',
      helpKey: 'accounts:help',
      component: () => import('./account-page.tsx'),
    },
    {
      path: '/settings/accounts/$accountId',
      group: 'bottom',
      permission: 'accounts.manage',
      helpKey: 'accounts:help',
      component: () => import('./account-page.tsx'),
    },
    {
      path: '/account/password',
      group: 'bottom',
      helpKey: 'accounts:passwordHelp',
      component: () => import('./password-page.tsx'),
    },
  ],
  places: [
    {
      id: 'accounts',
      labelKey: 'office:groups.accounts',
      to: '/settings/accounts',
      permission: 'accounts.manage',
      setting: 80,
      wordsKey: 'office:words.accounts',
    },
    {
      id: 'password',
      labelKey: 'shell:account.password',
      to: '/account/password',
      wordsKey: 'office:words.password',
    },
  ],
}
