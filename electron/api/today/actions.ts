import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { firstView, waitingViews, type WaitingView } from '#domain/applications/responsible.ts'
import type { Db } from '#db/connection.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import { lastWritten } from '#db/queries/today-people.ts'
import type { WaitingLine } from '#db/queries/today-line.ts'
import { lightOf } from '../backup/view.ts'
import { read } from '../kernel/procedures.ts'
import { allWaiting, byDue, type WaitingAsked } from '../kernel/waiting.ts'
import { waitingKinds } from '../waiting-kinds.ts'

/** How many rows a view shows before the lists behind the figures. */
const firstRows = 12

/** Left out: the view with which the page opens. */
const view = z.enum(waitingViews).optional()

/** What waits, by kind and view; which view is shown, and how much each holds. */
function waiting(asked: WaitingAsked, wanted?: WaitingView) {
  const kinds = allWaiting(waitingKinds, asked)
  const work = kinds.filter((one) => one.work !== null)
  const sum = (of: WaitingView) => work.reduce((all, { lines }) => all + lines[of].length, 0)
  const views = { mine: sum('mine'), team: sum('team'), nobody: sum('nobody') }
  const leads = can(asked.actor.roles, 'cases.take')
  const first = firstView(asked.actor.roles, views.mine)
  return {
    kinds,
    work,
    first,
    view: leads ? (wanted ?? first) : first,
    /** Null for who leads no cases: there is nothing to choose between. */
    views: leads ? views : null,
    total: sum,
  }
}

/** A row with the name of who answers for its case; of nobody's, null. */
function named(db: Db) {
  const names = new Map(listAccounts(db).map(({ id, displayName }) => [id, displayName]))
  return ({ responsibleId, ...line }: WaitingLine) => ({
    ...line,
    responsible: responsibleId === null ? null : (names.get(responsibleId) ?? null),
  })
}

/** „Днес“: what waits for this account. Every figure is the length of the list it opens. */
export default {
  overview: read(
    { permission: 'office.read', audit: 'none', input: z.object({ view }) },
    ({ db, actor, today, input }) => {
      const found = waiting({ db, actor, today }, input.view)
      const rows = found.work
        .flatMap(({ kind, lines }) => lines[found.view].map((line) => ({ ...line, kind })))
        .sort(byDue)
      const withName = named(db)
      return {
        date: today,
        view: found.view,
        views: found.views,
        lines: rows.slice(0, firstRows).map(({ kind, ...line }) => ({ ...withName(line), kind })),
        total: rows.length,
        figures: found.kinds.map(({ kind, work, lines }) => ({
          kind,
          work: work !== null,
          count: lines[found.view].length,
        })),
        /** Nobody's work in particular: whoever looks may remind. */
        backup: lightOf(db, today),
        lastWritten: can(actor.roles, 'people.read') ? lastWritten(db, 5) : [],
      }
    },
  ),

  /** The list behind a figure; empty for a role that may not see it. */
  list: read(
    {
      permission: 'office.read',
      audit: 'list.opened',
      input: z.object({ kind: z.enum(waitingKinds.map(({ kind }) => kind)), view }),
    },
    ({ db, actor, input, today, noteList }) => {
      noteList('today')
      const found = waiting({ db, actor, today }, input.view)
      const list = found.kinds.find(({ kind }) => kind === input.kind)
      return {
        date: today,
        view: found.view,
        /** How many of this kind each view holds. */
        views: found.views && {
          mine: list?.lines.mine.length ?? 0,
          team: list?.lines.team.length ?? 0,
          nobody: list?.lines.nobody.length ?? 0,
        },
        lines: (list?.lines[found.view] ?? []).map(named(db)),
      }
    },
  ),

  /**
   * How much waits beside each group of the navigation, and together: the rows of the view with which
   * „Днес“ opens.
   */
  count: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ db, actor, today }) => {
      const { work, first, views, total } = waiting({ db, actor, today })
      const groups = { intake: 0, assessment: 0, support: 0, paper: 0, team: 0 }
      for (const one of work) if (one.work !== null) groups[one.work] += one.lines[first].length
      return { groups, waiting: total(first), view: first, views }
    },
  ),
}
