import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  copiesToPrune,
  snapshotsKept,
  snapshotsToPrune,
  type MediumCopyAge,
  type SnapshotAge,
} from './retention.ts'
import { copyOccasions, copyStates } from './schema.ts'

const day = 86_400_000
const start = Date.parse('2026-01-01T08:00:00.000Z')
const at = (ms: number) => new Date(start + ms).toISOString()
const present = 'a'.repeat(32)
const earlier = 'b'.repeat(32)

const instant = fc.integer({ min: 0, max: 900 * day })
const snapshots = fc
  .array(
    fc.record({
      at: instant,
      auditSeq: fc.nat(500),
      occasion: fc.constantFrom(...copyOccasions),
      keyId: fc.constantFrom(present, present, present, earlier),
    }),
    { maxLength: 120 },
  )
  .map((list) =>
    list.map((one, index): SnapshotAge => ({
      name: `s${String(index)}`,
      createdAt: at(one.at),
      auditSeq: one.auditSeq,
      occasion: one.occasion,
      keyId: one.keyId,
    })),
  )
const newest = <T extends { auditSeq: number; createdAt: string }>(list: readonly T[]) =>
  [...list].sort((a, b) => b.auditSeq - a.auditSeq || (a.createdAt < b.createdAt ? 1 : -1))

describe('snapshots', () => {
  test('the newest never goes, and never more is kept than the counts say', () => {
    fc.assert(
      fc.property(snapshots, instant, (list, now) => {
        const gone = snapshotsToPrune(list, { now: at(now), keyId: present })
        const first = newest(list)[0]
        if (first) expect(gone).not.toContain(first.name)
        const { newest: most, days, weeks, months } = snapshotsKept
        const kept = list.filter((one) => !gone.includes(one.name))
        expect(kept.filter((one) => one.occasion !== 'safety').length).toBeLessThanOrEqual(
          most + days + weeks + months,
        )
      }),
    )
  })

  test('a safety copy stays for seven days, whatever came after it', () => {
    fc.assert(
      fc.property(snapshots, instant, (list, now) => {
        const gone = new Set(snapshotsToPrune(list, { now: at(now), keyId: present }))
        for (const one of list)
          if (one.occasion === 'safety' && start + now - Date.parse(one.createdAt) < 7 * day)
            expect(gone.has(one.name)).toBe(false)
      }),
    )
  })

  test('a clock that jumps takes nothing but what the counts and the seven days let go', () => {
    fc.assert(
      fc.property(snapshots, instant, instant, (all, now, later) => {
        const list = all.map((one) => ({ ...one, keyId: present }))
        const plain = list.filter((one) => one.occasion !== 'safety').map((one) => one.name)
        const goneAt = (ms: number) =>
          snapshotsToPrune(list, { now: at(ms), keyId: present }).filter((name) =>
            plain.includes(name),
          )
        expect(goneAt(now)).toEqual(goneAt(later))
      }),
    )
  })

  test('one a day for two years: eight, then days, weeks and months', () => {
    const list = Array.from({ length: 730 }, (_, index) => ({
      name: `s${String(index)}`,
      createdAt: at(index * day),
      auditSeq: index,
      occasion: 'login' as const,
      keyId: present,
    }))
    const gone = snapshotsToPrune(list, { now: at(730 * day), keyId: present })
    const kept = list.filter((one) => !gone.includes(one.name)).map((one) => one.auditSeq)
    expect(kept.slice(-22)).toEqual(Array.from({ length: 22 }, (_, index) => 708 + index))
    expect(kept.length).toBeGreaterThanOrEqual(30)
    expect(730 - (kept[0] ?? 0)).toBeGreaterThan(330)
  })

  test('after a change of key the earlier ones go when seven days are over and a newer one is there', () => {
    const one = (name: string, seq: number, keyId: string): SnapshotAge => ({
      name,
      createdAt: at(seq * 1000),
      auditSeq: seq,
      occasion: 'login',
      keyId,
    })
    const both = [one('old', 1, earlier), one('new', 2, present)]
    expect(snapshotsToPrune(both, { now: at(6 * day), keyId: present })).toEqual([])
    expect(snapshotsToPrune(both, { now: at(8 * day), keyId: present })).toEqual(['old'])
    // A year old on the day of the change: it too stays for seven days after that.
    const late = { ...one('new', 2, present), createdAt: at(365 * day) }
    const changed = [one('old', 1, earlier), late]
    expect(snapshotsToPrune(changed, { now: at(371 * day), keyId: present })).toEqual([])
    expect(snapshotsToPrune(changed, { now: at(373 * day), keyId: present })).toEqual(['old'])
    const alone = [one('old', 1, earlier), one('older', 0, earlier)]
    expect(snapshotsToPrune(alone, { now: at(8 * day), keyId: present })).toEqual([])
  })
})

describe('copies on a medium', () => {
  const copies = fc
    .array(
      fc.record({ at: instant, auditSeq: fc.nat(50), state: fc.constantFrom(...copyStates) }),
      { maxLength: 40 },
    )
    .map((list) =>
      list.map((one, index): MediumCopyAge => ({
        id: `c${String(index)}`,
        createdAt: at(one.at),
        auditSeq: one.auditSeq,
        state: one.state,
      })),
    )

  test('the newest whole one and the last verified one never go', () => {
    fc.assert(
      fc.property(copies, fc.integer({ min: 1, max: 12 }), (list, keep) => {
        const gone = new Set(copiesToPrune(list, keep))
        const whole = newest(list).filter((one) => one.state !== 'failed')
        for (const one of [whole[0], whole.find((each) => each.state === 'verified')])
          if (one) expect(gone.has(one.id)).toBe(false)
        const kept = whole.filter((one) => !gone.has(one.id))
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(keep, whole.length))
        expect(kept.length).toBeLessThanOrEqual(Math.max(1, keep) + 1)
      }),
    )
  })

  test('after a restore what was copied since is newer than what has higher numbers', () => {
    const restoredAt = '2026-11-20T08:00:00.000Z'
    const before = (n: number) =>
      ({
        id: `b${String(n)}`,
        createdAt: '2026-11-19T08:00:00.000Z',
        auditSeq: 900 + n,
        state: 'verified',
      }) as const
    const since = { id: 'since', createdAt: restoredAt, auditSeq: 500, state: 'verified' } as const
    const list = [before(1), before(2), since]
    expect(copiesToPrune(list, 1, { restoredAt })).toEqual(['b2', 'b1'])
    expect(copiesToPrune(list, 2, { restoredAt })).toEqual(['b1'])
  })

  test('where nothing is whole nothing goes', () => {
    fc.assert(
      fc.property(copies, (list) => {
        const failed = list.map((one) => ({ ...one, state: 'failed' as const }))
        expect(copiesToPrune(failed, 1)).toEqual([])
      }),
    )
  })
})
