import { lastSignature, contractTransition, type ContractEvent } from '#domain/contracts/states.ts'
import { contractStatusOn } from '#domain/contracts/days.ts'
import { aliveStatuses, type ContractStatus, type SigningInput } from '#domain/contracts/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import {
  contractsOfPerson,
  findContract,
  setContract,
  type ContractChanges,
} from '#db/queries/contracts.ts'
import { getPerson } from '#db/queries/people.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import { moveApplication } from '../applications/moves.ts'
import { demand, existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

export const contractRecord = stepsOf<ContractRow, ContractChanges>({
  subject: 'contract',
  read: 'contracts.read',
  load: findContract,
  row: (contract) => contract,
  save: setContract,
  stand: ({ status }) => ({ status }),
})

type Judging = Pick<StepCall, 'today'> & { db: Db }

/** The status that an event leads to by the rules as they stand today. Throws RULE. */
export function statusAfter(
  { db, today }: Judging,
  contract: ContractRow,
  event: ContractEvent,
  problems: Problem[] = [],
): ContractStatus {
  const next = contractTransition(contract.status, event, {
    today,
    contractDate: contract.contractDate,
    startDate: contract.startDate,
    endDate: contract.endDate,
    deathDate: getPerson(db, contract.personId)?.deathDate ?? null,
    signedOn: contract.signedOn,
    suspendedFrom: contract.suspendedFrom,
    // Hours are not reported yet in this program.
    hasReportedHours: false,
    minReasonLength: settingValue(db, 'minReasonLength', today),
    problems,
  })
  demand(next)
  return next.status
}

export function sentOut({ tx, today }: StepCall, contract: ContractRow): ContractChanges {
  return { status: statusAfter({ db: tx, today }, contract, { kind: 'sendOut' }) }
}

/** „Върнат подписан“: what it changes of the contract. */
export function signed(
  { tx, today }: StepCall,
  contract: ContractRow,
  signing: SigningInput,
): ContractChanges {
  const { personSignedOn, providerSignedOn } = signing
  const event = { kind: 'markSigned', personSignedOn, providerSignedOn } as const
  const status = statusAfter({ db: tx, today }, contract, event)
  return { status, personSignedOn, providerSignedOn, signedOn: lastSignature(signing) }
}

/** A contract that counts moves its application, unless one that ran out left it so. */
export function comesIntoForce(call: StepCall, contract: ContractRow): void {
  if (applicationState(call, contract) !== 'withContract')
    moveApplication(call, contract.applicationId, { kind: 'contractInForce' })
}

/** Another contract of the same application goes on: what happens to this one does not move the case. */
export function goesOnBeside({ tx, today }: StepCall, contract: ContractRow): boolean {
  return contractsOfPerson(tx, contract.personId).some(
    (one) =>
      one.id !== contract.id &&
      one.applicationId === contract.applicationId &&
      aliveStatuses.includes(contractStatusOn(one, today)),
  )
}

export function applicationState({ tx }: StepCall, { applicationId }: ContractRow) {
  return existing(findApplicationRow(tx, applicationId)).state
}
