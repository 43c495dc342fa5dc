import type { PaperKind } from '../kernel/paper-kinds.ts'

/** „Индивидуална оценка на потребностите“: approved before it is printed, so a signature moves nothing. */
export const assessmentPapers: PaperKind = {
  kind: 'assessment',
  mask: 'assessmentNumberMask',
  read: 'assessments.read',
  issue: 'assessments.approve',
  markSigned: 'papers.markSigned',
}
