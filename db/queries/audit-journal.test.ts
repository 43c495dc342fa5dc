import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit, shredPayloads } from '../audit/append.ts'
import { openTestOffice, type TestOffice } from '../testing/database.ts'
import {
  countJournal,
  countJournalInPieces,
  journalBefore,
  journalWindow,
  lastSeqWrittenBefore,
  type JournalFilter,
} from './audit-journal.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

const minute = (n: number) => new Date(Date.UTC(2026, 2, 2, 8, n)).toISOString()
const actors = ['ana', 'boris', null]
const actions = ['dossier.opened', 'person.changed', 'paper.printed', 'session.started']

/** 240 entries, one a minute; at the 101st and the 161st the clock was set back by 50 minutes. */
function fill(): void {
  office.db.transaction((tx) => {
    for (let n = 1; n <= 240; n += 1) {
      const back = n > 160 ? 100 : n > 100 ? 50 : 0
      appendAudit(tx, {
        at: minute(n - back),
        actor: actors[n % 3] ?? null,
        action: actions[n % 4] ?? '',
        subjectKind: 'person',
        subjectId: `p${String(n % 7)}`,
        personId: n % 4 === 3 ? null : `p${String(n % 7)}`,
        payload: { n },
      })
    }
  })
}

/** The same question asked without any index, page or halving. */
function plainly(filter: JournalFilter): number[] {
  const rows = office.db.raw
    .prepare('select seq, recorded_at, actor, action, person_id from audit_entries')
    .all() as Record<'recorded_at' | 'action' | 'person_id' | 'actor', string | null>[]
  return rows
    .map((row) => row as typeof row & { seq: number })
    .filter((row) => row.seq <= filter.upTo)
    .filter((row) => filter.personId === undefined || row.person_id === filter.personId)
    .filter((row) => filter.actor === undefined || row.actor === filter.actor)
    .filter((row) => filter.actions?.includes(row.action ?? '') ?? true)
    .filter((row) => filter.from === undefined || (row.recorded_at ?? '') >= filter.from)
    .filter((row) => filter.to === undefined || (row.recorded_at ?? '') < filter.to)
    .map(({ seq }) => seq)
    .toSorted((a, b) => b - a)
}

const filters: [string, JournalFilter][] = [
  ['nothing', { upTo: 240 }],
  ['a head of the chain seen before', { upTo: 99 }],
  ['a person', { personId: 'p3', upTo: 240 }],
  ['a person and a profile', { personId: 'p3', actor: 'ana', upTo: 240 }],
  ['a person and actions', { personId: 'p3', actions: actions.slice(0, 2), upTo: 240 }],
  ['a profile', { actor: 'boris', upTo: 240 }],
  ['nobody logged in', { actor: null, upTo: 240 }],
  ['actions', { actions: ['dossier.opened', 'paper.printed', 'none.such'], upTo: 240 }],
  ['a profile and actions', { actor: 'ana', actions: actions.slice(0, 3), upTo: 240 }],
  ['no action at all', { actions: [], upTo: 240 }],
  ['a period', { from: minute(60), to: minute(90), upTo: 240 }],
  ['a profile in a period', { actor: 'ana', from: minute(60), to: minute(90), upTo: 240 }],
  ['actions from a day on', { actions: actions.slice(1), from: minute(85), upTo: 240 }],
  ['a period before everything', { to: minute(-5), upTo: 240 }],
  ['a profile in a period before everything', { actor: 'ana', to: minute(-5), upTo: 240 }],
]

