import type { PaperKind } from '../kernel/paper-kinds.ts'

const ofAssignments = {
  read: 'assignments.read',
  issue: 'assignments.write',
  markSigned: 'papers.markSigned',
} satisfies Partial<PaperKind>

/** „Протокол за избор на асистент“. */
export const choicePapers: PaperKind = {
  ...ofAssignments,
  kind: 'assistantChoice',
  mask: 'assistantChoiceNumberMask',
}

/** „Съобщение за смяна на асистент“: it stands for the assignment that ends. */
export const changePapers: PaperKind = {
  ...ofAssignments,
  kind: 'assignmentChange',
  mask: 'assignmentChangeNumberMask',
}
