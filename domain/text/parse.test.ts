import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDayNumber, isCivilDate } from '#domain/calendar/civil-date.ts'
import {
  formatDate,
  formatDateInput,
  formatHours,
  formatHoursText,
  formatTimeRange,
} from './format.ts'
import { parseDate, parseDateOrLifetime } from './parse-date.ts'
import { parseName } from './parse-name.ts'
import { parseMoney, parseNumber, parsePhone } from './parse-number.ts'
import { parseHours, parseTime, parseTimeRange, parseWeekdays } from './parse-time.ts'

const today = '2026-11-21'
const code = (r: { ok: true } | { ok: false; problems: { code: string }[] }) =>
  r.ok ? undefined : r.problems[0]?.code

describe('dates', () => {
  test.each([
    ['21112026', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['21.11.2026 г.', '2026-11-21'],
    ['21.11.26', '2026-11-21'],
    ['21/11/26', '2026-11-21'],
    ['21-11-26', '2026-11-21'],
    ['211126', '2026-11-21'],
    ['21,11,2026', '2026-11-21'],
    ['21.11', '2026-11-21'],
    ['2111', '2026-11-21'],
    ['5', '2026-11-05'],
    ['д', '2026-11-21'],
    ['+7', '2026-11-28'],
    ['-1', '2026-11-20'],
    ['+14', '2026-12-05'],
    ['2026-11-21', '2026-11-21'],
    ['3 ноември 2026', '2026-11-03'],
    ['29.02.2028', '2028-02-29'],
  ])('%s', (typed, value) => {
    expect(parseDate(typed, { today })).toEqual({ ok: true, value })
  })
  test('a birth date with two digits is the nearest past one', () => {
    const birth = { today, birth: true }
    expect(parseDate('12.06.45', birth)).toEqual({ ok: true, value: '1945-06-12' })
    expect(parseDate('12.06.20', birth)).toEqual({ ok: true, value: '2020-06-12' })
    expect(parseDate('22.11.26', birth)).toEqual({ ok: true, value: '1926-11-22' })
    expect(parseDate('29.02.60', birth)).toEqual({ ok: true, value: '1960-02-29' })
    expect(code(parseDate('12.06', birth))).toBe('dateYearMissing')
  })
  test('an impossible date is named', () => {
    expect(parseDate('30.02.2026', { today })).toEqual({
      ok: false,
      problems: [
        {
          code: 'dateDoesNotExist',
          params: { typed: '30.02.2026', month: 'Февруари', year: 2026, days: 28 },
        },
      ],
    })
    expect(code(parseDate('12.13.2026', { today }))).toBe('dateNoSuchMonth')
    expect(code(parseDate('12.11.1026', { today }))).toBe('dateYearOutOfRange')
    for (const bad of ['вчера', '21.11.202', '1.2.3.4', '211', '21.11.2026 x', '2111202'])
      expect(code(parseDate(bad, { today }))).toBe('dateFormat')
    expect(code(parseDate(' ', { today }))).toBe('dateRequired')
  })
  test('lifetime where it is allowed', () => {
    expect(parseDateOrLifetime('п', { today })).toEqual({ ok: true, value: 'lifetime' })
    expect(parseDateOrLifetime('1.2.2030', { today })).toEqual({ ok: true, value: '2030-02-01' })
  })
  test('every date shown can be typed back; nothing typed gives an impossible date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (n) => {
        const date = dateOfDayNumber(n)
        expect(parseDate(formatDate(date), { today })).toEqual({ ok: true, value: date })
        expect(parseDate(formatDateInput(date).replaceAll('.', ''), { today })).toEqual({
          ok: true,
          value: date,
        })
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,2}[.,/-][0-9]{1,2}([.,/-][0-9]{2,4})?$/), (typed) => {
        const r = parseDate(typed, { today })
        if (r.ok) {
          expect(isCivilDate(r.value)).toBe(true)
          const [day, month] = typed.split(/[.,/-]/).map(Number)
          expect([Number(r.value.slice(8)), Number(r.value.slice(5, 7))]).toEqual([day, month])
        }
      }),
    )
  })
})

