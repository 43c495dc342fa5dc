import { expect, test } from 'vitest'
import { backupLight } from './light.ts'

test.each([
  [null, 'bad', null],
  ['2026-11-27', 'ok', 0],
  ['2026-11-24', 'ok', 3],
  ['2026-11-23', 'warn', 4],
  ['2026-11-21', 'warn', 6],
  ['2026-11-20', 'bad', 7],
  // A clock set back must not make an old copy look new.
  ['2026-11-28', 'warn', null],
] as const)('last verified copy %s: %s', (last, light, daysAgo) => {
  expect(backupLight(last, '2026-11-27', 3)).toEqual({ light, daysAgo })
})
