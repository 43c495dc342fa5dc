import { can, mayApproveWorkOf } from '#domain/accounts/permissions.ts'
import type { RunningContract } from '#domain/assessments/contract-hours.ts'
import { finishProblems } from '#domain/assessments/finish.ts'
import { mayEdit, mayStart, newVersion } from '#domain/assessments/rules.ts'
import { emptyAssessment, type AssessmentInput } from '#domain/assessments/schema.ts'
import { contractStatusOn } from '#domain/contracts/days.ts'
import { score } from '#domain/methodologies/score.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { valueOn } from '#domain/settings/rules.ts'
import { formatAddress, formatFullName, formatInitials } from '#domain/text/format-person.ts'
import type { Person } from '#domain/people/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import {
  getAssessment,
  lastApprovedAssessment,
  lastSheetBy,
  type StoredAssessment,
} from '#db/queries/assessments.ts'
import { contractsOfPerson } from '#db/queries/contracts.ts'
import { getMethodology, methodologyOnDate } from '#db/queries/methodologies.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import {
  ageAt,
  assessmentCase,
  assessmentSettings,
  finishContext,
  newerMethodology,
  openOf,
  previousOf,
  type AssessmentCase,
} from './facts.ts'
import { ruleError } from '../kernel/faults.ts'

const nameOf = (db: Db, accountId: string | null) =>
  accountId === null ? null : (findAccount(db, accountId)?.displayName ?? '')

/** The person as the head of a sheet shows them; no number is needed here. */
function personLine(person: Person, age: number) {
  return {
    id: person.id,
    fullName: formatFullName(person),
    initials: formatInitials(person),
    birthDate: person.birthDate,
    sex: person.sex,
    deathDate: person.deathDate,
    age,
    address: formatAddress(person.currentAddress),
  }
}

/** One sheet in a dossier or among the versions of an assessment. */
export function versionLine(row: AssessmentRow) {
  const { id, applicationId, revision, status, kind, outcome, number, assessmentDate } = row
  const { visitDate, total, degree, computedMinutes, grantedMinutes } = row
  return {
    id,
    applicationId,
    revision,
    status,
    kind,
    outcome,
    number,
    assessmentDate,
    visitDate,
    total,
    degree,
    computedMinutes,
    grantedMinutes,
  }
}

/** A new sheet begins with the team and the place of the last one; after a futile visit it is the next attempt. */
function newInput(db: Db, { application, person, all }: AssessmentCase, accountId: string) {
  const last = lastSheetBy(db, accountId)
  const futile = all.filter((row) => row.status === 'notCarriedOut')
  const carried = last !== undefined && last.team.length > 0
  const input: AssessmentInput = {
    ...emptyAssessment(application.id),
    team: last?.team ?? [],
    visitPlace: formatAddress(person.currentAddress),
    visitAttempt: Math.max(0, ...futile.map((row) => row.visitAttempt)) + 1,
  }
  return { input, carried }
}

/** Throws RULE unless a sheet may begin on this application now. */
export function demandStart(found: AssessmentCase): void {
  const open = openOf(found.all)
  const verdict = mayStart({
    applicationState: found.application.state,
    openAssessment: open ? { id: open.id } : null,
    contractToSign: found.contractToSign,
  })
  if (!verdict.ok) throw ruleError(verdict.problems)
}

/**
 * The sheet of an application for writing: the one that is open, or a new one that is not stored
 * yet. A sheet that waits for approval, or an approved one, is only named: its page shows it.
 */
export function sheetOf(db: Db, applicationId: string, actor: Session, today: string) {
  const found = assessmentCase(db, applicationId)
  const { application, person, all } = found
  const open = openOf(all)
  const approved = all.find((row) => row.status === 'approved')
  const shown = open ?? approved
  if (shown && !mayEdit(shown.status).ok) return { kind: 'elsewhere' as const, id: shown.id }

  const stored = open && getAssessment(db, open.id)
  const begun = stored
    ? { input: stored.input, carried: false }
    : newInput(db, found, actor.accountId)
  const methodology = stored
    ? getMethodology(db, stored.row.methodologyVersionId)
    : methodologyOnDate(db, today)
  if (!methodology) throw ruleError([{ code: 'methodologyEmpty' }])
  const previousId = stored
    ? stored.row.previousId
    : (lastApprovedAssessment(db, person.id)?.row.id ?? null)
  const previous = previousOf(db, previousId)
  const start = mayStart({
    applicationState: application.state,
    openAssessment: null,
    contractToSign: found.contractToSign,
  })
  const problems: Problem[] = stored || start.ok ? [] : start.problems
  const context = finishContext(db, found, begun.input, methodology.data, previous, today)
  return {
    kind: 'sheet' as const,
    person: personLine(person, context.age),
    application: {
      id: application.id,
      entryNumber: application.entryNumber,
      entryDate: application.entryDate,
    },
    assessment: stored
      ? {
          id: stored.row.id,
          version: stored.row.version,
          status: stored.row.status,
          sentBackReason: stored.row.sentBackReason,
        }
      : null,
    ...begun,
    methodologyVersionId: methodology.id,
    methodology: methodology.data,
    newerMethodology: newerMethodology(db, methodology.id, today),
    previous,
    rules: {
      today,
      entryDate: context.entryDate,
      dailyMaxMinutes: context.dailyMaxMinutes,
      settings: [...context.settings],
    },
    problems,
  }
}

