import type { PaperKind } from '../kernel/paper-kinds.ts'

/** „Писмо“: it names terms of ТЕЛК, so only who may know of these opens it. It is never annulled. */
export const letterPapers: PaperKind = {
  kind: 'letter',
  mask: 'letterNumberMask',
  read: 'people.readTelk',
  issue: 'letters.write',
  markSigned: 'letters.write',
}
