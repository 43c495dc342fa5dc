import { describe, expect, it } from 'vitest'
import { settingCatalogue, settingKeys } from './catalogue.ts'
import { fillNumberMask, looksLikeMask } from './number-mask.ts'
import { checkSetting, settingOn, valueOn } from './rules.ts'

describe('valueOn', () => {
  const settings = [
    { key: 'reviewMonths', value: 12, validFrom: '2026-07-01', source: 'Заповед № 12' },
    { key: 'reviewMonths', value: 3, validFrom: '2026-01-01' },
  ]
  it('gives the default before the first dated value', () => {
    expect(valueOn(settings, 'reviewMonths', '2025-12-31')).toBe(6)
    expect(settingOn(settings, 'reviewMonths', '2025-12-31').certainty).toBe('U')
  })
  it('takes a value from its first day on, whatever the order of the list', () => {
    expect(valueOn(settings, 'reviewMonths', '2026-01-01')).toBe(3)
    expect(valueOn(settings, 'reviewMonths', '2026-06-30')).toBe(3)
    expect(settingOn(settings, 'reviewMonths', '2026-07-01')).toMatchObject({
      value: 12,
      source: 'Заповед № 12',
    })
  })
  it('lets a correction of the same day win', () => {
    const twice = [...settings, { key: 'reviewMonths', value: 9, validFrom: '2026-07-01' }]
    expect(valueOn(twice, 'reviewMonths', '2026-08-01')).toBe(9)
  })
  it('never trusts a stored value of the wrong type', () => {
    const broken = [{ key: 'reviewMonths', value: '6', validFrom: '2026-01-01' }]
    expect(valueOn(broken, 'reviewMonths', '2026-02-01')).toBe(6)
    const half = [{ key: 'reviewMonths', value: 0, validFrom: '2026-01-01' }]
    expect(valueOn(half, 'reviewMonths', '2026-02-01')).toBe(6)
  })
})

describe('catalogue', () => {
  it('has defaults that its own types accept', () => {
    for (const key of settingKeys)
      expect(
        settingCatalogue[key].schema.safeParse(settingCatalogue[key].default).success,
        key,
      ).toBe(true)
  })
  it('refuses unknown keys and wrong values with a code', () => {
    expect(checkSetting('nonsense', 1)).toMatchObject({ ok: false })
    expect(checkSetting('minTeamSize', 0)).toMatchObject({ problems: [{ code: 'tooSmall' }] })
    expect(checkSetting('contractNumberMask', 'ДГ')).toMatchObject({
      problems: [{ code: 'maskWithoutNumber' }],
    })
    expect(checkSetting('minTeamSize', 3)).toEqual({ ok: true, value: 3 })
  })
})

describe('number masks', () => {
  it('fills and recognises', () => {
    expect(
      fillNumberMask('{prefix}{index}{n}', { n: 7, year: 2026, prefix: 'РД', index: '01-' }),
    ).toBe('РД01-7')
    expect(looksLikeMask('94-{n}', '94-1287')).toBe(true)
    expect(looksLikeMask('94-{n}', '941287')).toBe(false)
    expect(looksLikeMask('РСЛ{year}.{n}', 'РСЛ2026.5')).toBe(true)
    expect(looksLikeMask('РСЛ{year}.{n}', 'РСЛ2026-5')).toBe(false)
  })
})
