import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultMethodology } from './default-methodology.ts'
import { selectionMethodology } from './selection-methodology.ts'
import { methodologySchema } from './schema.ts'
import type { Methodology, MethodologyBand } from './schema.ts'
import { bandOf, pointsAfterCoefficient, score } from './score.ts'
import type { Answer } from './score.ts'
import {
  bandProblems,
  canonicalText,
  methodologyOn,
  methodologyWarnings,
  validateMethodology,
} from './validate.ts'

const items = defaultMethodology.groups.flatMap((group) => group.items)

/** Answers with exactly this many points, filled row by row. */
function answersWorth(points: number): Answer[] {
  let left = points
  const worthless = new Set<string>()
  const answers = items.map((item) => {
    const best = [...item.options]
      .sort((a, b) => b.points - a.points)
      .find((option) => option.points <= left)!
    left -= best.points
    if (best.points === 0) worthless.add(item.id)
    return { itemId: item.id, optionId: best.id }
  })
  expect(left).toBe(0)
  return answers
}

function scored(methodology: Methodology, answers: Answer[], age = 81) {
  const result = score(methodology, answers, age)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.score
}

describe('the delivered methodology', () => {
  it('is valid, has 28 rows and 90 points', () => {
    expect(methodologySchema.parse(defaultMethodology)).toEqual(defaultMethodology)
    expect(validateMethodology(defaultMethodology)).toEqual({ ok: true })
    expect(items).toHaveLength(28)
    expect(scored(defaultMethodology, answersWorth(90)).maxTotal).toBe(90)
  })
  it.each([
    [0, null, 0],
    [19, null, 0],
    [20, 'I', 42],
    [39, 'I', 42],
    [40, 'II', 84],
    [59, 'II', 84],
    [60, 'III', 117],
    [74, 'III', 117],
    [75, 'IV', 137],
    [90, 'IV', 137],
  ])('gives %i points degree %s and %i hours', (points, degree, hours) => {
    const result = scored(defaultMethodology, answersWorth(points))
    expect(result).toMatchObject({
      total: points,
      degree,
      minutesPerMonth: hours * 60,
      complete: true,
    })
  })
  it('says why: areas, sum, band, hours, rule with its version', () => {
    const { why } = scored(defaultMethodology, answersWorth(58))
    expect(why.map((step) => step.code)).toEqual([
      ...Array.from({ length: 6 }, () => 'area'),
      'sum',
      'band',
      'hours',
      'rule',
    ])
    expect(why[0]).toEqual({
      code: 'area',
      letter: 'А',
      name: 'Самообслужване',
      points: 21,
      max: 21,
    })
    expect(why.at(-4)).toEqual({ code: 'sum', points: 58, max: 90 })
    expect(why.at(-3)).toEqual({ code: 'band', min: 40, max: 59, degree: 'II' })
    expect(why.at(-1)).toMatchObject({ version: 1, methodology: 'Методика „Център“' })
  })
  it('is incomplete while a row is empty and refuses an answer it does not know', () => {
    const all = answersWorth(58)
    expect(scored(defaultMethodology, all.slice(1)).complete).toBe(false)
    expect(
      scored(defaultMethodology, [{ itemId: 'eating', optionId: null }, ...all.slice(1)]).complete,
    ).toBe(false)
    expect(score(defaultMethodology, [{ itemId: 'eating', optionId: 'o9' }], 81)).toMatchObject({
      problems: [{ code: 'answerUnknown' }],
    })
    expect(score(defaultMethodology, [{ itemId: 'flying', optionId: 'o1' }], 81)).toMatchObject({
      problems: [{ code: 'answerUnknown' }],
    })
    expect(score(defaultMethodology, [all[0]!, all[0]!], 81)).toMatchObject({
      problems: [{ code: 'answerTwice' }],
    })
  })
})

/** A small sheet to turn each screw of the engine by itself. */
const small: Methodology = {
  ...defaultMethodology,
  groups: [
    {
      id: 'G',
      letter: 'А',
      name: 'Група',
      needsGoal: true,
      items: [
        {
          ...items[0]!,
          id: 'walk',
          options: [
            { id: 'no', text: 'не', points: 0, extraMinutes: 0 },
            { id: 'yes', text: 'да', points: 15, extraMinutes: 600 },
          ],
        },
        {
          ...items[0]!,
          id: 'child',
          maxAge: 17,
          options: [
            { id: 'no', text: 'не', points: 0, extraMinutes: 0 },
            { id: 'yes', text: 'да', points: 5, extraMinutes: 0 },
          ],
        },
      ],
    },
  ],
  bands: [
    { min: 0, max: 9, degree: null, minutesPerMonth: 0 },
    { min: 10, max: 100, degree: 'I', minutesPerMonth: 2520 },
  ],
}
const withItem = (patch: Partial<(typeof items)[number]>): Methodology => ({
  ...small,
  groups: [{ ...small.groups[0]!, items: [{ ...small.groups[0]!.items[0]!, ...patch }] }],
})

