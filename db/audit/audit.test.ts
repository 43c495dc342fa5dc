import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '../connection.ts'
import { listAudit, whoViewed } from '../queries/audit.ts'
import { openTestOffice, type TestOffice } from '../testing/database.ts'
import {
  appendAudit,
  appendAuditLater,
  appendCheckpoint,
  auditHead,
  shredPayloads,
  type AuditLine,
} from './append.ts'
import type { AuditAnchor } from './anchors.ts'
import { entryHash } from './chain.ts'
import { verifyAudit } from './verify.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString()
function line(minute: number, extra: Partial<AuditLine> = {}): AuditLine {
  return {
    at: at(minute),
    actor: 'account',
    action: 'people.update',
    subjectKind: 'person',
    subjectId: 'p1',
    personId: 'p1',
    payload: { name: `Име ${String(minute)}` },
    ...extra,
  }
}
function write(count: number): void {
  office.db.transaction((tx) => {
    for (let i = 1; i <= count; i++) appendAudit(tx, line(i))
  })
}
/** As somebody with the key and a database tool would. */
function tamper(sql: string): void {
  const { raw } = office.db
  const triggers = raw
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'")
    .all()
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  raw.pragma('foreign_keys = off')
  raw.exec(sql)
}
const verify = (anchors: AuditAnchor[] = []) => verifyAudit(office.db.orm, { anchors })

