import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { renewable } from '#domain/contracts/path.ts'
import { contractStatusOn, lastDayOf } from '#domain/contracts/days.ts'
import {
  freedMinutes,
  nextContractEvents,
  type ContractEventKind,
} from '#domain/contracts/states.ts'
import { endOfTermKind, latestEnd, termKindOf } from '#domain/contracts/term.ts'
import type { Permission } from '#domain/accounts/permissions.ts'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { listAudit } from '#db/queries/audit.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { contractInputOf } from '#db/queries/contracts.ts'
import { currentPaperOf, lastPaperOf } from '#db/queries/papers.ts'
import { getPerson } from '#db/queries/people.ts'
import { getRepresentative } from '#db/queries/people-parts.ts'
import type { ContractRow } from '#db/schema/contracts.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { contractFaults, limitsFor, warningsOf, type ContractCase } from './facts.ts'
import { placed } from './places.ts'
import { contractPapers } from './paper-kind.ts'
import { basisOf, proposedInput, representativeChoices } from './proposal.ts'
import { nextLabel } from '../kernel/paper-kinds.ts'
import { existing } from '../kernel/faults.ts'
import { settingValue } from '../kernel/settings.ts'
import { printHabitOf } from '../kernel/printing.ts'
import { soonDays } from '../kernel/waiting.ts'

/** Who may take which step; suspending is left out until annexes are built with it. */
const stepRight: Partial<Record<ContractEventKind, Permission>> = {
  issue: contractPapers.issue,
  sendOut: contractPapers.markSigned,
  markSigned: contractPapers.markSigned,
  terminate: 'contracts.terminate',
  annul: 'contracts.annul',
}

export const caseOf = (row: ContractRow): ContractCase => ({
  id: row.id,
  personId: row.personId,
  input: contractInputOf(row),
})

/** Names of the person a contract is for, and nothing more. */
export function personLine(db: Db, personId: string) {
  const person = existing(getPerson(db, personId))
  return {
    id: person.id,
    name: formatFullName(person),
    initials: formatInitials(person),
    deathDate: person.deathDate,
    sex: person.sex,
  }
}

/** One contract as its page shows it to this role. */
export function contractView(db: Db, actor: Session, row: ContractRow, today: string) {
  const one = caseOf(row)
  const isDraft = row.status === 'draft'
  const status = contractStatusOn(row, today)
  const writes = can(actor.roles, 'contracts.write')
  const of = { kind: 'contract', id: row.id }
  // An annulled contract still shows its annulled paper.
  const paper = currentPaperOf(db, of) ?? lastPaperOf(db, of)
  const representative =
    row.representativeId === null ? undefined : getRepresentative(db, row.representativeId)
  const limits = limitsFor(db, row.service, row.startDate)
  const { witnesses, ...input } = one.input
  return {
    id: row.id,
    version: row.version,
    status,
    number: row.number,
    person: personLine(db, row.personId),
    input: {
      ...input,
      // Their ЕГН stands on the paper; who does not write contracts needs the names alone.
      witnesses: writes ? witnesses : witnesses.map((one) => ({ ...one, identifier: '' })),
    },
    minutesPerMonth: row.minutesPerMonth,
    termKind: termKindOf(row.startDate, row.endDate, limits),
    endedOn: row.endedOn,
    personSignedOn: row.personSignedOn,
    providerSignedOn: row.providerSignedOn,
    signedMode: paper?.signedMode ?? null,
    terminationGround: row.terminationGround,
    // In somebody's own words, often of illness; the ground is for everybody.
    terminationReason: writes ? row.terminationReason : '',
    annulReason: writes ? row.annulReason : '',
    representative: representative
      ? { name: formatFullName(representative), kind: representative.kind }
      : null,
    basis: basisOf(db, one.input),
    preparedBy: findAccount(db, row.preparedBy)?.displayName ?? '',
    issuedBy: row.issuedBy === null ? null : (findAccount(db, row.issuedBy)?.displayName ?? ''),
    updatedAt: row.updatedAt,
    freedMinutes: freedMinutes(status, row.minutesPerMonth),
    paper: paper
      ? {
          id: paper.id,
          version: paper.version,
          status: paper.status,
          pages: paper.pages,
          printedAt: paper.printedAt,
          printCount: paper.printCount,
          textVersion: paper.textVersion,
        }
      : null,
    print: printHabitOf(db, actor.accountId, contractPapers.kind) ?? {
      copies: row.copies,
      duplex: true,
    },
    /** It ran out or soon will, and nothing follows it yet. */
    renews:
      writes &&
      lastDayOf(row) <= addDays(today, soonDays) &&
      renewable(caseOfPerson(db, row.personId, today).facts, row.id),
    steps: nextContractEvents(row.status).filter((kind) => {
      const right = stepRight[kind]
      return right !== undefined && can(actor.roles, right)
    }),
    draft:
      isDraft && writes
        ? {
            problems: placed(one, contractFaults(db, one)),
            proposal: proposedInput(db, actor, {
              personId: row.personId,
              applicationId: row.applicationId,
              assessmentId: row.assessmentId,
              planId: row.planId,
              today: row.contractDate,
            }),
            representatives: representativeChoices(db, row.personId),
          }
        : null,
    history: historyOf(db, row, paper?.id),
  }
}

function historyOf(db: Db, row: ContractRow, paperId: string | undefined) {
  return listAudit(db, {
    personId: row.personId,
    prefixes: ['contract.', 'paper.'],
    limit: 300,
  })
    .filter(({ subjectId }) => subjectId === row.id || subjectId === paperId)
    .map(({ seq, at, action, actor }) => ({
      seq,
      at,
      action,
      by: actor === null ? '' : (findAccount(db, actor)?.displayName ?? ''),
    }))
}

/** What „Издай“ would do now: the number, the dates, and what stands in the way. */
export function issueView(db: Db, row: ContractRow, today: string) {
  const limits = limitsFor(db, row.service, row.startDate)
  const startDate = row.startDate < today ? today : row.startDate
  const kind = termKindOf(row.startDate, row.endDate, limits)
  // A draft that waited some days keeps its length of term, not its last day.
  const endDate =
    kind !== null && row.endDate === endOfTermKind(row.startDate, kind, limits)
      ? endOfTermKind(startDate, kind, limits)
      : row.endDate
  const contractDate = today
  const one = caseOf(row)
  const input = { ...one.input, contractDate, startDate, endDate }
  const own = settingValue(db, 'contractNumbersOwn', contractDate)
  return {
    contractDate,
    startDate,
    endDate,
    latestEndDate: latestEnd(startDate, limits),
    /** null: it is typed from the municipality's register. */
    nextNumber: own ? nextLabel(db, contractPapers, contractDate) : null,
    problems: placed({ ...one, input }, contractFaults(db, { ...one, input })),
    warnings: placed({ ...one, input }, warningsOf(db, { ...one, input })),
  }
}
