import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillNumberMask, looksLikeMask, maskProblem } from './number-mask.ts'

const year = 2026
const piece = fc.oneof(
  fc.constantFrom('{n}', '{year}', '{prefix}', '{index}'),
  fc.constantFrom('РД', '-', '/', '.', ' ', '$$', '$&', '(', '\\', '{', '1', '94'),
)
const masks = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const part = fc.constantFrom('', 'РД', '$$', "$'", '01-', '1', '{n}', ' А ', '+', '№')
const number = fc.integer({ min: 1, max: 20_000 })

describe('number masks', () => {
  it('never give one label twice in a year, and read what they print', () => {
    fc.assert(
      fc.property(masks, part, part, number, number, (mask, prefix, index, n, other) => {
        const parts = { year, prefix, index }
        fc.pre(maskProblem(mask, parts) === undefined)
        const label = fillNumberMask(mask, { ...parts, n })
        expect(looksLikeMask(mask, label), label).toBe(true)
        if (other !== n) expect(fillNumberMask(mask, { ...parts, n: other })).not.toBe(label)
      }),
      { numRuns: 2000 },
    )
  })
  it('print what was typed as it was typed', () => {
    expect(fillNumberMask('{prefix}{n}', { n: 3, year, prefix: '$$' })).toBe('$$3')
    expect(fillNumberMask('{prefix}-{n}', { n: 3, year, prefix: '{year}' })).toBe('{year}-3')
    expect(fillNumberMask(' {n}', { n: 5, year })).toBe('5')
    expect(looksLikeMask(' {n}', '5')).toBe(true)
  })
  it('refuse a number that runs into a figure: index 1 makes the first paper № 11', () => {
    const code = (mask: string, index = '') => maskProblem(mask, { year, index })?.code
    expect(code('{prefix}{index}{n}', '1')).toBe('maskNumberTouchesFigure')
    expect(code('{prefix}{index}{n}', '1-')).toBeUndefined()
    expect(code('{year}{n}')).toBe('maskNumberTouchesFigure')
    expect(code('94{n}')).toBe('maskNumberTouchesFigure')
    expect(code('{n}{n}')).toBe('maskNumberTwice')
    expect(code('ДГ')).toBe('maskWithoutNumber')
    expect(code('94-{n}')).toBeUndefined()
  })
})
