import type { Feature } from '#renderer/shell/feature.ts'
import { DraftsLight } from './drafts-light.tsx'

export const feature: Feature = {
  pages: [
    {
      path: '/drafts',
      group: 'today',
      helpKey: 'drafts:help',
      component: () => import('./drafts-page.tsx'),
    },
  ],
  places: [
    {
      id: 'drafts',
      labelKey: 'drafts:title',
      to: '/drafts',
      wordsKey: 'drafts:words',
    },
  ],
  header: { drafts: DraftsLight },
}