describe('the chain', () => {
  test('holds over many pages, with checkpoints', () => {
    write(2_350)
    const report = verify()
    expect(report).toMatchObject({ ok: true, entries: 2_350, shredded: 0, clockSetBack: 0 })
    expect(report.head).toEqual({ seq: 2_350, hash: auditHead(office.db.orm)?.hash })
    expect(office.db.raw.prepare('select count(*) as n from audit_checkpoints').get()).toEqual({
      n: 23,
    })
  })

  test('an entry belongs to its action: rolled back together, and the sequence has no hole', () => {
    write(2)
    expect(() =>
      office.db.transaction((tx: Tx): number => {
        appendAudit(tx, line(3))
        throw new Error('the action failed')
      }),
    ).toThrow('the action failed')
    write(1)
    expect(verify()).toMatchObject({ ok: true, entries: 3 })
  })

  test.each([
    [
      'changed action',
      "update audit_entries set action = 'x' where seq = 7",
      [{ seq: 7, kind: 'entry' }],
    ],
    [
      'changed actor',
      'update audit_entries set actor = null where seq = 7',
      [{ seq: 7, kind: 'entry' }],
    ],
    [
      'changed payload',
      `update audit_payloads set payload = '{"name":"друго"}' where seq = 7`,
      [{ seq: 7, kind: 'payload' }],
    ],
    [
      'cut out of the middle',
      'delete from audit_payloads where seq = 7; delete from audit_entries where seq = 7',
      [{ seq: 8, kind: 'gap' }],
    ],
    [
      'two exchanged',
      'update audit_entries set seq = -1 where seq = 7; update audit_entries set seq = 7 where seq = 8; update audit_entries set seq = 8 where seq = -1; ',
      [
        { seq: 7, kind: 'link' },
        { seq: 8, kind: 'link' },
        { seq: 9, kind: 'link' },
      ],
    ],
  ])('%s: named where it breaks', (_, sql, breaks) => {
    write(20)
    tamper(sql)
    expect(verify()).toMatchObject({ ok: false, breaks })
  })

  test('any text is refused or still verifies: half a surrogate pair broke the chain for good', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 12 })
    const half = fc.constantFrom('\ud83d', 'a\udc00b')
    fc.assert(
      fc.property(fc.oneof(anything, half), fc.oneof(anything, half), (subjectId, word) => {
        try {
          office.db.transaction((tx) => {
            appendAudit(tx, line(1, { subjectId, personId: subjectId, payload: { [word]: word } }))
          })
        } catch {
          expect(subjectId.isWellFormed()).toBe(false)
        }
      }),
      { numRuns: 200, examples: [['\ud83d', 'a']] },
    )
    expect(verify()).toMatchObject({ ok: true })
  })

  test('a tail that was recomputed is caught by the checkpoint, and without one by the anchor', () => {
    write(20)
    const anchor = auditHead(office.db.orm)
    expect(anchor && verify([anchor]).ok).toBe(true)
    // Rewrites entry 20 with a valid hash of its own: inside the chain nothing shows.
    const row = office.db.raw.prepare('select * from audit_entries where seq = 20').get() as Record<
      string,
      string
    >
    const hash = entryHash({
      seq: 20,
      at: row['at'] ?? '',
      recordedAt: row['recorded_at'] ?? '',
      clockBack: false,
      actor: 'somebody else',
      action: row['action'] ?? '',
      subjectKind: 'person',
      subjectId: 'p1',
      personId: 'p1',
      payloadHash: row['payload_hash'] ?? '',
      prevHash: row['prev_hash'] ?? '',
    })
    tamper(`update audit_entries set actor = 'somebody else', hash = '${hash}' where seq = 20`)
    expect(verify().ok).toBe(true)
    expect(verify([{ seq: 20, hash: anchor?.hash ?? '' }]).breaks).toEqual([
      { seq: 20, kind: 'anchor' },
    ])
  })

  test('a checkpoint that does not fit, or that somebody signed without the key, is named', () => {
    write(20)
    office.db.transaction((tx) => {
      appendCheckpoint(tx, at(30))
    })
    tamper(
      "update audit_checkpoints set signature = replace(signature, substr(signature, 1, 1), 'z')",
    )
    expect(verify().breaks).toEqual([{ seq: 20, kind: 'checkpoint' }])
  })

  test('a tail cut off is caught by its checkpoint and by the anchor', () => {
    write(120)
    const head = auditHead(office.db.orm)
    tamper('delete from audit_payloads where seq > 110; delete from audit_entries where seq > 110')
    expect(verify().ok).toBe(true)
    expect(verify(head ? [head] : []).breaks).toEqual([{ seq: 120, kind: 'anchor' }])
    tamper('delete from audit_payloads where seq > 90; delete from audit_entries where seq > 90')
    expect(verify().breaks).toEqual([{ seq: 100, kind: 'checkpoint' }])
  })

  test('of many copies that know a tail that was cut the one that knows the most is named', () => {
    write(120)
    const head = auditHead(office.db.orm)
    const anchors = [
      { seq: 105, hash: 'f'.repeat(64), copy: { createdAt: at(105), medium: 'АРХИВ-1' } },
      { seq: 120, hash: null, copy: { createdAt: at(121), medium: 'АРХИВ-3' } },
      { seq: 120, hash: head?.hash ?? '', copy: { createdAt: at(120), medium: 'АРХИВ-2' } },
    ]
    tamper('delete from audit_checkpoints; delete from audit_payloads where seq > 90')
    tamper('delete from audit_entries where seq > 90')
    expect(verify().ok).toBe(true)
    const report = verify(anchors)
    expect(report.breaks).toEqual([
      { seq: 120, kind: 'anchor', copy: { createdAt: at(120), medium: 'АРХИВ-2' } },
    ])
    expect(report.anchors).toEqual({ compared: 2, onMedia: 2, replaced: 0 })
  })

  test('copies of a state that a restore has replaced are not compared; a forged restore excuses nothing', () => {
    write(20)
    const made = (minute: number) => ({ createdAt: at(minute), medium: null })
    const forgotten = { seq: 30, hash: 'f'.repeat(64), copy: made(25) }
    const row = `insert into restores (id, restored_at, copy_id, copy_created_at)
      values ('r', '${at(40)}', 'c', '${at(20)}')`
    office.db.raw.exec(row)
    expect(verify([forgotten]).breaks).toMatchObject([{ seq: 30, kind: 'anchor' }])
    office.db.transaction((tx) => {
      appendAudit(tx, line(40, { action: 'office.restored' }))
    })
    const later = { ...forgotten, copy: made(41) }
    expect(verify([forgotten])).toMatchObject({ ok: true, anchors: { replaced: 1, compared: 0 } })
    expect(verify([later]).breaks).toMatchObject([{ seq: 30, kind: 'anchor' }])
  })

  test('shredding takes the words and leaves the chain', () => {
    write(5)
    const shredded = office.db.transaction((tx) => shredPayloads(tx, [2, 3, 99]))
    expect(shredded).toBe(2)
    expect(verify()).toMatchObject({ ok: true, shredded: 2 })
    expect(office.db.raw.serialize().includes('Име 2')).toBe(false)
    expect(listAudit(office.db.orm, { personId: 'p1' }).map((one) => one.payload === null)).toEqual(
      [false, false, true, true, false],
    )
  })

  test('the same words do not give the same hash: nobody can try out a shredded payload', () => {
    office.db.transaction((tx) => {
      appendAudit(tx, line(1))
      appendAudit(tx, line(1))
    })
    const rows = office.db.raw.prepare('select distinct payload_hash from audit_entries').all()
    expect(rows).toHaveLength(2)
  })

  test('a clock set back is marked; reading written later is not taken for that', () => {
    office.db.transaction((tx) => {
      appendAudit(tx, line(10))
      appendAuditLater(
        tx,
        [line(3, { action: 'people.read' }), line(4, { action: 'people.read' })],
        at(11),
      )
      appendAudit(tx, line(2))
    })
    const marks = listAudit(office.db.orm, {}).map((one) => [one.at, one.clockBack])
    expect(marks).toEqual([
      [at(2), true],
      [at(4), false],
      [at(3), false],
      [at(10), false],
    ])
    expect(verify()).toMatchObject({ ok: true, clockSetBack: 1 })
  })
})

test('who has seen a dossier, and the timeline of a person page by page', () => {
  office.db.transaction((tx) => {
    for (const minute of [1, 5, 9])
      appendAudit(tx, line(minute, { action: 'people.read', actor: 'a' }))
    appendAudit(tx, line(20, { action: 'papers.print', actor: 'b' }))
    appendAudit(
      tx,
      line(21, { action: 'people.read', actor: 'c', personId: 'p2', subjectId: 'p2' }),
    )
  })
  expect(whoViewed(office.db.orm, 'p1', ['people.read', 'papers.print'])).toEqual([
    { actor: 'b', times: 1, first: at(20), last: at(20) },
    { actor: 'a', times: 3, first: at(1), last: at(9) },
  ])
  const first = listAudit(office.db.orm, { personId: 'p1', limit: 2 })
  expect(first.map((one) => one.seq)).toEqual([4, 3])
  expect(listAudit(office.db.orm, { personId: 'p1', beforeSeq: 3 }).map((one) => one.seq)).toEqual([
    2, 1,
  ])
})
