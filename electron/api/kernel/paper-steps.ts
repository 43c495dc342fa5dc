import { checkSignedOn, takeStep } from '#domain/papers/rules.ts'
import {
  getPaper,
  markAnnulled,
  markPrinted,
  markSigned,
  setPaperStatus,
} from '#db/queries/papers.ts'
import { annulNumber } from '#db/queries/registry-numbers.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { demand, ruleError } from './faults.ts'
import type { Signed } from './paper-kinds.ts'
import type { StepCall } from './steps.ts'

/** Steps of the paper itself; what it stands for is moved by whoever takes them. Throw RULE. */

const bySomebody = ({ now, actor }: StepCall) => ({ now, actor: actor.accountId })

/** Came out of the printer. */
export function printPaper(call: StepCall, paper: PaperRow): PaperRow {
  const step = takeStep(paper.status, 'print')
  demand(step)
  markPrinted(call.tx, paper.id, paper.version, { status: step.status, ...bySomebody(call) })
  return getPaper(call.tx, paper.id)
}

/** A paper that went out or came back was printed, also where nobody said so. */
export function printedPaper(call: StepCall, paper: PaperRow): PaperRow {
  return paper.status === 'forPrint' ? printPaper(call, paper) : paper
}

/** Given out for signature. */
export function handOutPaper(call: StepCall, paper: PaperRow): PaperRow {
  return moved(call, paper, 'handOut')
}

/** Not where it should be. */
export function reportMissing(call: StepCall, paper: PaperRow): PaperRow {
  return moved(call, paper, 'reportMissing')
}

function moved(call: StepCall, paper: PaperRow, kind: 'handOut' | 'reportMissing'): PaperRow {
  const step = takeStep(paper.status, kind)
  demand(step)
  setPaperStatus(call.tx, paper.id, paper.version, step.status)
  return getPaper(call.tx, paper.id)
}

/** The signed one is back. */
export function signPaper(call: StepCall, paper: PaperRow, signed: Signed): PaperRow {
  const from = printedPaper(call, paper)
  demand(takeStep(from.status, 'signBack'))
  const problems = checkSignedOn(signed.on, paper.paperDate, call.today)
  if (problems.length > 0) throw ruleError(problems)
  markSigned(call.tx, from.id, from.version, { ...signed, ...bySomebody(call) })
  return getPaper(call.tx, paper.id)
}

/** Its number stays taken and is never used again. */
export function annulPaper(call: StepCall, paper: PaperRow, reason: string): void {
  const { actor, now } = bySomebody(call)
  demand(takeStep(paper.status, 'annul'))
  markAnnulled(call.tx, paper.id, paper.version, { reason, now, actor })
  annulNumber(call.tx, paper.registryNumberId, { by: actor, now, reason })
}
