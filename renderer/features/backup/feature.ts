import { Archive } from 'lucide-react'
import type { Feature } from '#renderer/shell/feature.ts'
import { ArchiveLight } from './archive-light.tsx'

/** „Архив“: copies on sticks, snapshots, restore. */
export const feature: Feature = {
  pages: [
    {
      path: '/backup',
      group: 'bottom',
      order: 10,
      labelKey: 'backup:title',
      icon: Archive,
      permission: 'backup.make',
      helpKey: 'backup:help',
      component: () => import('./backup-page.tsx'),
    },
    {
      path: '/backup/numbers',
      group: 'bottom',
      permission: 'backup.restore',
      helpKey: 'backup:numbers.help',
      component: () => import('./numbers-page.tsx'),
    },
  ],
  header: { archive: ArchiveLight },
}
