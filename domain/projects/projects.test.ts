import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatMonthOrDay,
  formatMonthOrDayLong,
  isMonthOrDay,
  parseMonthOrDay,
} from '#domain/text/month-or-day.ts'
import { contractNumberKey, projectState, totalInEuro } from './rules.ts'
import { projectSchema, type ProjectInput } from './schema.ts'

const least: ProjectInput = {
  name: 'Нови възможности',
  municipality: 'Примерна',
  role: 'unstated',
  programme: 'Програма',
}
const faults = (given: object) => {
  const read = projectSchema.safeParse({ ...least, ...given })
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a project', () => {
  test('needs its name, municipality, role and programme; the rest may be unknown', () => {
    expect(projectSchema.parse(least)).toMatchObject({
      contractNumber: null,
      total: null,
      startsOn: null,
      endsOn: null,
      serviceMonths: null,
    })
    expect(faults({ name: ' ', municipality: '', role: undefined, programme: '' })).toEqual([
      ['name', 'required'],
      ['municipality', 'municipalityRequired'],
      ['role', 'required'],
      ['programme', 'required'],
    ])
  })

  test('does not end before it begins, nor serve longer than it lasts', () => {
    expect(faults({ startsOn: '2016-02-10', endsOn: '2016-02-09' })).toEqual([
      ['endsOn', 'endBeforeStart'],
    ])
    expect(faults({ startsOn: '2016-03', endsOn: '2016-02-29' })).toEqual([
      ['endsOn', 'endBeforeStart'],
    ])
    // A month that holds the other end is no contradiction.
    expect(faults({ startsOn: '2016-02-10', endsOn: '2016-02' })).toEqual([])
    expect(faults({ startsOn: '2016-02', endsOn: '2016-02-01' })).toEqual([])
    expect(faults({ durationMonths: 24, serviceMonths: 26 })).toEqual([
      ['serviceMonths', 'projectServiceTooLong'],
    ])
    expect(faults({ durationMonths: 26, serviceMonths: 24 })).toEqual([])
    expect(faults({ serviceMonths: 24 })).toEqual([])
  })

  test('takes whole cents of a known currency and real dates only', () => {
    expect(faults({ total: { cents: 49_933_997, currency: 'BGN' } })).toEqual([])
    expect(faults({ total: { cents: 0.5, currency: 'BGN' } })).toEqual([
      ['total.cents', 'moneyFormat'],
    ])
    expect(faults({ total: { cents: -1, currency: 'EUR' } })).toEqual([['total', 'moneyNegative']])
    expect(faults({ startsOn: '2016-13' })).toEqual([['startsOn', 'dateFormat']])
    expect(faults({ endsOn: '2015-02-29' })).toEqual([['endsOn', 'dateFormat']])
    expect(faults({ serviceMonths: 0 })).toEqual([['serviceMonths', 'tooSmall']])
  })
})

describe('the state by the dates', () => {
  test.each([
    [null, null, 'endUnknown'],
    ['2016-02', null, 'endUnknown'],
    ['2026-11-22', null, 'coming'],
    ['2026-12', '2028-12', 'coming'],
    ['2026-11', '2026-11', 'open'],
    ['2026-11-21', '2026-11-21', 'open'],
    [null, '2026-11-21', 'open'],
    [null, '2026-11-20', 'closed'],
    ['2016-02', '2026-10', 'closed'],
  ] as const)('%s – %s is %s on 2026-11-21', (startsOn, endsOn, state) => {
    expect(projectState({ startsOn, endsOn }, '2026-11-21')).toBe(state)
  })
})

test('a contract number is the same in Latin and in look-alike letters, another stays another', () => {
  const latin = contractNumberKey('BG05M9OP001-2.002-0131-C001')
  expect(contractNumberKey('BG05M9OP001-2.002-0131-\u0421001')).toBe(latin)
  expect(contractNumberKey('№ bg05\u041c90\u0420001-2.002-0131-c001')).toBe(latin)
  expect(contractNumberKey('BG05M9OP001-2.002-0132-C001')).not.toBe(latin)
  expect(contractNumberKey(' – ')).toBeNull()
  expect(contractNumberKey(null)).toBeNull()
})

test('a sum in leva is shown in euro by the fixed rate, a sum in euro as it is', () => {
  // 499 339,97 / 1,95583 = 255 308,4726… and 499 318,00 / 1,95583 = 255 297,2395…
  expect(totalInEuro({ cents: 49_933_997, currency: 'BGN' })).toBe(25_530_847)
  expect(totalInEuro({ cents: 49_931_800, currency: 'BGN' })).toBe(25_529_724)
  expect(totalInEuro({ cents: 100, currency: 'EUR' })).toBeNull()
})

describe('a month or a day', () => {
  const today = '2026-11-21'
  test.each([
    ['02.2016', '2016-02'],
    ['2/2016 г.', '2016-02'],
    ['Февруари 2016', '2016-02'],
    ['29.02.2016', '2016-02-29'],
    ['29022016', '2016-02-29'],
    ['29 февруари 2016 г.', '2016-02-29'],
    ['д', today],
  ])('%s is %s', (typed, value) => {
    expect(parseMonthOrDay(typed, { today })).toEqual({ ok: true, value })
  })
  test.each([
    ['13.2016', 'dateNoSuchMonth'],
    ['02.0016', 'dateYearOutOfRange'],
    ['зима 2016', 'dateFormat'],
    ['30.02.2016', 'dateDoesNotExist'],
  ])('%s is refused: %s', (typed, code) => {
    expect(parseMonthOrDay(typed, { today })).toMatchObject({ problems: [{ code }] })
  })
  test('is told in words as far as it is known', () => {
    expect(formatMonthOrDayLong('2016-02')).toBe('февруари 2016\u00a0г.')
    expect(formatMonthOrDayLong('2016-02-29')).toBe('понеделник, 29.02.2016\u00a0г.')
  })
  test('what is shown is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 28 })),
        (year, month, day) => {
          const parts = [month, ...(day === null ? [] : [day])]
          const value = [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
          expect(isMonthOrDay(value)).toBe(true)
          expect(parseMonthOrDay(formatMonthOrDay(value), { today })).toEqual({ ok: true, value })
        },
      ),
    )
  })
})