describe('the engine', () => {
  it('asks a row only within its ages, the last year included', () => {
    const answers = [
      { itemId: 'walk', optionId: 'yes' },
      { itemId: 'child', optionId: 'yes' },
    ]
    expect(scored(small, answers, 17)).toMatchObject({ total: 20, maxTotal: 20 })
    expect(scored(small, answers, 18)).toMatchObject({ total: 15, maxTotal: 15, complete: true })
  })
  it('turns a row where points mean independence', () => {
    const barthel = withItem({ direction: 'independence' })
    expect(scored(barthel, [{ itemId: 'walk', optionId: 'yes' }]).total).toBe(0)
    expect(scored(barthel, [{ itemId: 'walk', optionId: 'no' }]).total).toBe(15)
  })
  it('weighs, multiplies by the coefficient of the age, and rounds half a point up', () => {
    const weighed = {
      ...withItem({ weightPercent: 150 }),
      coefficients: [
        { minAge: null, maxAge: 17, percent: 100 },
        { minAge: 18, maxAge: null, percent: 120 },
      ],
    }
    expect(scored(weighed, [{ itemId: 'walk', optionId: 'yes' }], 17)).toMatchObject({
      sum: 22.5,
      total: 23,
    })
    const adult = scored(weighed, [{ itemId: 'walk', optionId: 'yes' }], 18)
    expect(adult.total).toBe(27)
    expect(adult.why).toContainEqual({
      code: 'coefficient',
      percent: 120,
      before: 22.5,
      points: 27,
    })
  })
  it('adds hours of an answer only inside the service, and keeps the cap', () => {
    const yes = [{ itemId: 'walk', optionId: 'yes' }]
    expect(scored(small, yes).minutesPerMonth).toBe(3120)
    const out = { ...small, bands: [{ ...small.bands[0]!, max: 100 }] }
    expect(scored(out, yes).minutesPerMonth).toBe(0)
    const capped = scored({ ...small, maxMinutesPerMonth: 3000 }, yes)
    expect(capped.minutesPerMonth).toBe(3000)
    expect(capped.why).toContainEqual({ code: 'cap', before: 3120, minutes: 3000 })
  })
  it('rounds exactly where floating point would not', () => {
    expect(pointsAfterCoefficient(50, 100)).toBe(1)
    expect(pointsAfterCoefficient(49, 100)).toBe(0)
    // 14.5 × 1.15 = 16.675; 1.005 × 100 = 100.49999… as floating point
    expect(pointsAfterCoefficient(1450, 115)).toBe(17)
    expect(pointsAfterCoefficient(150, 335)).toBe(5)
  })
})

