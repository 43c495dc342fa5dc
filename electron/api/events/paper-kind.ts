import type { PaperKind } from '../kernel/paper-kinds.ts'

/** „Удостоверение“: it stands for what one participant was through. */
export const certificatePapers: PaperKind = {
  kind: 'certificate',
  mask: 'certificateNumberMask',
  read: 'events.read',
  issue: 'events.write',
  annul: 'events.write',
  markSigned: 'events.write',
  signer: () => 'person',
}
