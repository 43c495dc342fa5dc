import { describe, expect, it } from 'vitest'
import { regimeIds } from './catalogue.ts'
import { limitsOn, openRegime, regimeOn } from './rules.ts'

describe('regimes', () => {
  it('opens assistant support and refuses the three that are not built', () => {
    for (const id of regimeIds) {
      const opened = openRegime(id, '2026-11-21')
      if (id === 'assistantSupport') expect(opened.ok).toBe(true)
      else expect(opened).toMatchObject({ ok: false, problems: [{ code: 'regimeNotBuilt' }] })
    }
  })
  it('knows no regime before its law', () => {
    expect(openRegime('assistantSupport', '2020-06-30')).toMatchObject({
      problems: [{ code: 'regimeNotInForce' }],
    })
    expect(openRegime('assistantSupport', '2020-07-01').ok).toBe(true)
  })
  it('takes the later version from its first day', () => {
    const first = regimeOn('assistantSupport', '2026-01-01')!
    const later = {
      ...first,
      validFrom: '2027-01-01',
      limits: { ...first.limits, dailyMaxMinutes: 300 },
    }
    expect(regimeOn('assistantSupport', '2026-12-31', [later, first])).toBe(first)
    expect(regimeOn('assistantSupport', '2027-01-01', [later, first])).toBe(later)
  })
  it('lets the office tighten the daily limit from a day on', () => {
    const settings = [{ key: 'dailyMaxMinutes', value: 180, validFrom: '2026-03-01' }]
    expect(limitsOn('assistantSupport', '2026-02-28', settings)?.dailyMaxMinutes).toBe(240)
    expect(limitsOn('assistantSupport', '2026-03-01', settings)?.dailyMaxMinutes).toBe(180)
  })
})