describe('times and hours', () => {
  test.each([
    ['8', 480],
    ['830', 510],
    ['0830', 510],
    ['8:30', 510],
    ['8.30', 510],
    ['8:30 ч.', 510],
  ])('time %s', (typed, value) => {
    expect(parseTime(typed)).toEqual({ ok: true, value })
  })
  test('no such time', () => {
    for (const bad of ['25', '8:60', '870', '24', 'осем', '8:3'])
      expect(code(parseTime(bad))).toBe('timeFormat')
  })
  test.each([
    ['8-12', 480, 720],
    ['8 12', 480, 720],
    ['830-12', 510, 720],
    ['8:30–12:00 ч.', 510, 720],
    ['от 8 до 12', 480, 720],
    ['20-24', 1200, 1440],
  ])('range %s', (typed, from, to) => {
    expect(parseTimeRange(typed)).toEqual({ ok: true, value: { from, to } })
  })
  test('an end before the start is only for nights', () => {
    expect(code(parseTimeRange('22-6'))).toBe('timeRangeOrder')
    expect(parseTimeRange('22-6', { night: true })).toEqual({
      ok: true,
      value: { from: 1320, to: 1800 },
    })
    expect(code(parseTimeRange('8-8', { night: true }))).toBe('timeRangeOrder')
    expect(code(parseTimeRange('8'))).toBe('timeRangeFormat')
  })
  test('ranges shown can be typed back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1438 }),
        fc.integer({ min: 1, max: 600 }),
        (from, n) => {
          const to = Math.min(1440, from + n)
          expect(parseTimeRange(formatTimeRange(from, to))).toEqual({
            ok: true,
            value: { from, to },
          })
        },
      ),
    )
  })
  test.each([
    ['пн-пт', [1, 2, 3, 4, 5]],
    ['вт чт', [2, 4]],
    ['Пн, ср и пт', [1, 3, 5]],
    ['сб-пн', [1, 6, 7]],
    ['понеделник – сряда', [1, 2, 3]],
    ['всеки ден', [1, 2, 3, 4, 5, 6, 7]],
    ['делник', [1, 2, 3, 4, 5]],
  ])('weekdays %s', (typed, value) => {
    expect(parseWeekdays(typed)).toEqual({ ok: true, value })
  })
  test('no such weekday', () => {
    for (const bad of ['пк', 'пн-', 'пн-вт-ср', 'и'])
      expect(code(parseWeekdays(bad))).toBe('weekdaysFormat')
  })
  test.each([
    ['4', 240],
    ['4:30', 270],
    ['4,5', 270],
    ['4.5', 270],
    [',5', 30],
    ['4,25', 255],
    ['4,50', 270],
    ['4,0', 240],
    ['4 ч. 30 мин.', 270],
    ['45 мин', 45],
    ['84 часа', 5040],
  ])('hours %s', (typed, value) => {
    expect(parseHours(typed)).toEqual({ ok: true, value })
  })
  test('other decimals are asked about', () => {
    expect(parseHours('8,30')).toEqual({
      ok: false,
      problems: [
        {
          code: 'hoursAmbiguous',
          params: { typed: '8,30', exactMinutes: 498, clockMinutes: 510, clock: '8:30' },
        },
      ],
    })
    expect(code(parseHours('8,90'))).toBe('hoursDecimals')
    expect(code(parseHours('4:75'))).toBe('hoursMinutesRange')
    for (const bad of ['', ' ']) expect(code(parseHours(bad))).toBe('hoursRequired')
    for (const bad of ['4-5', 'а', ',', '4,5,5']) expect(code(parseHours(bad))).toBe('hoursFormat')
  })
  test('hours shown can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59_999 }), (minutes) => {
        expect(parseHours(formatHours(minutes))).toEqual({ ok: true, value: minutes })
        expect(parseHours(formatHoursText(minutes % 999))).toEqual({
          ok: true,
          value: minutes % 999,
        })
      }),
    )
  })
})

