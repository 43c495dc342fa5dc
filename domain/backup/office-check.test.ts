import { expect, test } from 'vitest'
import { fullCheckDue, knownFindings, type OfficeCheck } from './office-check.ts'

const quick = (checkedAt: string, ...kinds: OfficeCheck['findings'][number]['kind'][]) =>
  ({
    depth: 'quick',
    checkedAt,
    findings: kinds.map((kind) => ({ kind, count: 1 })),
  }) satisfies OfficeCheck
const full = (checkedAt: string, ...findings: OfficeCheck['findings']) =>
  ({ depth: 'full', checkedAt, findings }) satisfies OfficeCheck

test('what a full check found stays until a full one finds nothing', () => {
  const damaged = full('2026-11-20T08:00:00.000Z', { kind: 'files', count: 3 })
  expect(knownFindings([damaged, quick('2026-11-21T08:00:00.000Z')])).toEqual([
    { kind: 'files', count: 3 },
  ])
  expect(knownFindings([damaged, quick('2026-11-21T08:00:00.000Z', 'structure', 'files')])).toEqual(
    [
      { kind: 'structure', count: 1 },
      { kind: 'files', count: 3 },
    ],
  )
  expect(
    knownFindings([full('2026-11-22T08:00:00.000Z'), quick('2026-11-21T08:00:00.000Z', 'files')]),
  ).toEqual([])
})

test('what a quick check found goes with the next quick one', () => {
  expect(knownFindings([quick('2026-11-21T08:00:00.000Z', 'structure')])).toHaveLength(1)
  expect(knownFindings([quick('2026-11-22T08:00:00.000Z')])).toEqual([])
})

test('a full check is due where there was none, after the interval, an hour after damage, and when the clock was ahead', () => {
  const at = '2026-11-20T08:00:00.000Z'
  expect(fullCheckDue([quick(at)], at, 7)).toBe(true)
  expect(fullCheckDue([full(at)], '2026-11-27T07:59:59.000Z', 7)).toBe(false)
  expect(fullCheckDue([full(at)], '2026-11-27T08:00:00.000Z', 7)).toBe(true)
  const damaged = full(at, { kind: 'files', count: 1 })
  expect(fullCheckDue([damaged], '2026-11-20T08:59:59.000Z', 7)).toBe(false)
  expect(fullCheckDue([damaged], '2026-11-20T09:00:00.000Z', 7)).toBe(true)
  expect(fullCheckDue([full(at)], '2026-11-19T08:00:00.000Z', 7)).toBe(true)
})
