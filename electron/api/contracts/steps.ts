import {
  contractTransition,
  freedMinutes,
  lastSignature,
  type ContractEvent,
} from '#domain/contracts/states.ts'
import type { SigningInput, TerminationInput } from '#domain/contracts/schema.ts'
import { takeStep } from '#domain/papers/rules.ts'
import type { Db, Tx } from '#db/connection.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import { findContract, setContract, type ContractChanges } from '#db/queries/contracts.ts'
import {
  currentPaperOf,
  markAnnulled,
  markPrinted,
  markSigned,
  setPaperStatus,
} from '#db/queries/papers.ts'
import { getPerson } from '#db/queries/people.ts'
import { annulNumber } from '#db/queries/registry-numbers.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { stepApplication, type StepCall } from '../applications/steps.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'

/** The contract as it is stored; the page that is behind is told so. */
interface Step {
  call: StepCall
  contract: ContractRow
  /** As the page knows it; the stored one where the step comes from the paper. */
  version: number
}

/** What the rules of a step must know of the contract today. */
export function stateFacts(db: Db, contract: ContractRow, today: string) {
  return {
    today,
    contractDate: contract.contractDate,
    startDate: contract.startDate,
    endDate: contract.endDate,
    deathDate: getPerson(db, contract.personId)?.deathDate ?? null,
    suspendedFrom: contract.suspendedFrom,
    // Hours are not reported yet in this program.
    hasReportedHours: false,
    minReasonLength: settingValue(db, 'minReasonLength', today),
    problems: [],
  }
}

function move({ call, contract, version }: Step, event: ContractEvent, changes: ContractChanges) {
  const { tx, actor, now, today } = call
  const next = contractTransition(contract.status, event, stateFacts(tx, contract, today))
  demand(next)
  const stamp = { at: now, by: actor.accountId }
  return saveOrConflict(
    tx,
    () => setContract(tx, contract.id, version, { ...changes, status: next.status }, stamp),
    () => findContract(tx, contract.id),
  )
}

const subjectOf = (contract: ContractRow) => ({ kind: 'contract', id: contract.id })

/** The frozen paper of an issued contract. */
export function paperOf(db: Db, contract: ContractRow): PaperRow {
  return existing(currentPaperOf(db, subjectOf(contract)))
}

/** A paper that went out or came back was printed, also where nobody said so. */
function printedPaper(call: StepCall, paper: PaperRow): PaperRow {
  if (paper.status !== 'forPrint') return paper
  const step = takeStep(paper.status, 'print')
  demand(step)
  const by = { status: step.status, now: call.now, actor: call.actor.accountId }
  const version = markPrinted(call.tx, paper.id, paper.version, by)
  return { ...paper, version, status: step.status }
}

/** „Навън за подпис“: the contract and its paper together. */
export function sendOut(step: Step): number {
  const version = move(step, { kind: 'sendOut' }, {})
  const paper = printedPaper(step.call, paperOf(step.call.tx, step.contract))
  const handed = takeStep(paper.status, 'handOut')
  demand(handed)
  setPaperStatus(step.call.tx, paper.id, paper.version, handed.status)
  return version
}

/** „Върнат подписан“: the contract counts, its paper is home, the application has its contract. */
export function signContract(step: Step, signing: SigningInput): number {
  const { call, contract } = step
  const { personSignedOn, providerSignedOn, mode } = signing
  const signedOn = lastSignature(signing)
  const version = move(
    step,
    { kind: 'markSigned', personSignedOn, providerSignedOn },
    { personSignedOn, providerSignedOn, signedOn },
  )
  const paper = printedPaper(call, paperOf(call.tx, contract))
  demand(takeStep(paper.status, 'signBack'))
  markSigned(call.tx, paper.id, paper.version, {
    on: personSignedOn,
    mode,
    now: call.now,
    actor: call.actor.accountId,
  })
  // A contract that follows one that ran out finds the application as it left it.
  if (applicationState(call.tx, contract) !== 'withContract')
    stepApplication(call, { id: contract.applicationId, event: { kind: 'contractInForce' } })
  return version
}

/** Ends it on a day; gives the minutes a month that become free. */
export function terminate(step: Step, termination: TerminationInput) {
  const { call, contract } = step
  const { ground, onDate, reason } = termination
  const version = move(
    step,
    { kind: 'terminate', ground, onDate, reason },
    { terminationGround: ground, terminationReason: reason, endedOn: onDate },
  )
  // Notice may be given for a later day; the case is closed when it is given.
  const date = onDate < call.today ? onDate : call.today
  if (applicationState(call.tx, contract) === 'withContract')
    stepApplication(call, { id: contract.applicationId, event: { kind: 'contractEnded', date } })
  return { version, freedMinutes: freedMinutes(contract.status, contract.minutesPerMonth) }
}

/** A wrongly issued contract: its number and its paper stay, annulled. */
export function annul(step: Step, reason: string): number {
  const { call, contract } = step
  const { tx, now, actor } = call
  const version = move(step, { kind: 'annul', reason }, { annulReason: reason })
  const paper = paperOf(tx, contract)
  demand(takeStep(paper.status, 'annul'))
  markAnnulled(tx, paper.id, paper.version, { reason, now, actor: actor.accountId })
  annulNumber(tx, paper.registryNumberId, { by: actor.accountId, now, reason })
  if (contract.status === 'signed' && applicationState(tx, contract) === 'withContract')
    stepApplication(call, { id: contract.applicationId, event: { kind: 'contractAnnulled' } })
  return version
}

function applicationState(tx: Tx, contract: ContractRow) {
  return existing(findApplicationRow(tx, contract.applicationId)).state
}
