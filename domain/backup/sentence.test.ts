import { expect, test } from 'vitest'
import { inBytes } from './sentence.ts'

test('a full medium is told with both figures where both are known, and without them where not', () => {
  expect(
    inBytes({ code: 'mediumFull', params: { needed: 1_200_000_000, free: 400_000_000 } }),
  ).toEqual({ code: 'mediumFullBytes', params: { needed: '1,2\u00a0GB', free: '400\u00a0MB' } })
  // Filled by somebody else in the middle: no figures, and no empty places in the sentence.
  expect(inBytes({ code: 'mediumFull' })).toEqual({ code: 'mediumFull' })
  expect(inBytes({ code: 'mediumFull', params: { needed: 5 } }).code).toBe('mediumFull')
  expect(inBytes({ code: 'filesMissing', params: { count: 2 } }).params).toEqual({ count: 2 })
})
