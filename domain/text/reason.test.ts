import { describe, expect, it } from 'vitest'
import { isReason, reasonProblem } from './reason.ts'

describe('a reason', () => {
  it('has words, not only length', () => {
    for (const typed of [
      'аааааааааа',
      'абабабабаб',
      '..........',
      '1234567890',
      'да да да да да да',
      'аааа бббб вввв гггг дддд',
      'Болничноооооооо лечение',
      'по — — — — — —',
    ])
      expect(isReason(typed, 10), typed).toBe(false)
    for (const typed of [
      'Болнично лечение',
      'Решение на МС',
      'Писмено искане вх. № 12.',
      'Помага синът.',
      'Живее сам, на 12 км от лекар.',
    ])
      expect(isReason(typed, 10), typed).toBe(true)
  })
  it('is as long as the office asks, and says at which field it is missing', () => {
    expect(isReason('Пома синът', 11)).toBe(false)
    expect(reasonProblem('не', 10, 'overrideReason')).toEqual({
      code: 'reasonTooShort',
      path: ['overrideReason'],
      params: { min: 10 },
    })
    expect(reasonProblem('Болнично лечение', 10)).toBeUndefined()
  })
})
