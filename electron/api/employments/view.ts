import { can, type Permission } from '#domain/accounts/permissions.ts'
import { employmentStatusOn, termsOn } from '#domain/employments/days.ts'
import type { EmploymentInput, PayUnit } from '#domain/employments/schema.ts'
import { nextEmploymentEvents, type EmploymentEventKind } from '#domain/employments/states.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { listAudit } from '#db/queries/audit.ts'
import { catalogueEntry } from '#db/queries/employment-catalogue.ts'
import { annexesOf, annexInputOf } from '#db/queries/employments.ts'
import { currentPaperOf, lastPaperOf, paperStatusesOf } from '#db/queries/papers.ts'
import { findProject } from '#db/queries/projects.ts'
import type { AnnexRow, EmploymentRow } from '#db/schema/employments.ts'
import type { PaperRow } from '#db/schema/papers.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { personLine } from '../contracts/view.ts'
import { nextLabel } from '../kernel/paper-kinds.ts'
import { printHabitOf } from '../kernel/printing.ts'
import { settingValue } from '../kernel/settings.ts'
import { caseOf, employmentFaults, warningsOf } from './facts.ts'
import { noticesOf } from './notices.ts'
import { employmentPapers, endPapers } from './paper-kinds.ts'
import { choicesFor, groundsFor } from './proposal.ts'

/** Who may take which step. */
const stepRight: Record<EmploymentEventKind, Permission> = {
  issue: employmentPapers.issue,
  sendOut: employmentPapers.markSigned,
  markSigned: employmentPapers.markSigned,
  suspend: 'employments.end',
  resume: 'employments.end',
  end: endPapers.issue,
  annul: 'employments.issue',
}

/** What is said of pay to this role: to who has not the right, nothing. */
function withPay<T extends { basePayCents: number | null; payUnit: PayUnit | null }>(
  of: T,
  seesPay: boolean,
): Omit<T, 'basePayCents' | 'payUnit'> & {
  basePayCents: number | null
  payUnit: PayUnit | null
} {
  return seesPay ? of : { ...of, basePayCents: null, payUnit: null }
}

const paperShown = (paper: PaperRow | undefined) =>
  paper
    ? {
        id: paper.id,
        version: paper.version,
        status: paper.status,
        number: paper.number,
        pages: paper.pages,
        printedAt: paper.printedAt,
      }
    : null

function annexShown(db: Db, annex: AnnexRow, seesPay: boolean) {
  const paper = lastPaperOf(db, { kind: 'employmentAnnex', id: annex.id })
  return {
    id: annex.id,
    version: annex.version,
    number: annex.number,
    status: annex.status,
    signedOn: annex.signedOn,
    input: withPay(annexInputOf(annex), seesPay),
    paper: seesPay ? paperShown(paper) : null,
  }
}

/** One contract as its page shows it to this role. */
export function employmentView(db: Db, actor: Session, row: EmploymentRow, today: string) {
  const one = caseOf(row)
  const may = (right: Permission) => can(actor.roles, right)
  const [writes, seesPay] = [may('employments.write'), may('employments.readPay')]
  const annexes = annexesOf(db, [row.id]).get(row.id) ?? []
  const of = { kind: 'employment', id: row.id }
  const paper = currentPaperOf(db, of) ?? lastPaperOf(db, of)
  const order = lastPaperOf(db, { kind: 'employmentEnd', id: row.id })
  const now = termsOn(one.input, annexes, today)
  return {
    id: row.id,
    version: row.version,
    status: employmentStatusOn(row, today),
    number: row.number,
    person: personLine(db, row.personId),
    position: catalogueEntry(db, row.positionId)?.name ?? '',
    code: catalogueEntry(db, row.positionId)?.code ?? null,
    project: row.projectId === null ? null : (findProject(db, row.projectId)?.name ?? null),
    input: withPay<EmploymentInput>(one.input, seesPay),
    now: withPay(now, seesPay),
    lastDay: row.lastDay,
    signedOn: row.signedOn,
    suspendedFrom: row.suspendedFrom,
    // In somebody's own words, often of illness; that it is so is for everybody.
    suspensionReason: writes ? row.suspensionReason : '',
    end:
      row.endGroundId === null
        ? null
        : {
            article: row.endArticle ?? '',
            ground: row.endGroundName ?? '',
            orderDate: row.endOrderDate,
            reason: writes ? row.endReason : '',
          },
    annulReason: writes ? row.annulReason : '',
    issuedBy: row.issuedBy === null ? null : (findAccount(db, row.issuedBy)?.displayName ?? ''),
    updatedAt: row.updatedAt,
    paper: seesPay ? paperShown(paper) : null,
    order: seesPay ? paperShown(order) : null,
    print: printHabitOf(db, actor.accountId, 'employment') ?? {
      copies: row.copies,
      duplex: true,
    },
    annexes: annexes.map((annex) => annexShown(db, annex, seesPay)),
    notices: noticesOf(db, row, annexes),
    grounds: may(endPapers.issue) ? groundsFor(db, row.kind, today) : [],
    steps: nextEmploymentEvents(row.status).filter((kind) => may(stepRight[kind])),
    draft:
      row.status === 'draft' && writes
        ? {
            input: one.input,
            choices: choicesFor(db, today),
            problems: employmentFaults(db, one),
          }
        : null,
    history: historyOf(db, row, [
      row.id,
      ...annexes.map(({ id }) => id),
      ...[paper, order].flatMap((one) => one?.id ?? []),
    ]),
  }
}

function historyOf(db: Db, row: EmploymentRow, subjects: readonly string[]) {
  return listAudit(db, {
    personId: row.personId,
    prefixes: ['employment.', 'paper.'],
    limit: 300,
  })
    .filter(({ subjectId }) => subjects.includes(subjectId))
    .map(({ seq, at, action, actor }) => ({
      seq,
      at,
      action,
      by: actor === null ? '' : (findAccount(db, actor)?.displayName ?? ''),
    }))
}

/** What „Издай“ would do now: the number, the dates, and what stands in the way. */
export function issueView(db: Db, row: EmploymentRow, today: string) {
  const contractDate = today
  const startDate = row.startDate < today ? today : row.startDate
  const one = caseOf(row)
  const input = { ...one.input, contractDate, startDate }
  const own = settingValue(db, 'employmentNumbersOwn', contractDate)
  return {
    contractDate,
    startDate,
    /** null: it is typed from the municipality's register. */
    nextNumber: own ? nextLabel(db, employmentPapers, contractDate) : null,
    problems: employmentFaults(db, { ...one, input }),
    warnings: warningsOf(db, { ...one, input }),
  }
}

/** The contracts of a dossier, as lines. */
export function linesOf(db: Db, rows: readonly EmploymentRow[], today: string) {
  const ids = rows.map(({ id }) => id)
  const papers = paperStatusesOf(db, 'employment', ids)
  const annexes = annexesOf(db, ids)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    position: catalogueEntry(db, row.positionId)?.name ?? '',
    number: row.number,
    contractDate: row.contractDate,
    startDate: row.startDate,
    lastDay: row.lastDay,
    minutesPerDay: termsOn(row, annexes.get(row.id) ?? [], today).minutesPerDay,
    status: employmentStatusOn(row, today),
    paper: papers.get(row.id)?.status ?? null,
  }))
}
