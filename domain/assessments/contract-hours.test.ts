import { describe, expect, it } from 'vitest'
import { applicationStates } from '#domain/applications/schema.ts'
import { isOpen, transition } from '#domain/applications/states.ts'
import { contractHours } from './contract-hours.ts'
import { applicationEvent, mayStart } from './rules.ts'

describe('a new assessment while a contract runs', () => {
  const contract = { number: '12', contractDate: '2026-10-01', minutesPerMonth: 56 * 60 }
  const codes = (granted: number | null) => contractHours(granted, contract).map(({ code }) => code)
  it('is told as an annex or an end, and only where the hours differ', () => {
    expect(codes(56 * 60)).toEqual([])
    expect(codes(84 * 60)).toEqual(['contractNeedsAnnex'])
    expect(codes(0)).toEqual(['contractNeedsEnd'])
    expect(codes(null)).toEqual([])
    expect(contractHours(0, null)).toEqual([])
  })
})

describe('an assessment anew', () => {
  const context = {
    today: '2026-11-30',
    entryDate: '2026-11-02',
    missing: [],
    doubleSupport: [],
    assessed: true,
    settings: [],
  }
  const assessed = ['approved', 'reserve', 'waiting', 'belowThreshold', 'withContract'] as const
  it('begins in every state that has one, and every moment of it leads on', () => {
    for (const state of assessed) {
      expect(
        mayStart({ applicationState: state, openAssessment: null, contractToSign: null }).ok,
        state,
      ).toBe(true)
      for (const grantedMinutes of [0, 84 * 60]) {
        let at: (typeof applicationStates)[number] = state
        for (const moment of ['start', 'finish', 'sendBack', 'finish', 'approve'] as const) {
          const event = applicationEvent(at, moment, grantedMinutes)
          if (!event) continue
          const next = transition(at, event, context)
          expect(next, `${state} ${moment}`).toMatchObject({ ok: true })
          if (next.ok) at = next.state
        }
        if (state !== 'withContract') expect(isOpen(at), state).toBe(grantedMinutes > 0)
      }
    }
  })
  it('leaves who waits in their place, unless no hours are given any more', () => {
    for (const state of ['waiting', 'reserve'] as const) {
      expect(applicationEvent(state, 'start')).toBeNull()
      expect(applicationEvent(state, 'approve', 5040)).toBeNull()
      const event = applicationEvent(state, 'approve', 0)
      expect(event && transition(state, event, context)).toEqual({
        ok: true,
        state: 'belowThreshold',
      })
    }
  })
})
