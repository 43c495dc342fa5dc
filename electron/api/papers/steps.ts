import type { Tx } from '#db/connection.ts'
import { listAudit } from '#db/queries/audit.ts'
import { findPaper } from '#db/queries/papers.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import { overtaken } from '../kernel/conflict.ts'
import type { Signed } from '../kernel/paper-kinds.ts'
import { handOutPaper, printedPaper, signPaper } from '../kernel/paper-steps.ts'
import type { StepCall, Which } from '../kernel/steps.ts'
import { filedPapers } from '../paper-kinds.ts'
import { visible } from './view.ts'

/** The paper, if it stands where the page shows it. Throws NOT_FOUND, CONFLICT. */
export function openedPaper({ tx, actor, input }: StepCall & { input: Which }): PaperRow {
  const paper = visible(actor, findPaper(tx, input.id))
  if (paper.version === input.version) return paper
  const { version, status } = paper
  const theirs = { ...lastStepOf(tx, paper), version, status }
  throw overtaken(tx, theirs)
}

/** A paper keeps no word of who moved it last: the journal does, of the paper and of its record. */
function lastStepOf(tx: Tx, { id, subjectKind, subjectId, issuedAt }: PaperRow) {
  const [last] = [
    { kind: 'paper', id },
    { kind: subjectKind, id: subjectId },
  ]
    .flatMap((subject) => listAudit(tx, { subject, limit: 1 }))
    .toSorted((a, b) => b.seq - a.seq)
  return { updatedBy: last?.actor ?? '', updatedAt: last?.at ?? issuedAt }
}

/** Given out for signature; its record goes with it. */
export function handOut(call: StepCall, paper: PaperRow): PaperRow {
  const together = filedPapers[paper.kind].goesOut?.(call, paper.subjectId) ?? false
  return handOutPaper(call, together ? printedPaper(call, paper) : paper)
}

/** The signed paper is back, and what it stands for follows: contract in force, plan signed. */
export function signBack(call: StepCall, paper: PaperRow, signed: Signed): PaperRow {
  filedPapers[paper.kind].comesBack?.(call, paper.subjectId, signed)
  return signPaper(call, paper, signed)
}
