import { z } from 'zod'
import { applicationsList } from '#domain/applications/list.ts'
import { handOver } from '#domain/applications/responsible.ts'
import { listQuestionSchema } from '#domain/lists/shape.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import { shortReason, id, which } from '../kernel/ids.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { applicationListing } from '#db/queries/applications-list.ts'
import type { StoredApplication } from '#db/queries/applications.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { getPerson } from '#db/queries/people.ts'
import type { Db } from '#db/connection.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { action } from '../kernel/actions.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { askedQuestion } from '../kernel/lists.ts'
import { read } from '../kernel/procedures.ts'
import { filterOf } from './list.ts'
import { applicationRecord } from './moves.ts'
import { colleaguesOf, responsibleFor } from './whose.ts'

/** A pile that one looks through before it changes hands. */
const mostAtOnce = 500

const note = shortReason.default('')
/** A colleague, or nobody. */
const to = id.nullable()

export const applicationResponsible = {
  /** „Поеми“: nobody's or a colleague's case becomes one's own. */
  take: applicationRecord.step(
    { permission: 'cases.take', audit: 'application.taken', input: which },
    (call) => judged(call.tx, call.actor, call.record, call.actor.accountId),
  ),

  /** „Предай…“: to a colleague who leads cases, or to nobody. */
  give: applicationRecord.step(
    { permission: 'cases.take', audit: 'application.given', input: which.extend({ to, note }) },
    ({ tx, actor, record, input }) => judged(tx, actor, record, input.to, input.note),
  ),

  /** „Поеми избраните“: all of the pile, or – where a colleague was quicker – none of it. */
  takeMany: pile('application.taken', z.object({ cases: pileSchema() }), (_input, actor) => ({
    to: actor.accountId,
    note: '',
  })),

  /** „Предай избраните…“ */
  giveMany: pile(
    'application.given',
    z.object({ cases: pileSchema(), to, note }),
    (input) => input,
  ),

  /** What of a selection can go to them, and – first – what cannot and why. Nothing is written. */
  pile: read(
    {
      permission: 'cases.take',
      audit: 'list.opened',
      input: z.object({ question: listQuestionSchema, to }),
    },
    ({ db, actor, today, input, noteList }) => {
      noteList('applications')
      const asked = askedQuestion(applicationsList, input.question, actor.roles)
      const { accountId, roles } = actor
      const filter = filterOf({ db, roles, accountId, today }, asked)
      const count = applicationListing.count(db, filter)
      if (count > mostAtOnce)
        throw ruleError([{ code: 'pileTooLong', params: { count, most: mostAtOnce } }])
      const target = input.to === null ? null : existing(findAccount(db, input.to))
      const rows = applicationListing.rows(db, filter, asked.order)
      const known = rows.map((row) => {
        const verdict = handOver(row, target, { id: accountId, roles })
        return { row, problem: verdict.ok ? null : (verdict.problems[0] ?? null) }
      })
      return {
        fits: known
          .filter(({ problem }) => problem === null)
          .map(({ row }) => ({ id: row.id, version: row.version })),
        refused: known.flatMap(({ row, problem }): Refused[] =>
          problem === null
            ? []
            : [{ id: row.id, name: formatFullName(row), number: row.entryNumber, problem }],
        ),
      }
    },
  ),

  /** Who may answer for a case, and how many each has open. */
  colleagues: read(
    { permission: 'applications.write', audit: 'none', input: z.object({}) },
    ({ db }) => colleaguesOf(db),
  ),

  /** Whose the case of a person is, and what this account may do about it; null without a case. */
  responsible: read(
    {
      permission: 'applications.read',
      audit: 'dossier.opened',
      input: z.object({ personId: id }),
    },
    ({ input, db, actor, today, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      const { application } = caseOfPerson(db, input.personId, today)
      return application && responsibleFor(db, actor, application)
    },
  ),
}

interface Refused {
  id: string
  name: string
  number: string
  problem: Problem
}

/** A pile that one looked through: each case as the page knows it, none twice. */
function pileSchema() {
  return z
    .array(which)
    .min(1, 'pileEmpty')
    .max(mostAtOnce, 'tooMany')
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'notAccepted')
}

/** One transaction for all of it: what cannot go stops the rest, so that no pile is half done. */
function pile<I extends { cases: { id: string; version: number }[] }>(
  audit: 'application.taken' | 'application.given',
  input: z.ZodType<I>,
  goes: (input: I, actor: Session) => { to: string | null; note: string },
) {
  return action(
    { permission: 'cases.take', audit, subject: applicationRecord.subject, input },
    (call) => {
      const where = goes(call.input, call.actor)
      for (const one of call.input.cases) {
        const found = applicationRecord.opened(call.tx, one, call.actor)
        const next = judged(call.tx, call.actor, found, where.to, where.note)
        applicationRecord.take({ ...call, input: one }, found, next)
      }
      return { count: call.input.cases.length }
    },
  )
}

/** Throws RULE, NOT_FOUND. */
function judged(
  db: Db,
  actor: Session,
  record: StoredApplication,
  responsibleId: string | null,
  said = '',
) {
  const target = responsibleId === null ? null : existing(findAccount(db, responsibleId))
  const verdict = handOver(record, target, { id: actor.accountId, roles: actor.roles })
  demand(verdict)
  return {
    changes: { responsible: { kind: verdict.kind, responsibleId, note: said } },
    payload: {
      from: record.responsibleId,
      to: responsibleId,
      ...(said === '' ? {} : { note: said }),
    },
  }
}