/** What this account may do with the sheet now, and why not. */
function stepsOf(db: Db, stored: StoredAssessment, found: AssessmentCase, actor: Session) {
  const { row, input } = stored
  const finished = row.status === 'finished'
  const own = mayApproveWorkOf(
    { id: actor.accountId, roles: actor.roles },
    row.preparedBy,
    'assessments.approve',
  )
  const writes = can(actor.roles, 'assessments.write')
  const fromThis = newVersion({ status: row.status, revision: row.revision, input })
  const startable = mayStart({
    applicationState: found.application.state,
    openAssessment: openOf(found.all) ? { id: '' } : null,
    contractToSign: found.contractToSign,
  })
  // All that stands in the way: the step is there and says what comes first.
  const waits =
    !startable.ok && startable.problems.every(({ code }) => code === 'contractAwaitsSignature')
  return {
    edit: writes && mayEdit(row.status).ok,
    discard: writes && row.status === 'draft',
    approve: finished && own,
    /** Has the right, but prepared it: somebody else has to. */
    approvesOwn: finished && can(actor.roles, 'assessments.approve') && !own,
    newVersion: writes && fromThis.ok && (startable.ok || waits),
    /** A newer one may be made, but not yet. */
    newVersionWaits: startable.ok || !waits ? [] : startable.problems,
    /** After a refusal or a futile visit one goes again. */
    nextAttempt:
      writes &&
      row.status === 'notCarriedOut' &&
      startable.ok &&
      found.application.state === 'forAssessment' &&
      found.all[0]?.id === row.id,
  }
}

/** The contract that the hours of this sheet would have to reach; a sheet that counts no more says none. */
function contractOf(
  db: Db,
  { applicationId, personId, status }: AssessmentRow,
  actor: Session,
  today: string,
): RunningContract | null {
  if (!can(actor.roles, 'contracts.read') || status === 'superseded') return null
  const running = contractsOfPerson(db, personId).find(
    (row) =>
      row.applicationId === applicationId &&
      ['signed', 'inForce', 'annexed', 'suspended'].includes(contractStatusOn(row, today)),
  )
  return running
    ? {
        number: running.number ?? '',
        contractDate: running.contractDate,
        minutesPerMonth: running.minutesPerMonth,
      }
    : null
}

/** The assessment for reading, with its score, its paper and what is still open. */
export function assessmentView(db: Db, id: string, actor: Session, today: string) {
  const stored = getAssessment(db, id)
  const { row, input } = stored
  const found = assessmentCase(db, row.applicationId)
  const methodology = getMethodology(db, row.methodologyVersionId).data
  const previous = previousOf(db, row.previousId)
  const context = finishContext(db, found, input, methodology, previous, today)
  const age = ageAt(found.person, input, today)
  const computed = score(methodology, input.answers, age)
  const paper = currentPaperOf(db, { kind: 'assessment', id })
  const editable = mayEdit(row.status).ok
  return {
    ...versionLine(row),
    version: row.version,
    person: personLine(found.person, age),
    application: {
      id: found.application.id,
      entryNumber: found.application.entryNumber,
      entryDate: found.application.entryDate,
      state: found.application.state,
    },
    input,
    methodology,
    newerMethodology: editable ? newerMethodology(db, row.methodologyVersionId, today) : null,
    previous,
    score: row.score ?? (computed.ok ? computed.score : null),
    preparedBy: nameOf(db, row.preparedBy),
    approvedBy: nameOf(db, row.approvedBy),
    approvalDate: row.approvalDate,
    grantedReason: row.grantedReason,
    sentBackReason: row.sentBackReason,
    /** What „Завърши оценката“ still misses. */
    problems: editable ? finishProblems(input, context) : [],
    dailyMaxMinutes: context.dailyMaxMinutes,
    minReasonLength: valueOn(assessmentSettings(db, today), 'minReasonLength', today),
    contract: contractOf(db, row, actor, today),
    paper: paper ? { id: paper.id, number: paper.number, status: paper.status } : null,
    versions: found.all.map(versionLine),
    may: stepsOf(db, stored, found, actor),
  }
}
