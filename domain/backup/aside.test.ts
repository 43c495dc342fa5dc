import { expect, test } from 'vitest'
import { asideFate, copiesBeforeAsideGoes, type AsideFacts } from './aside.ts'

const day = 86_400_000
const at = '2026-11-01T08:00:00.000Z'
const after = (days: number) => new Date(Date.parse(at) + days * day).toISOString()
const restored: AsideFacts = { kind: 'restore', at, safetyCopy: 'there' }
const enough = { now: after(8), copies: copiesBeforeAsideGoes, snapshotUnderKey: true }

test('of a restore: goes with a safety copy, three verified copies and seven days, never with less', () => {
  expect(asideFate(restored, enough)).toBe('goes')
  expect(asideFate(restored, { ...enough, copies: copiesBeforeAsideGoes - 1 })).toBe(
    'waitsForCopies',
  )
  expect(asideFate(restored, { ...enough, now: after(7) })).toBe('waits')
  expect(asideFate({ ...restored, safetyCopy: 'gone' }, enough)).toBe('noSafetyCopy')
})

test('a clock set forward by years takes nothing away by itself', () => {
  const late = { now: after(4000), copies: 0, snapshotUnderKey: true }
  expect(asideFate(restored, late)).toBe('waitsForCopies')
  expect(asideFate({ ...restored, kind: 'keyChange' }, { ...late, snapshotUnderKey: false })).toBe(
    'waits',
  )
})

test('what did not open, what reads differently and what nobody knows is never taken away', () => {
  expect(asideFate({ ...restored, safetyCopy: null }, enough)).toBe('kept')
  for (const kind of ['damagedFiles', 'other'] as const)
    expect(asideFate({ ...restored, kind }, enough)).toBe('kept')
  expect(asideFate({ ...restored, at: null }, enough)).toBe('kept')
})

test('of a change of key: once a snapshot opens with the new key and seven days are over', () => {
  const changed: AsideFacts = { kind: 'keyChange', at, safetyCopy: null }
  expect(asideFate(changed, enough)).toBe('goes')
  expect(asideFate(changed, { ...enough, now: after(6) })).toBe('waits')
})
