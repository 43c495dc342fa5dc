import { expect, test } from 'vitest'
import { formatBytes } from './bytes.ts'

test.each([
  [0, '0\u00A0B'],
  [999, '999\u00A0B'],
  [999_600, '1\u00A0MB'],
  [512_000_000, '512\u00A0MB'],
  [1_234_000_000, '1,2\u00A0GB'],
  [14_000_000_000, '14\u00A0GB'],
])('%i bytes read „%s“', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text)
})
