import type { SigningMode } from '#domain/papers/parties.ts'
import { checkSignedOn, takeStep } from '#domain/papers/rules.ts'
import type { PaperStatus } from '#domain/papers/schema.ts'
import { planTransition } from '#domain/plans/rules.ts'
import { findContract } from '#db/queries/contracts.ts'
import { getPaper, markPrinted, markSigned, setPaperStatus } from '#db/queries/papers.ts'
import { findPlanRow } from '#db/queries/plans.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import type { StepCall } from '../applications/steps.ts'
import { sendOut, signContract } from '../contracts/steps.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { signPlan } from '../plans/steps.ts'

/** A step of a paper, with the version that the page knows. */
interface PaperStep {
  call: StepCall
  paper: PaperRow
  version: number
}

/** After a step that the paper's own record took: paper and record stand where they belong. */
function after(call: StepCall, paper: PaperRow): { version: number; status: PaperStatus } {
  const { version, status } = getPaper(call.tx, paper.id)
  return { version, status }
}

function demandVersion({ paper, version, call }: PaperStep): void {
  // Throws StaleVersion as every other save does; nothing is changed by it.
  if (paper.version !== version) setPaperStatus(call.tx, paper.id, version, paper.status)
}

/** Came out of the printer. */
export function printPaper({ call, paper, version }: PaperStep) {
  const step = takeStep(paper.status, 'print')
  demand(step)
  const by = { status: step.status, now: call.now, actor: call.actor.accountId }
  return { version: markPrinted(call.tx, paper.id, version, by), status: step.status }
}

/** Given out for signature; a contract goes with its paper. */
export function handOutPaper(given: PaperStep) {
  const { call, paper, version } = given
  const contract = paper.kind === 'contract' ? findContract(call.tx, paper.subjectId) : undefined
  if (contract?.status === 'issued') {
    demandVersion(given)
    sendOut({ call, contract, version: contract.version })
    return after(call, paper)
  }
  const step = takeStep(paper.status, 'handOut')
  demand(step)
  return {
    version: setPaperStatus(call.tx, paper.id, version, step.status),
    status: step.status,
  }
}

/** Not where it should be. What it stands for is not changed by that. */
export function reportMissing({ call, paper, version }: PaperStep) {
  const step = takeStep(paper.status, 'reportMissing')
  demand(step)
  return {
    version: setPaperStatus(call.tx, paper.id, version, step.status),
    status: step.status,
  }
}

/** The signed paper is back, and what it stands for follows: contract in force, plan signed. */
export function signBack(given: PaperStep, signed: { on: string; mode: SigningMode }) {
  const { call, paper, version } = given
  const waiting = paper.kind === 'contract' ? findContract(call.tx, paper.subjectId) : undefined
  if (waiting && (waiting.status === 'issued' || waiting.status === 'outForSignature')) {
    demandVersion(given)
    signContract(
      { call, contract: waiting, version: waiting.version },
      { personSignedOn: signed.on, providerSignedOn: null, mode: signed.mode },
    )
    return after(call, paper)
  }
  const printed =
    paper.status === 'forPrint' ? printPaper(given) : { version, status: paper.status }
  const step = takeStep(printed.status, 'signBack')
  demand(step)
  const problems = checkSignedOn(signed.on, paper.paperDate, call.today)
  if (problems.length > 0) throw ruleError(problems)
  const { now, actor } = call
  const saved = markSigned(call.tx, paper.id, printed.version, {
    on: signed.on,
    mode: signed.mode,
    now,
    actor: actor.accountId,
  })
  if (paper.kind === 'plan') signPlanOf(call, paper.subjectId, signed.on)
  return { version: saved, status: step.status }
}

/** The paper of a plan that was replaced meanwhile is signed all the same; the plan stays as it is. */
function signPlanOf(call: StepCall, planId: string, signedOn: string): void {
  const plan = existing(findPlanRow(call.tx, planId))
  if (planTransition(plan.status, 'sign', []).ok)
    signPlan(call.tx, call, plan, plan.version, signedOn)
}
