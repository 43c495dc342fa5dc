import { z } from 'zod'
import { can } from '#domain/accounts/permissions.ts'
import { lastWritten } from '#db/queries/today.ts'
import { lightOf } from '../backup/view.ts'
import { read } from '../kernel/procedures.ts'
import type { WaitingAsked } from '../kernel/waiting.ts'
import { waitingKinds } from '../waiting-kinds.ts'

/** How many rows „За мен“ shows before the lists behind the figures. */
const firstRows = 12

/** Overdue first, then by date, then what has no date. */
function byDue(a: { due: string | null }, b: { due: string | null }): number {
  if (a.due === b.due) return 0
  if (a.due === null) return 1
  if (b.due === null) return -1
  return a.due < b.due ? -1 : 1
}

/** What waits for this account or may be looked after by it, each kind with its rows. */
function waitingFor(asked: WaitingAsked) {
  const { roles } = asked.actor
  return waitingKinds
    .filter(({ permission }) => can(roles, 'people.read') && can(roles, permission))
    .map((one) => ({ ...one, lines: one.find(asked).toSorted(byDue) }))
}

/** „Днес“: what waits for this role. Every figure is the length of the list it opens. */
export default {
  overview: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ db, actor, today }) => {
      const lists = waitingFor({ db, actor, today })
      const mine = lists
        .filter(({ work }) => work !== null)
        .flatMap(({ kind, lines }) => lines.map((line) => ({ ...line, kind })))
        .sort(byDue)
      return {
        date: today,
        mine: mine.slice(0, firstRows),
        mineTotal: mine.length,
        figures: lists.map(({ kind, work, lines }) => ({
          kind,
          work: work !== null,
          count: lines.length,
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
      input: z.object({ kind: z.enum(waitingKinds.map(({ kind }) => kind)) }),
    },
    ({ db, actor, input, today, noteList }) => {
      noteList('today')
      const list = waitingFor({ db, actor, today }).find(({ kind }) => kind === input.kind)
      return { date: today, lines: list?.lines ?? [] }
    },
  ),

  /** How much waits beside each group of the navigation, and together: the same rows as the lists. */
  count: read(
    { permission: 'office.read', audit: 'none', input: z.object({}) },
    ({ db, actor, today }) => {
      const groups = { intake: 0, assessment: 0, support: 0, paper: 0, team: 0 }
      for (const { work, lines } of waitingFor({ db, actor, today }))
        if (work !== null) groups[work] += lines.length
      return { groups, waiting: Object.values(groups).reduce((sum, count) => sum + count, 0) }
    },
  ),
}
