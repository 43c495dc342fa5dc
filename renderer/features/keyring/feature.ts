import type { Feature } from '#renderer/shell/feature.ts'

/** „Смяна на ключа“: reached from the security settings. */
export const feature: Feature = {
  pages: [
    {
      path: '/settings/key',
      group: 'bottom',
      permission: 'accounts.manage',
      helpKey: 'keyring:help',
      component: () => import('./key-page.tsx'),
    },
  ],
  places: [
    {
      id: 'key',
      labelKey: 'keyring:title',
      to: '/settings/key',
      permission: 'accounts.manage',
      wordsKey: 'office:words.key',
    },
  ],
}