describe('validateMethodology', () => {
  const codes = (methodology: Methodology) => {
    const result = validateMethodology(methodology)
    return result.ok ? [] : result.problems.map((problem) => problem.code)
  }
  it('finds doubled codes, missing and doubled coefficients, ages nobody is asked at', () => {
    expect(
      codes({ ...small, groups: [small.groups[0]!, { ...small.groups[0]!, id: 'H' }] }),
    ).toEqual(['codeTwice', 'codeTwice'])
    expect(codes({ ...small, coefficients: [{ minAge: 18, maxAge: null, percent: 100 }] })).toEqual(
      ['coefficientMissing'],
    )
    expect(
      codes({ ...small, coefficients: [...small.coefficients, ...small.coefficients] }),
    ).toEqual(['coefficientTwice'])
    expect(codes(withItem({ minAge: 18 }))).toEqual(['nothingAskedAtAge'])
    expect(codes(withItem({ minAge: 18, maxAge: 17 }))).toContain('agesReversed')
  })
  it('names the faults of bands', () => {
    const band = (min: number, max: number): MethodologyBand => ({
      min,
      max,
      degree: 'I',
      minutesPerMonth: 60,
    })
    const found = (bands: MethodologyBand[]) => bandProblems(bands, 0, 90).map((p) => p.code)
    expect(found([band(0, 19), band(20, 90)])).toEqual([])
    expect(found([band(20, 90), band(0, 19)])).toEqual([])
    expect(found([band(0, 19), band(21, 90)])).toEqual(['bandsGap'])
    expect(found([band(0, 20), band(20, 90)])).toEqual(['bandsOverlap'])
    expect(found([band(0, 90), band(10, 20)])).toEqual(['bandsOverlap'])
    expect(found([band(1, 90)])).toEqual(['bandsGap'])
    expect(found([band(0, 89)])).toEqual(['bandsDoNotReach'])
    expect(found([band(19, 0), band(20, 90)])).toEqual(['bandReversed'])
    expect(found([])).toEqual(['bandsDoNotReach'])
  })
  it('accepts bands exactly when every whole total falls into one band and one only', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 })
    const noise = fc.record({
      index: fc.nat(6),
      min: fc.integer({ min: -2, max: 2 }),
      max: fc.integer({ min: -2, max: 2 }),
    })
    fc.assert(
      fc.property(cuts, fc.integer({ min: 0, max: 60 }), noise, (points, highest, change) => {
        const starts = [0, ...points.sort((a, b) => a - b)]
        const bands = starts.map((min, index) => ({
          min,
          max: (starts[index + 1] ?? 61) - 1,
          degree: 'I',
          minutesPerMonth: 60,
        }))
        const changed = bands[change.index % bands.length]!
        changed.min = Math.max(0, changed.min + change.min)
        changed.max = Math.max(0, changed.max + change.max)
        const everyTotalOnce = Array.from({ length: highest + 1 }, (_, total) => total).every(
          (total) => bands.filter((b) => b.min <= total && total <= b.max).length === 1,
        )
        const accepted = bandProblems(bands, 0, highest).length === 0
        if (accepted) expect(everyTotalOnce).toBe(true)
        // A fault above the highest reachable total is still a fault of the table.
        const unreachable = bands.some((b) => b.min > b.max || b.max > highest)
        if (everyTotalOnce && !unreachable) expect(accepted).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
  it('never leaves a valid methodology without a band for any answers at any age', () => {
    const option = (item: (typeof items)[number]) =>
      fc.constantFrom(...item.options.map((known) => known.id), null)
    fc.assert(
      fc.property(
        fc.tuple(...items.map(option)),
        fc.integer({ min: 0, max: 110 }),
        (chosen, age) => {
          const answers = items.map((item, index) => ({
            itemId: item.id,
            optionId: chosen[index] ?? null,
          }))
          const result = scored(defaultMethodology, answers, age)
          expect(bandOf(defaultMethodology, result.total)?.minutesPerMonth).toBe(
            result.minutesPerMonth,
          )
          expect(result.areas.reduce((sum, area) => sum + area.hundredths, 0) / 100).toBe(
            result.total,
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('two kinds', () => {
  it('a methodology of needs keeps the text that was hashed before there were two', () => {
    const parsed = methodologySchema.parse(defaultMethodology)
    expect(canonicalText(parsed)).toBe(canonicalText(defaultMethodology))
    expect(canonicalText(parsed)).not.toContain('"kind"')
  })
  it('a selection has no degrees to be judged; one of needs without them is refused', () => {
    expect(validateMethodology(methodologySchema.parse(selectionMethodology))).toEqual({ ok: true })
    expect(validateMethodology({ ...defaultMethodology, bands: [] })).toMatchObject({
      problems: [{ code: 'bandsDoNotReach' }],
    })
  })
})

describe('versions', () => {
  it('say that they were not approved until the act is written down', () => {
    const codes = (approvedBy: string | null) =>
      methodologyWarnings({ approvedBy }).map(({ code }) => code)
    expect(codes(null)).toEqual(['methodologyNotApproved'])
    expect(codes(' ')).toEqual(['methodologyNotApproved'])
    expect(codes('заповед № РД-15/20.06.2020 г.')).toEqual([])
  })
  it('hashes the same data to the same text, whatever the order of keys', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'я' }], a: undefined })).toBe(
      '{"b":[1,{"c":"я","d":null}]}',
    )
  })
  it('begins with the version that holds on the day', () => {
    const stored = (version: number, validFrom: string) => ({
      id: String(version),
      code: 'center',
      version,
      validFrom,
      locked: true,
    })
    const versions = [stored(2, '2026-03-01'), stored(1, '2020-07-01'), stored(3, '2026-03-01')]
    expect(methodologyOn(versions, 'center', '2026-02-28')?.version).toBe(1)
    expect(methodologyOn(versions, 'center', '2026-03-01')?.version).toBe(3)
    expect(methodologyOn(versions, 'center', '2020-06-30')).toBeUndefined()
  })
})