describe.each(filters)('the journal narrowed to %s', (_, filter) => {
  beforeEach(fill)

  test('gives the same rows as asking plainly, by windows and by reading on', () => {
    const right = plainly(filter)
    expect(countJournal(office.db.orm, filter)).toBe(right.length)
    const total = right.length
    const windows: number[] = []
    for (let offset = 0; offset < total; offset += 17)
      windows.push(
        ...journalWindow(office.db.orm, filter, { offset, limit: 17 }).map(({ seq }) => seq),
      )
    expect(windows).toEqual(right)
    const read: number[] = []
    for (let before = 241; ;) {
      const page = journalBefore(office.db.orm, filter, before, 25)
      if (page.length === 0) break
      read.push(...page.map(({ seq }) => seq))
      before = page.at(-1)?.seq ?? 0
    }
    expect(read).toEqual(right)
  })

  test('never reads the whole table', () => {
    const asked: string[] = []
    const { raw } = office.db
    const prepare = raw.prepare.bind(raw)
    raw.prepare = (text: string) => {
      asked.push(text)
      return prepare(text)
    }
    const total = countJournal(office.db.orm, filter)
    journalWindow(office.db.orm, filter, { offset: 0, limit: 5 })
    journalWindow(office.db.orm, filter, { offset: Math.max(0, total - 5), limit: 5 })
    raw.prepare = prepare
    const plans = asked.flatMap((text) =>
      prepare(`explain query plan ${text}`)
        .all(...Array.from({ length: text.split('?').length - 1 }, () => 1))
        .map((row) => (row as { detail: string }).detail),
    )
    expect(plans.filter((detail) => /^SCAN audit_/.test(detail))).toEqual([])
    if (filter.personId !== undefined)
      expect(plans.some((detail) => detail.includes('USING'))).toBe(true)
  })
})

test('what somebody has spoilt does not take the rest of the journal with it', () => {
  fill()
  const { raw } = office.db
  raw.exec('drop trigger audit_payloads_no_update')
  raw.exec("update audit_payloads set payload = 'не е JSON' where seq = 239")
  office.db.transaction((tx) => shredPayloads(tx, [238]))
  const rows = journalWindow(office.db.orm, { upTo: 240 }, { offset: 0, limit: 4 })
  expect(rows.map(({ payload }) => payload)).toEqual([{ n: 240 }, null, null, { n: 237 }])
})

test('retention begins with what is old in the order of the chain, whatever the clock said', () => {
  fill()
  expect(lastSeqWrittenBefore(office.db.orm, minute(0))).toBe(0)
  expect(lastSeqWrittenBefore(office.db.orm, minute(31))).toBe(30)
  expect(lastSeqWrittenBefore(office.db.orm, minute(1000))).toBe(100)
})

test('while a broad filter is counted for the first time, others get their turn, and the count is right', async () => {
  const { raw, orm } = office.db
  raw.exec(`insert into audit_entries
    with recursive n(n) as (select 1 union all select n + 1 from n where n < 40000)
    select n, 't', 't', 0, 'ana', case n % 3 when 0 then 'dossier.opened' else 'person.changed' end,
      'person', 'p', 'p', '', '', n from n`)
  const filter = { actions: ['dossier.opened'], upTo: 40_000 }
  let turns = 0
  const others = setInterval(() => (turns += 1), 0)
  const meanwhile = countJournalInPieces(orm, filter)
  // One of the others adds an entry and counts too; neither spoils the other's count.
  expect(countJournal(orm, { ...filter, upTo: 39_999 })).toBe(13_333)
  expect(await meanwhile).toBe(13_333)
  clearInterval(others)
  expect(turns).toBeGreaterThan(0)
  expect(await countJournalInPieces(orm, { ...filter, upTo: 39_000 })).toBe(13_000)
  expect(await countJournalInPieces(orm, filter)).toBe(13_333)
})

test('what was counted before is counted on when entries are added, over the border of a block', () => {
  const filter = { actions: ['dossier.opened', 'person.changed'] }
  office.db.transaction((tx) => {
    for (let n = 1; n <= 9000; n += 1)
      appendAudit(tx, {
        at: minute(n),
        actor: 'ana',
        action: actions[n % 4] ?? '',
        subjectKind: 'person',
        subjectId: 'p1',
        payload: {},
      })
  })
  const { orm } = office.db
  for (const upTo of [8100, 8191, 8192, 8400, 9000, 8193]) {
    const right = plainly({ ...filter, upTo })
    expect(countJournal(orm, { ...filter, upTo })).toBe(right.length)
    const offset = right.length - 40
    const last = journalWindow(orm, { ...filter, upTo }, { offset, limit: 100 })
    expect(last.map(({ seq }) => seq)).toEqual(right.slice(offset))
  }
})
