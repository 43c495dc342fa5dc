import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLines, cleanRegistryNumber, cleanText, hasEmoji, nbsp } from './clean.ts'
import {
  formatDate,
  formatDateLong,
  formatHours,
  formatHoursText,
  formatInstant,
  formatMoney,
  formatMoneyCode,
  formatMoneyInput,
  formatMoneyOfficial,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatRegistryNumber,
  formatRelativeDate,
  formatTimeRange,
  weekdayName,
  weekdayShort,
} from './format.ts'
import {
  formatAddress,
  formatAddressFull,
  formatEik,
  formatFullName,
  formatIban,
  formatInitials,
  formatPhone,
  formatShortName,
  formatSurnameFirst,
  maskId,
  namesToSearch,
  shortenName,
} from './format-person.ts'
import { personSortKey } from './sort-key.ts'
import { parseMoney, parseNumber } from './parse-number.ts'
import { amountInWords, hoursInWords, integerInWords } from './words.ts'

/** Plain spaces stand for no-break ones in what is expected, so that a missing one still fails. */
const hard = (text: string) => text.replaceAll('_', nbsp)

describe('dates and hours', () => {
  test('dates', () => {
    expect(formatDate('2026-11-03')).toBe(hard('03.11.2026_г.'))
    expect(formatDateLong('2026-11-03')).toBe(hard('3_ноември 2026_г.'))
    expect(formatMonth('2026-11')).toBe(hard('ноември 2026_г.'))
    expect(formatPeriod('2026-11-16', '2029-11-15')).toBe(hard('16.11.2026 – 15.11.2029_г.'))
    expect(formatPeriod('2026-11-16', null)).toBe(hard('от 16.11.2026_г.'))
    expect(weekdayName('2026-11-21')).toBe('събота')
    expect(weekdayShort('2026-11-22')).toBe('нд')
  })
  test('nearness up to seven days, then the date', () => {
    const today = '2026-11-21'
    expect(formatRelativeDate('2026-11-21', today)).toBe('днес')
    expect(formatRelativeDate('2026-11-20', today)).toBe('вчера')
    expect(formatRelativeDate('2026-11-18', today)).toBe(hard('преди 3_дни'))
    expect(formatRelativeDate('2026-11-28', today)).toBe(hard('след 7_дни'))
    expect(formatRelativeDate('2026-11-13', today)).toBe(hard('13.11.2026_г.'))
  })
  test('times and hours', () => {
    expect(formatTimeRange(510, 720)).toBe(hard('8:30–12:00_ч.'))
    expect(formatInstant('2026-11-21T08:42:10.000Z')).toBe(hard('21.11.2026_г., 10:42_ч.'))
    expect(formatHours(270)).toBe('4:30')
    expect(formatHours(60_000)).toBe(hard('1_000:00'))
    expect(formatHoursText(270)).toBe(hard('4_ч._30_мин.'))
    expect(formatHoursText(0)).toBe(hard('0_ч.'))
    expect(formatHoursText(45)).toBe(hard('45_мин.'))
  })
})

describe('numbers and money', () => {
  test('groups from four digits', () => {
    expect(formatNumber(1213)).toBe(hard('1_213'))
    expect(formatNumber(213)).toBe('213')
    expect(formatNumber(1234567.5)).toBe(hard('1_234_567,5'))
    expect(formatNumber(-0.004, 2)).toBe('0,00')
    expect(formatPercent(90)).toBe(hard('90_%'))
    expect(formatPercent(70.99)).toBe(hard('70,99_%'))
  })
  test('money', () => {
    expect(formatMoney(121_300)).toBe(hard('1_213,00_€'))
    expect(formatMoney(5)).toBe(hard('0,05_€'))
    expect(formatMoney(2347, 'BGN')).toBe(hard('23,47_лв.'))
    expect(formatMoneyCode(62_020)).toBe(hard('620,20_EUR'))
    expect(formatMoneyOfficial(62_020)).toBe(
      hard('620,20_евро (шестстотин и двадесет евро и двадесет цента)'),
    )
    expect(formatRegistryNumber('94-1287', '2026-11-21')).toBe(hard('№_94-1287/21.11.2026_г.'))
  })
  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        for (const shown of [formatMoney(cents), formatMoneyInput(cents), formatMoneyCode(cents)])
          expect(parseMoney(shown)).toEqual({ ok: true, value: { cents, currency: 'EUR' } })
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (n) => {
        const value = n / 100
        expect(parseNumber(formatNumber(value, 2), { decimals: 2 })).toEqual({
          ok: true,
          value: value === 0 ? 0 : value,
        })
      }),
    )
  })
})

