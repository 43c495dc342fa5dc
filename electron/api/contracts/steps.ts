import { signingInputSchema, terminationInputSchema } from '#domain/contracts/schema.ts'
import { contractStatusOn } from '#domain/contracts/days.ts'
import { freedMinutes } from '#domain/contracts/states.ts'
import type { Db } from '#db/connection.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { moveApplication } from '../applications/moves.ts'
import { existing } from '../kernel/faults.ts'
import { reason, which } from '../kernel/ids.ts'
import { annulPaper, handOutPaper, printedPaper, signPaper } from '../kernel/paper-steps.ts'
import {
  applicationState,
  comesIntoForce,
  contractRecord,
  goesOnBeside,
  sentOut,
  signed,
  statusAfter,
} from './moves.ts'
import { contractPapers } from './paper-kind.ts'

/** The frozen paper of an issued contract. */
function paperOf(db: Db, { id }: ContractRow): PaperRow {
  return existing(currentPaperOf(db, { kind: contractPapers.kind, id }))
}

/** What happens to a contract once it is issued; its paper and its application go with it. */
export const contractSteps = {
  /** „Навън за подпис“. */
  sendOut: contractRecord.step(
    { permission: contractPapers.markSigned, audit: 'contract.sentOut', input: which },
    (call) => ({
      changes: sentOut(call, call.record),
      follow() {
        handOutPaper(call, printedPaper(call, paperOf(call.tx, call.record)))
      },
    }),
  ),

  /** „Върнат подписан“: the contract counts, its paper is home, the application has its contract. */
  markSigned: contractRecord.step(
    {
      permission: contractPapers.markSigned,
      audit: 'contract.signed',
      input: which.extend({ signing: signingInputSchema }),
    },
    (call) => {
      const { record, input } = call
      const { personSignedOn: on, mode } = input.signing
      return {
        changes: signed(call, record, input.signing),
        payload: input.signing,
        follow() {
          signPaper(call, paperOf(call.tx, record), { on, mode })
          comesIntoForce(call, record)
        },
      }
    },
  ),

  /** Ends it on a day; says the minutes a month that become free. */
  terminate: contractRecord.step(
    {
      permission: 'contracts.terminate',
      audit: 'contract.terminated',
      input: which.extend({ termination: terminationInputSchema }),
    },
    (call) => {
      const { record, tx, today } = call
      const { ground, onDate, reason: why } = call.input.termination
      const event = { kind: 'terminate', ground, onDate, reason: why } as const
      return {
        changes: {
          status: statusAfter({ db: tx, today }, record, event),
          terminationGround: ground,
          terminationReason: why,
          endedOn: onDate,
        },
        payload: call.input.termination,
        answer: {
          freedMinutes: freedMinutes(contractStatusOn(record, today), record.minutesPerMonth),
        },
        follow() {
          if (applicationState(call, record) !== 'withContract' || goesOnBeside(call, record))
            return
          // Notice may be given for a later day; the case is closed when it is given.
          const date = onDate < today ? onDate : today
          moveApplication(call, record.applicationId, { kind: 'contractEnded', date })
        },
      }
    },
  ),

  /** A wrongly issued contract: its number and its paper stay, annulled. */
  annul: contractRecord.step(
    {
      permission: 'contracts.annul',
      audit: 'contract.annulled',
      input: which.extend({ reason }),
    },
    (call) => {
      const { record, tx, today, input } = call
      const event = { kind: 'annul', reason: input.reason } as const
      return {
        changes: {
          status: statusAfter({ db: tx, today }, record, event),
          annulReason: input.reason,
        },
        payload: { reason: input.reason },
        follow() {
          annulPaper(call, paperOf(tx, record), input.reason)
          if (
            record.status === 'signed' &&
            applicationState(call, record) === 'withContract' &&
            !goesOnBeside(call, record)
          )
            moveApplication(call, record.applicationId, { kind: 'contractAnnulled' })
        },
      }
    },
  ),
}