describe('numbers, money, phones', () => {
  test.each([
    ['620,20', 62_020],
    ['620.2', 62_020],
    ['1 213', 121_300],
    ['1213,00 €', 121_300],
    ['1.213,00', 121_300],
    ['1,213.50', 121_350],
    ['0,05', 5],
  ])('money %s', (typed, cents) => {
    expect(parseMoney(typed)).toEqual({ ok: true, value: { cents, currency: 'EUR' } })
  })
  test('leva are answered with the sum in euro', () => {
    expect(parseMoney('380 лв.')).toMatchObject({
      ok: false,
      problems: [{ code: 'moneyInBgn', params: { eurCents: 19_429 } }],
    })
    expect(parseMoney('380 лв.', { acceptBgn: true })).toEqual({
      ok: true,
      value: { cents: 38_000, currency: 'BGN' },
    })
  })
  test('money refused', () => {
    expect(code(parseMoney('1,234'))).toBe('moneyDecimals')
    expect(code(parseMoney('-5'))).toBe('moneyNegative')
    for (const bad of ['пет', '1 2', '1..2', '€', '12 34,00', '1e5'])
      expect(code(parseMoney(bad))).toBe('moneyFormat')
  })
  test('numbers', () => {
    expect(parseNumber('70,99', { decimals: 2, max: 100 })).toEqual({ ok: true, value: 70.99 })
    expect(code(parseNumber('4,5'))).toBe('numberWhole')
    expect(code(parseNumber('101', { max: 100 }))).toBe('numberTooBig')
    expect(code(parseNumber('-1', { min: 0 }))).toBe('numberTooSmall')
    expect(code(parseNumber('1O'))).toBe('numberFormat')
  })
  test.each([
    ['0888 123 456', '0888123456'],
    ['+359 888 123 456', '0888123456'],
    ['00359 (0)888/123-456', '0888123456'],
    ['+49 151 234567', '+49151234567'],
    ['55 00 00', '550000'],
  ])('phone %s', (typed, value) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value })
  })
  test('phones refused', () => {
    expect(code(parsePhone('12345'))).toBe('phoneTooShort')
    expect(code(parsePhone('08881234567890123'))).toBe('phoneTooLong')
    expect(code(parsePhone('0888 12З 456'))).toBe('phoneCharacters')
  })
})

describe('names', () => {
  test.each([
    ['иван', 'Иван'],
    ['иВАН', 'Иван'],
    ['ИВАН', 'Иван'],
    ['иВАНов', 'Иванов'],
    ['иванова - петрова', 'Иванова-Петрова'],
    ['МакДоналд', 'МакДоналд'],
    ['  анна  мария ', 'Анна Мария'],
    ['И\u0306ордан', 'Йордан'],
    ['Мохамед бин Али', 'Мохамед бин Али'],
    ['О’КОНЪР', 'О’Конър'],
    ["о'конър", "О'Конър"],
    ['О’Конър', 'О’Конър'],
    ['СА’АД', 'Са’ад'],
    ['Лук’янов-О’КОНЪР', 'Лук’янов-О’Конър'],
  ])('%s', (typed, value) => {
    expect(parseName(typed)).toEqual({ ok: true, value })
  })
  test('Latin letters are shown with what was meant', () => {
    expect(parseName('Ивaнов')).toMatchObject({
      problems: [{ code: 'nameMixedScript', params: { typed: 'Ивaнов', suggestion: 'Иванов' } }],
    })
    expect(parseName('Ivan')).toMatchObject({
      problems: [{ code: 'nameLatin', params: { suggestion: 'Иван' } }],
    })
    expect(parseName('Tsvetanova')).toMatchObject({
      problems: [{ params: { suggestion: 'Цветанова' } }],
    })
    expect(parseName('Maria')).toMatchObject({ problems: [{ params: { suggestion: 'Мария' } }] })
  })
  test('a name of which only one part mixes the alphabets is suggested whole', () => {
    expect(parseName('Иvанов-Petrova')).toMatchObject({
      problems: [{ code: 'nameMixedScript', params: { suggestion: 'Иванов-Петрова' } }],
    })
    expect(parseName('Łukasz')).toMatchObject({ problems: [{ params: { suggestion: 'Лукасз' } }] })
    // No letter of ours is meant: nothing is suggested that would be refused again.
    expect(parseName('Иvан ŋ')).toEqual({ ok: false, problems: [{ code: 'nameCharacters' }] })
  })
  test('a suggestion always passes its own check, and is what is kept', () => {
    const letter = fc.constantFrom(..."аяжщѝйъАЯЖЩЙaczqxyiACZQXYIéøłßŋİ’'-– .;")
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 62 }), (typed) => {
        const read = parseName(typed)
        const suggestion = read.ok ? undefined : read.problems[0]?.params?.['suggestion']
        if (typeof suggestion === 'string')
          expect(parseName(suggestion)).toEqual({ ok: true, value: suggestion })
      }),
      { numRuns: 3000 },
    )
  })
  test('what is no name', () => {
    expect(code(parseName('Иван4'))).toBe('nameDigits')
    expect(code(parseName('Иван😀'))).toBe('textEmoji')
    expect(code(parseName('а'.repeat(61)))).toBe('nameTooLong')
    expect(code(parseName('а'.repeat(10_000)))).toBe('nameTooLong')
    expect(code(parseName('Иван;'))).toBe('nameCharacters')
    expect(code(parseName('-'))).toBe('nameRequired')
    expect(code(parseName('אבג'))).toBe('textUnprintable')
  })
  test('an accepted name is accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яА-Яѝ’ -]{1,30}$/), (typed) => {
        const once = parseName(typed)
        if (once.ok) expect(parseName(once.value)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })
})
