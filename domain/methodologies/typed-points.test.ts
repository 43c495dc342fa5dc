import { describe, expect, it } from 'vitest'
import { defaultMethodology } from './default-methodology.ts'
import { typedPoints } from './typed-points.ts'

const worth = (...points: number[]) => ({
  options: points.map((one, index) => ({
    id: `o${String(index + 1)}`,
    text: `${String(one)} т.`,
    points: one,
    extraMinutes: 0,
  })),
})
const given = (item: ReturnType<typeof worth>, digits: string) => {
  const typed = typedPoints(item, digits)
  return 'option' in typed ? [typed.kind, typed.option?.points ?? null] : [typed.kind]
}

describe('points typed from the paper', () => {
  it('are the points of the answer in every row of the methodology, and never its place', () => {
    const items = defaultMethodology.groups.flatMap((group) => group.items)
    for (const item of items)
      for (let figure = 0; figure <= 9; figure += 1) {
        const typed = typedPoints(item, String(figure))
        const option = item.options.find(({ points }) => points === figure)
        expect(typed, `${item.id} ${String(figure)}`).toEqual(
          option ? { kind: 'answer', option } : { kind: 'none' },
        )
      }
  })
  it('skip what the paper skips: of 0, 2, 3, 4, 6, 9 the figure 6 is six points and 5 is nothing', () => {
    const item = worth(0, 2, 3, 4, 6, 9)
    expect(given(item, '6')).toEqual(['answer', 6])
    expect(given(item, '0')).toEqual(['answer', 0])
    expect(given(item, '5')).toEqual(['none'])
  })
  it('may have two figures: the first of them answers nothing by itself', () => {
    const barthel = worth(0, 5, 10, 15)
    expect(given(barthel, '5')).toEqual(['answer', 5])
    expect(given(barthel, '1')).toEqual(['more', null])
    expect(given(barthel, '15')).toEqual(['answer', 15])
    expect(given(barthel, '12')).toEqual(['none'])
    expect(given(worth(0, 1, 10), '1')).toEqual(['more', 1])
  })
  it('of two answers worth the same choose neither', () => {
    expect(given(worth(0, 2, 2), '2')).toEqual(['several'])
  })
})
