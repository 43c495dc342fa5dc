import type { PaperKind } from '../kernel/paper-kinds.ts'

/** „Карта за подбор“: frozen when the head approves it; a signature moves nothing. */
export const cardPapers: PaperKind = {
  kind: 'selectionCard',
  mask: 'selectionCardNumberMask',
  read: 'selections.read',
  issue: 'selections.approve',
  markSigned: 'papers.markSigned',
}

/** „Покана за събеседване“. */
export const invitationPapers: PaperKind = {
  kind: 'interviewInvitation',
  mask: 'interviewInvitationNumberMask',
  read: 'selections.read',
  issue: 'selections.write',
  markSigned: 'papers.markSigned',
}