describe('words', () => {
  test.each([
    [101, 'едно евро и един цент'],
    [200_102, 'две хиляди и едно евро и два цента'],
    [112_122, 'хиляда сто двадесет и едно евро и двадесет и два цента'],
    [10_000, 'сто евро'],
    [5, 'нула евро и пет цента'],
    [62_020, 'шестстотин и двадесет евро и двадесет цента'],
    [121_300, 'хиляда двеста и тринадесет евро'],
    [2121, 'двадесет и едно евро и двадесет и един цента'],
  ])('%i cents', (cents, words) => {
    expect(amountInWords(cents)).toBe(words)
  })
  test.each([
    [101, 'сто и едно'],
    [121, 'сто двадесет и едно'],
    [1005, 'хиляда и пет'],
    [1100, 'хиляда и сто'],
    [1021, 'хиляда двадесет и едно'],
    [202_105, 'двеста и две хиляди сто и пет'],
    [1_002_000, 'един милион и две хиляди'],
    [1_001_000, 'един милион и хиляда'],
    [21_000, 'двадесет и една хиляди'],
    [2_000_000, 'два милиона'],
    [1_021_002, 'един милион двадесет и една хиляди и две'],
    [0, 'нула'],
  ])('%i', (n, words) => {
    expect(integerInWords(n, 'neuter')).toBe(words)
  })
  test('gender', () => {
    expect(integerInWords(22, 'masculine')).toBe('двадесет и два')
    expect(integerInWords(1, 'feminine')).toBe('една')
    expect(hoursInWords(84 * 60)).toBe('осемдесет и четири часа')
    expect(hoursInWords(81)).toBe('един час и двадесет и една минути')
  })
  test('every number has its own words, without gaps or doubled „и“', () => {
    const seen = new Set<string>()
    for (let n = 0; n <= 30_000; n++) seen.add(integerInWords(n, 'neuter'))
    expect(seen.size).toBe(30_001)
    for (const words of seen) expect(words).not.toMatch(/ {2}|^ | $| и и |^и | и$/)
  })
})

describe('people and addresses', () => {
  const names = { firstName: 'Иван', middleName: 'Петров', lastName: 'Георгиев' }
  test('names', () => {
    expect(formatFullName(names)).toBe('Иван Петров Георгиев')
    expect(formatFullName({ ...names, middleName: null })).toBe('Иван Георгиев')
    expect(formatShortName(names)).toBe(hard('И._Георгиев'))
    expect(formatInitials(names)).toBe(hard('И._П._Г.'))
    expect(shortenName('Мария Иванова Петрова')).toBe(hard('М._Петрова'))
  })
  test('who has one name only is named without a gap, a comma or „null“', () => {
    const one = { firstName: 'Субхан', middleName: null, lastName: null }
    for (const said of [formatFullName, formatSurnameFirst, formatShortName, namesToSearch])
      expect(said(one), said.name).toBe('Субхан')
    expect(formatInitials(one)).toBe('С.')
    expect(shortenName(formatFullName(one))).toBe('Субхан')
    // In a list they stand where the surname would, before whoever has it as a surname.
    const family = { firstName: 'Али', middleName: null, lastName: 'Субхан' }
    const next = { firstName: 'Али', middleName: null, lastName: 'Субханов' }
    const keys = [one, family, next].map(personSortKey)
    expect(keys.toSorted()).toEqual(keys)
  })
  test('numbers of people and bodies', () => {
    expect(maskId('4506121234')).toBe('450612****')
    // A document of another country may be short: nothing of it is left in the open.
    for (const short of ['7', 'AB1234', 'A123456', '123456789'])
      expect(maskId(short), short).toBe('**********')
    expect(maskId('')).toBe('')
    expect(formatPhone('0888123456')).toBe(hard('0888_123_456'))
    expect(formatPhone('032 123 456, вътр. 12')).toBe('032 123 456, вътр. 12')
    expect(formatPhone('078550000')).toBe(hard('078_550_000'))
    expect(formatPhone('021234567')).toBe(hard('02_123_4567'))
    expect(formatIban('BG80BNBG96611020345678')).toBe(hard('BG80_BNBG_9661_1020_3456_78'))
    expect(formatEik('000193282')).toBe(hard('000_193_282'))
  })
  test('addresses', () => {
    const village = {
      settlementKind: 'village' as const,
      settlement: 'Примерно',
      municipality: 'Кюстендил',
      region: 'Кюстендил',
      street: 'Трета',
      streetNumber: '4',
    }
    expect(formatAddress(village)).toBe(hard('с._Примерно, ул._„Трета“ №_4'))
    const town = {
      settlementKind: 'town' as const,
      settlement: 'Кюстендил',
      municipality: 'Кюстендил',
      region: 'Кюстендил',
      postCode: '2500',
      street: 'бул. „България“',
      streetNumber: '12',
      block: '5',
      entrance: 'Б',
      floor: '3',
      apartment: '14',
    }
    expect(formatAddressFull(town)).toBe(
      hard(
        '2500 гр._Кюстендил, общ._Кюстендил, обл._Кюстендил, бул._„България“ №_12, бл._5, вх._Б, ет._3, ап._14',
      ),
    )
  })
})

describe('cleaning', () => {
  test('marks that cannot be seen are taken out', () => {
    expect(cleanText('  Иван\u200b\u202e  Петров\u0007 \u00a0')).toBe('Иван Петров')
    expect(cleanText('И\u0306ордан')).toBe('Йордан')
    expect(cleanText('а\ud800б')).toBe('аб')
    expect(cleanLines('а\r\n\r\n\r\n\r\nб  в\u2028г')).toBe('а\n\nб в\nг')
  })
  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e]/) // eslint-disable-line no-control-regex
        expect(cleanLines(cleanLines(text))).toBe(cleanLines(text))
      }),
      { numRuns: 500 },
    )
  })
  test('emoji are seen, the signs of papers are not', () => {
    expect(hasEmoji('Иван 😀')).toBe(true)
    expect(hasEmoji('🇧🇬')).toBe(true)
    expect(hasEmoji('№ 12 – „Трета“, 90 %, § 3, 620,20 €')).toBe(false)
  })
  test('registry numbers lose the sign in front', () => {
    expect(cleanRegistryNumber('No 94-1287')).toBe('94-1287')
    expect(cleanRegistryNumber('N94-1287')).toBe('94-1287')
    expect(cleanRegistryNumber('№ РД01-0179')).toBe('РД01-0179')
    expect(cleanRegistryNumber('Нов-1')).toBe('Нов-1')
  })
})
