import { UserPlus } from 'lucide-react'
import { addressOf, routes, type Feature } from '#renderer/shell/feature.ts'
import { useCandidacyCount } from './candidacy-count.ts'
import { candidatesSource } from './palette-source.ts'

/** Candidates for assistants: taking them in, the list, one candidate, the tab of the dossier. */
export const feature: Feature = {
  pages: [
    {
      path: routes.candidates,
      group: 'intake',
      order: 15,
      labelKey: 'candidates:title',
      icon: UserPlus,
      permission: 'candidates.read',
      helpKey: 'candidates:help.list',
      component: () => import('./candidates-page.tsx'),
    },
    ...[routes.newCandidate, routes.newCandidateOf].map((path) => ({
      path,
      begins: path === routes.newCandidate,
      group: 'intake' as const,
      permission: 'candidates.write',
      helpKey: 'candidates:help.form' as const,
      component: () => import('./new-candidate-page.tsx'),
    })),
    {
      path: routes.candidate,
      group: 'intake',
      permission: 'candidates.read',
      helpKey: 'candidates:help.page',
      component: () => import('./candidate-page.tsx'),
    },
    {
      path: `${routes.candidate}/edit`,
      group: 'intake',
      permission: 'candidates.write',
      helpKey: 'candidates:help.form',
      component: () => import('./edit-candidate-page.tsx'),
    },
  ],
  newItems: [
    {
      digit: 7,
      labelKey: 'candidates:new',
      permission: 'candidates.write',
      to: ({ personId }) =>
        personId === undefined ? routes.newCandidate : addressOf(routes.newCandidateOf, personId),
    },
  ],
  palette: [candidatesSource],
  dossierTabs: [
    {
      key: 'candidates',
      labelKey: 'candidates:nav.tab',
      order: 70,
      permission: 'candidates.read',
      component: () => import('./dossier-tab.tsx'),
      useCount: useCandidacyCount,
    },
  ],
  waiting: {
    candidateDocumentsMissing: routes.candidate,
    candidatesToAdmit: routes.candidate,
    candidatePapers: routes.candidate,
  },
  timeline: [
    {
      prefix: 'candidacy.',
      textKey: 'candidates:timeline',
      icon: UserPlus,
      to: ({ subjectKind, subjectId }) =>
        subjectKind === 'candidacy' ? addressOf(routes.candidate, subjectId) : undefined,
    },
  ],
}
