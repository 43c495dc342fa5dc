import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDayNumber } from '#domain/calendar/civil-date.ts'
import { composeEgn, parseEgn, parseEik, parseIban, parseIdCard, parseLnch } from './ids.ts'

const code = (r: { ok: true } | { ok: false; problems: { code: string }[] }) =>
  r.ok ? undefined : r.problems[0]?.code

describe('numbers', () => {
  test.each([
    ['7523169263', '1875-03-16', 'male'],
    ['8032056031', '1880-12-05', 'female'],
    ['7542011030', '2075-02-01', 'female'],
    ['6101047500', '1961-01-04', 'male'],
  ])('ЕГН %s', (egn, birthDate, sex) => {
    expect(parseEgn(egn)).toEqual({ ok: true, value: { egn, birthDate, sex } })
  })
  test('ЕГН refused, each for its own reason', () => {
    expect(code(parseEgn(''))).toBe('egnRequired')
    expect(parseEgn('610104750')).toEqual({
      ok: false,
      problems: [{ code: 'egnLength', params: { count: 9 } }],
    })
    expect(code(parseEgn('61O1047500'))).toBe('egnDigits')
    expect(code(parseEgn('8019010008'))).toBe('egnDate')
    expect(code(parseEgn('6101327500'))).toBe('egnDate')
    expect(code(parseEgn('6153047500'))).toBe('egnDate')
    expect(code(parseEgn('6101047501'))).toBe('egnChecksum')
    expect(parseEgn(' 610104 7500 ')).toMatchObject({ ok: true })
  })
  test('what is inside comes out again; a wrong check digit is always found', () => {
    const day = fc.integer({ min: -47_000, max: 47_000 }).map(dateOfDayNumber)
    fc.assert(
      fc.property(day, fc.nat(999), fc.integer({ min: 1, max: 9 }), (birthDate, serial, by) => {
        const right = composeEgn(birthDate, serial)
        const sex = serial % 2 === 0 ? 'male' : 'female'
        expect(parseEgn(right)).toMatchObject({ ok: true, value: { birthDate, sex } })
        const last = String((Number(right.charAt(9)) + by) % 10)
        expect(code(parseEgn(`${right.slice(0, 9)}${last}`))).toBe('egnChecksum')
      }),
    )
  })
  test('ЛНЧ', () => {
    expect(parseLnch('7111042925')).toEqual({ ok: true, value: '7111042925' })
    expect(code(parseLnch('7111042922'))).toBe('lnchChecksum')
    expect(code(parseLnch('711104292'))).toBe('lnchLength')
    // One figure ten times fits the check digit of a ЛНЧ and may fit that of an ЕГН.
    for (let figure = 0; figure <= 9; figure += 1) {
      const same = String(figure).repeat(10)
      expect(code(parseLnch(same)), same).toBe('lnchChecksum')
      expect(parseEgn(same).ok, same).toBe(false)
    }
  })
  test('ЕИК of 9 and 13 digits', () => {
    expect(parseEik('175074752')).toMatchObject({ ok: true })
    expect(parseEik('000 193 282')).toEqual({ ok: true, value: '000193282' })
    expect(code(parseEik('175074751'))).toBe('eikChecksum')
    expect(code(parseEik('17507475'))).toBe('eikLength')
    // branch of 000193282, check digit by hand: 2·2 + 7·0 + 3·0 + 5·1 = 9 → 9
    expect(parseEik('0001932820019')).toMatchObject({ ok: true })
    expect(code(parseEik('0001932820018'))).toBe('eikChecksum')
  })
  test('identity cards, with Cyrillic twins of the Latin letters', () => {
    expect(parseIdCard('641234567')).toEqual({ ok: true, value: '641234567' })
    expect(parseIdCard('аа1234567')).toEqual({ ok: true, value: 'AA1234567' })
    expect(code(parseIdCard('ЯЯ1234567'))).toBe('idCardFormat')
    expect(code(parseIdCard('64123456'))).toBe('idCardFormat')
  })
  test('IBAN', () => {
    expect(parseIban('BG80 BNBG 9661 1020 3456 78')).toEqual({
      ok: true,
      value: 'BG80BNBG96611020345678',
    })
    expect(parseIban('DE89 3704 0044 0532 0130 00')).toMatchObject({ ok: true })
    expect(code(parseIban('BG81BNBG96611020345678'))).toBe('ibanChecksum')
    expect(code(parseIban('BG80BNBG9661102034567'))).toBe('ibanLength')
    expect(code(parseIban('ден'))).toBe('ibanFormat')
  })
})
