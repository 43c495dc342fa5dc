import { randomUUID } from 'node:crypto'
import { setImmediate as breath } from 'node:timers/promises'
import { actionsOfKind, journalKinds } from '#domain/audit/actions.ts'
import type { Database } from '#db/connection.ts'
import { countJournalInPieces, journalWindow, lastSeq } from '#db/queries/audit-journal.ts'
import type { Client } from '#electron/cli/connect.ts'
import { insertInventedEntries } from './invented-journal.ts'
import { benchOffice, password } from './office.ts'
import { sameSql } from './raw-sql.ts'
import { inTurn, median, p95, type Figure } from './statistics.ts'

const year = 366 * 86_400_000

/** The journal after twelve years of a busy office, and what retention then shreds at a log-in. */
export async function journalFigures(entries: number): Promise<Figure[]> {
  let now = Date.now()
  const later = now + 12 * year
  const bench = await benchOffice(400, () => now)
  const { office, client } = bench
  const person = (await client.people.list({ offset: 0, limit: 1 })).rows[0]?.id ?? ''
  const begun = performance.now()
  const made = office.vault.database()
  insertInventedEntries(made, entries, { from: now, to: later })
  made.raw.exec('analyze')
  now = later
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${entries.toLocaleString('en')} entries of the journal made in ${seconds} s`)
  // The clock went on by years: nobody is in any more.
  const state = await client.session.current({})
  const slotId = 'profiles' in state ? (state.profiles[0]?.slotId ?? '') : ''
  await client.session.logIn({ slotId, password })
  // The first transaction of retention waits for a timer, so this comes before it.
  const database = office.vault.database()
  const shredding = timedTransactions(database)
  const during = await savesUntil(client, person, () => shredding.isOver())
  const alone = await savesUntil(client, person, (count) => count === during.length)
  const { orm, raw } = database
  const left = raw.prepare('select count(*) as n from audit_payloads').get()
  console.log(`${String(shredding.pieces.length)} transactions, left: ${JSON.stringify(left)}`)

  const upTo = lastSeq(orm)
  const counts = []
  for (const kind of journalKinds)
    counts.push(await firstCount(database, { actions: actionsOfKind(kind), upTo }))
  const broadest = counts.toSorted((a, b) => b.whole - a.whole)[0] ?? { whole: 0, turns: [] }
  console.log(`the broadest kind is counted in ${broadest.whole.toFixed(1)} ms`)

  const filter = { actions: actionsOfKind('view'), upTo }
  const offset = (i: number) => (i * 7919) % Math.floor(entries * 0.6)
  const window = (i: number) => ({ offset: offset(i), limit: 100 })
  const pages = Array.from({ length: 50 }, (_, i) =>
    sameSql(raw, () => journalWindow(orm, filter, window(i))),
  )
  const page = await inTurn(200, {
    sql: (i) => pages[i % pages.length]?.(),
    router: (i) =>
      client.audit.journal({ filter: { kind: 'view' }, upTo, ...window(i % pages.length) }),
  })
  await bench.close()
  return [
    {
      name: 'one page of the journal, „преглед“, anywhere, through the router',
      value: p95(page.router),
      unit: 'ms',
      floor: { name: 'the same SQL', value: p95(page.sql) },
      target: 3,
      kind: 'ratio',
    },
    {
      name: 'how long the first count of the broadest kind holds the others up at once (95 of 100)',
      value: p95(broadest.turns),
      unit: 'ms',
      target: 20,
      kind: 'budget',
    },
    {
      name: 'a save while retention shreds (95 of 100)',
      value: p95(during),
      unit: 'ms',
      floor: { name: 'the same save alone', value: p95(alone) },
      target: 2,
      kind: 'ratio',
    },
    {
      name: 'a transaction of retention (half of them)',
      value: median(shredding.pieces),
      unit: 'ms',
      floor: { name: 'a save alone', value: median(alone) },
      target: 2,
      kind: 'ratio',
    },
    {
      name: 'a transaction of retention (95 of 100)',
      value: p95(shredding.pieces),
      unit: 'ms',
      target: 20,
      kind: 'budget',
    },
  ]
}

/** The transactions of retention alone: nothing else adds one of a name of its own. */
function timedTransactions(database: Database) {
  const pieces: number[] = []
  let last = performance.now()
  const { transaction } = database
  const written = database.raw
    .prepare("select action = 'journal.shredded' from audit_entries order by seq desc limit 1")
    .pluck()
  database.transaction = (fn) => {
    const began = performance.now()
    try {
      return transaction(fn)
    } finally {
      const ended = performance.now()
      if (!database.raw.inTransaction && written.get() === 1) {
        pieces.push(ended - began)
        last = performance.now()
      }
    }
  }
  return { pieces, isOver: () => performance.now() - last > 2_000 }
}

/** Milliseconds of each save, one after the other, as somebody would notice them. */
async function savesUntil(
  client: Client,
  personId: string,
  enough: (count: number) => boolean,
): Promise<number[]> {
  const samples: number[] = []
  while (!enough(samples.length)) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const began = performance.now()
    await client.people.addNote({
      requestId: randomUUID(),
      data: { personId, note: { kind: 'phone', text: 'Разговор' } },
    })
    samples.push(performance.now() - began)
  }
  return samples
}

/** A count whose parts are timed by a neighbour that wants its turn all the time. */
async function firstCount(database: Database, filter: { actions: string[]; upTo: number }) {
  const turns: number[] = []
  let counting = true
  const neighbour = async () => {
    for (let before = performance.now(); counting;) {
      await breath()
      const now = performance.now()
      turns.push(now - before)
      before = now
    }
  }
  const beside = neighbour()
  const began = performance.now()
  await countJournalInPieces(database.orm, filter)
  counting = false
  const whole = performance.now() - began
  await beside
  return { whole, turns }
}
