import { z } from 'zod'
import { can, type Permission } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import type { Db } from '#db/connection.ts'
import {
  approvedWithout,
  assessmentsToApprove,
  contractsEnding,
  contractsExpired,
  lastWritten,
  papersOut,
  plansToApprove,
  plansEnding,
  plansToReview,
  telkEnding,
  waitingApplications,
  waitingContracts,
  type WaitingLine,
} from '#db/queries/today.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { lightOf } from '../backup/view.ts'
import { read } from '../kernel/procedures.ts'
import { settingValue } from '../kernel/settings.ts'

/** What may wait for somebody, in the order of the case. */
export const waitingKinds = [
  'documentsMissing',
  'toAdmit',
  'toAssess',
  'assessmentsToApprove',
  'toPlan',
  'plansToApprove',
  'toContract',
  'contractsExpired',
  'contractsToIssue',
  'contractsToSign',
  'plansToReview',
  'plansEnding',
  'papersOut',
  'telkEnding',
  'contractsEnding',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

interface Asked {
  db: Db
  actor: Session
  today: string
}

interface Kind {
  permission: Permission
  /** „За мен“ is work; the others are only looked after. */
  work: boolean
  find: (asked: Asked) => WaitingLine[]
}

/** Days ahead in which an end is worth knowing. */
const soonDays = 30
const telkDays = 60

/** Terms count from the entry with the rule that held on that day (ППЗСУ). */
function withTerm({ db }: Asked, lines: (WaitingLine & { entryDate: string })[]): WaitingLine[] {
  return lines.map(({ entryDate, ...line }) => ({
    ...line,
    due: addDays(entryDate, settingValue(db, 'assessmentAndPlanDays', entryDate)),
  }))
}

const bare = (lines: (WaitingLine & { entryDate: string })[]): WaitingLine[] =>
  lines.map(({ entryDate: _entry, ...line }) => line)

const kinds: Record<WaitingKind, Kind> = {
  documentsMissing: {
    permission: 'applications.write',
    work: true,
    find: ({ db }) => bare(waitingApplications(db, ['incomplete'])),
  },
  toAdmit: {
    permission: 'applications.write',
    work: true,
    find: (asked) => withTerm(asked, waitingApplications(asked.db, ['registered'])),
  },
  toAssess: {
    permission: 'assessments.write',
    work: true,
    find: (asked) => withTerm(asked, waitingApplications(asked.db, ['admitted', 'forAssessment'])),
  },
  assessmentsToApprove: {
    permission: 'assessments.approve',
    work: true,
    find: ({ db, actor }) => assessmentsToApprove(db, actor.accountId),
  },
  toPlan: {
    permission: 'plans.write',
    work: true,
    find: (asked) => withTerm(asked, approvedWithout(asked.db, 'plan')),
  },
  plansToApprove: {
    permission: 'plans.approve',
    work: true,
    find: ({ db, actor }) => plansToApprove(db, actor.accountId),
  },
  toContract: {
    permission: 'contracts.write',
    work: true,
    find: ({ db }) => bare(approvedWithout(db, 'contract')),
  },
  contractsExpired: {
    permission: 'contracts.write',
    work: true,
    find: ({ db, today }) => contractsExpired(db, today),
  },
  contractsToIssue: {
    permission: 'contracts.issue',
    work: true,
    find: ({ db }) => waitingContracts(db, ['draft']),
  },
  contractsToSign: {
    permission: 'papers.markSigned',
    work: true,
    find: ({ db }) => waitingContracts(db, ['issued', 'outForSignature']),
  },
  plansToReview: {
    permission: 'plans.write',
    work: true,
    find: ({ db, today }) => plansToReview(db, today, addDays(today, 14)),
  },
  plansEnding: {
    permission: 'plans.write',
    work: true,
    find: ({ db, today }) => plansEnding(db, today, addDays(today, soonDays)),
  },
  papersOut: {
    permission: 'papers.read',
    work: false,
    find: ({ db }) => papersOut(db),
  },
  telkEnding: {
    permission: 'people.readHealth',
    work: false,
    find: ({ db, today }) => telkEnding(db, today, addDays(today, telkDays)),
  },
  contractsEnding: {
    permission: 'contracts.read',
    work: false,
    find: ({ db, today }) => contractsEnding(db, today, addDays(today, soonDays)),
  },
}

/** Overdue first, then by date, then what has no date. */
function byDue(a: { due: string | null }, b: { due: string | null }): number {
  if (a.due === b.due) return 0
  if (a.due === null) return 1
  if (b.due === null) return -1
  return a.due < b.due ? -1 : 1
}

const mayOpen = (actor: Session, kind: WaitingKind) =>
  can(actor.roles, 'people.read') && can(actor.roles, kinds[kind].permission)

/** „Днес“: what waits for this role. Every figure is the length of the list it opens. */
export default {
  overview: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ db, actor, today: date }) => {
      const open = waitingKinds.filter((kind) => mayOpen(actor, kind))
      const lists = open.map((kind) => {
        const lines = kinds[kind].find({ db, actor, today: date })
        return { kind, work: kinds[kind].work, lines }
      })
      const mine = lists
        .filter((list) => list.work)
        .flatMap(({ kind, lines }) => lines.map((line) => ({ ...line, kind })))
        .sort(byDue)
      return {
        date,
        mine: mine.slice(0, 12),
        mineTotal: mine.length,
        figures: lists.map(({ kind, work, lines }) => ({ kind, work, count: lines.length })),
        /** Nobody's work in particular: whoever looks may remind. */
        backup: lightOf(db, date),
        lastWritten: can(actor.roles, 'people.read') ? lastWritten(db, 5) : [],
      }
    },
  ),

  /** The list behind a figure; empty for a role that may not see it. */
  list: read(
    {
      permission: 'office.read',
      audit: 'list.opened',
      input: z.object({ kind: z.enum(waitingKinds) }),
    },
    ({ db, actor, input, today: date, noteList }) => {
      noteList('today')
      return {
        date,
        lines: mayOpen(actor, input.kind)
          ? kinds[input.kind].find({ db, actor, today: date }).sort(byDue)
          : [],
      }
    },
  ),

  /** How much waits, for the navigation. */
  count: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ db, actor, today: date }) => ({
      waiting: waitingKinds
        .filter((kind) => kinds[kind].work && mayOpen(actor, kind))
        .reduce((sum, kind) => sum + kinds[kind].find({ db, actor, today: date }).length, 0),
    }),
  ),
}
