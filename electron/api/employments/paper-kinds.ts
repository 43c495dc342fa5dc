import { findAnnex, findEmployment } from '#db/queries/employments.ts'
import type { PaperKind } from '../kernel/paper-kinds.ts'
import { candidateEmployed } from './candidacy.ts'
import {
  annexCounts,
  annexRecord,
  annexSigned,
  employmentRecord,
  sentOut,
  signed,
} from './moves.ts'

/** On each of them stands what somebody is paid; whoever signs, signs alone. */
const ofTheTeam = {
  read: 'employments.readPay',
  markSigned: 'employments.write',
  signer: () => 'person',
} satisfies Partial<PaperKind>

/** „Трудов договор“, „Граждански договор“: the contract goes out and comes back with its paper. */
export const employmentPapers: PaperKind = {
  ...ofTheTeam,
  kind: 'employment',
  mask: 'employmentNumberMask',
  numberTaken: 'contractNumberTaken',
  issue: 'employments.issue',
  annul: 'employments.issue',
  goesOut(call, id) {
    const employment = findEmployment(call.tx, id)
    if (employment?.status !== 'issued') return false
    employmentRecord.save(call, employment, sentOut(call, employment))
    return true
  },
  comesBack(call, id, { on }) {
    const employment = findEmployment(call.tx, id)
    if (employment?.status !== 'issued' && employment?.status !== 'outForSignature') return
    employmentRecord.save(call, employment, signed(call, employment, on))
    candidateEmployed(call, employment, on)
  },
}

/** „Допълнително споразумение“. */
export const annexPapers: PaperKind = {
  ...ofTheTeam,
  kind: 'employmentAnnex',
  mask: 'employmentAnnexNumberMask',
  issue: 'employments.issue',
  annul: 'employments.issue',
  comesBack(call, id, { on }) {
    const annex = findAnnex(call.tx, id)
    if (annex?.status !== 'issued') return
    annexRecord.save(call, annex, annexSigned(call, annex, on))
    annexCounts(call, annex)
  },
}

/** „Заповед за прекратяване“: the contract is ended by it, the signature says that it was handed over. */
export const endPapers: PaperKind = {
  ...ofTheTeam,
  kind: 'employmentEnd',
  mask: 'employmentEndNumberMask',
  issue: 'employments.end',
}
