import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bgnToEur, eurToBgn } from './conversion.ts'

test('known sums', () => {
  expect(bgnToEur(195_583)).toBe(100_000)
  expect(bgnToEur(38_000)).toBe(19_429)
  expect(bgnToEur(38_000, 'pay')).toBe(19_429)
  // 1 BGN = 0,511291… EUR: the third decimal is 1
  expect(bgnToEur(100)).toBe(51)
  expect(bgnToEur(100, 'pay')).toBe(52)
  // 0,30 BGN = 0,15338 EUR (third decimal 3), 0,31 BGN = 0,15850 EUR (third decimal 8)
  expect(bgnToEur(30)).toBe(15)
  expect(bgnToEur(31)).toBe(16)
  expect(eurToBgn(1_200)).toBe(2_347)
  expect(bgnToEur(-100)).toBe(-51)
})

test('only the third decimal decides for pay: a fourth decimal alone adds nothing', () => {
  // 380,00 / 1,95583 = 194,29091…: third decimal 0, fourth 9
  expect(bgnToEur(38_000, 'pay')).toBe(19_429)
})

test('the pay rule never gives less, and at most one cent more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (bgn) => {
      const general = bgnToEur(bgn)
      const pay = bgnToEur(bgn, 'pay')
      expect(pay - general === 0 || pay - general === 1).toBe(true)
      // exact check of half-up without the implementation's tenths
      const twice = BigInt(bgn) * 200_000n + 195_583n
      expect(BigInt(general)).toBe(twice / (2n * 195_583n))
    }),
  )
})

test('there and back differs by a stotinka at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (bgn) => {
      expect(Math.abs(eurToBgn(bgnToEur(bgn)) - bgn)).toBeLessThanOrEqual(1)
    }),
  )
})
