import { findContract } from '#db/queries/contracts.ts'
import type { PaperKind } from '../kernel/paper-kinds.ts'
import { comesIntoForce, contractRecord, sentOut, signed } from './moves.ts'

/** „Договор за ползване“: the contract goes out and comes back with its paper. */
export const contractPapers: PaperKind = {
  kind: 'contract',
  mask: 'contractNumberMask',
  maskParts: { prefix: 'contractNumberPrefix', index: 'contractNumberIndex' },
  numberTaken: 'contractNumberTaken',
  read: 'contracts.read',
  issue: 'contracts.issue',
  markSigned: 'papers.markSigned',
  annul: 'contracts.annul',
  signer: (db, contractId) => findContract(db, contractId)?.signingMode,
  goesOut(call, contractId) {
    const contract = findContract(call.tx, contractId)
    if (contract?.status !== 'issued') return false
    contractRecord.save(call, contract, sentOut(call, contract))
    return true
  },
  comesBack(call, contractId, { on, mode }) {
    const contract = findContract(call.tx, contractId)
    if (contract?.status !== 'issued' && contract?.status !== 'outForSignature') return
    const signing = { personSignedOn: on, providerSignedOn: null, mode }
    contractRecord.save(call, contract, signed(call, contract, signing))
    comesIntoForce(call, contract)
  },
}
