import type { FiledPaperKind } from '#domain/papers/schema.ts'
import { assessmentPapers } from './assessments/paper-kind.ts'
import { changePapers, choicePapers } from './assignments/paper-kinds.ts'
import { contractPapers } from './contracts/paper-kind.ts'
import { annexPapers, employmentPapers, endPapers } from './employments/paper-kinds.ts'
import { certificatePapers } from './events/paper-kind.ts'
import type { PaperKind } from './kernel/paper-kinds.ts'
import { letterPapers } from './letters/paper-kind.ts'
import { planPapers } from './plans/paper-kind.ts'
import { cardPapers, invitationPapers } from './selections/paper-kinds.ts'

/** Every kind of paper that is frozen and filed, as the concept it stands for says it. */
export const filedPapers: Record<FiledPaperKind, PaperKind> = {
  contract: contractPapers,
  plan: planPapers,
  assessment: assessmentPapers,
  employment: employmentPapers,
  employmentAnnex: annexPapers,
  employmentEnd: endPapers,
  letter: letterPapers,
  assistantChoice: choicePapers,
  assignmentChange: changePapers,
  selectionCard: cardPapers,
  interviewInvitation: invitationPapers,
  certificate: certificatePapers,
}
