import { FileText, Files } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { papersSource } from './palette-source.ts'
import { usePaperCount } from './paper-count.ts'

/** Papers: the list with marking by hand, one paper, the dossier's tab. */
export const feature: Feature = {
  pages: [
    {
      path: '/papers',
      group: 'paper',
      order: 10,
      labelKey: 'papers:listTitle',
      icon: Files,
      permission: 'papers.read',
      helpKey: 'papers:help.list',
      component: () => import('./papers-page.tsx'),
    },
    {
      path: routes.paper,
      group: 'paper',
      permission: 'papers.read',
      helpKey: 'papers:help.page',
      component: () => import('./paper-page.tsx'),
    },
  ],
  palette: [papersSource],
  dossierTabs: [
    {
      key: 'papers',
      labelKey: 'papers:title',
      order: 80,
      permission: 'papers.read',
      component: () => import('./documents-tab.tsx'),
      useCount: usePaperCount,
    },
  ],
  timeline: [
    {
      prefix: 'paper.',
      textKey: 'papers:timeline',
      icon: FileText,
      to: ({ subjectId }) => addressOf(routes.paper, subjectId),
    },
  ],
}
