import { expect, test } from 'vitest'
import { oldNodeLine } from './node-version.ts'

test.each(['24.14.1', '24.0.0', '22.21.0', '9.99.0'])('Node %s is refused by its number', (old) => {
  expect(oldNodeLine(old)).toContain(old)
  expect(oldNodeLine(old)).not.toMatch(/\n|\{\{/)
})

test.each(['24.15.0', '24.21.0', '25.0.0', '26.2.0-nightly'])('Node %s is enough', (version) => {
  expect(oldNodeLine(version)).toBeUndefined()
})
