import { describe, expect, test } from 'vitest'
import { freeMinutes, freePerDay, monthNorm, together } from './capacity.ts'
import { dayFrom, mayTake, type Candidate } from './pool.ts'
import { employeeStateOf } from './states.ts'

describe('what is left to give', () => {
  const load = { norm: monthNorm(240, 21), assigned: 2 * 21 * 60 }

  test('is the norm of a whole month without what is given out', () => {
    expect(load.norm).toBe(84 * 60)
    expect(freeMinutes(load)).toBe(42 * 60)
    expect(freePerDay(load, 21)).toBe(120)
    expect(monthNorm(null, 21), 'a civil contract has no working time').toBe(0)
  })
  test('is never less than nothing, and a crumb is nothing', () => {
    expect(freeMinutes({ norm: 60, assigned: 90 })).toBe(0)
    expect(freePerDay({ norm: 5040, assigned: 5040 - 14 * 21 }, 21)).toBe(0)
    expect(freePerDay({ norm: 60, assigned: 0 }, 0)).toBe(0)
  })
  test('of two contracts is told as one', () => {
    expect(together([load, { norm: 100, assigned: 30 }])).toEqual({
      norm: load.norm + 100,
      assigned: load.assigned + 30,
    })
  })
})

describe('who may take a person', () => {
  const who: Candidate = {
    villages: ['Старобуково'],
    settlement: 'Примерно',
    freePerDay: 120,
    hasCar: null,
    climbsStairs: 'yes',
  }
  const asked = { village: '', minutesPerDay: 0, car: false, stairs: false }

  test('goes where they said; who named no village works where they live', () => {
    expect(mayTake(who, { ...asked, village: 'старобуково' })).toBe(true)
    expect(mayTake(who, { ...asked, village: 'Примерно' })).toBe(false)
    expect(mayTake({ ...who, villages: [] }, { ...asked, village: 'Примерно' })).toBe(true)
  })
  test('has the hours, and said yes to what is needed', () => {
    expect(mayTake(who, { ...asked, minutesPerDay: 120, stairs: true })).toBe(true)
    expect(mayTake(who, { ...asked, minutesPerDay: 180 })).toBe(false)
    expect(mayTake(who, { ...asked, car: true }), 'never asked is no yes').toBe(false)
  })
})

test('the first of the next month comes after the longest day too', () => {
  expect(dayFrom('month', '2026-01-31')).toBe('2026-02-01')
  expect(dayFrom('month', '2026-12-31')).toBe('2027-01-01')
  expect(dayFrom('tomorrow', '2026-02-28')).toBe('2026-03-01')
})

test('of several contracts the one that runs is told; an annulled one is none', () => {
  expect(employeeStateOf(['ended', 'inForce'])).toBe('working')
  expect(employeeStateOf(['expired', 'draft'])).toBe('coming')
  expect(employeeStateOf(['ended', 'annulled'])).toBe('over')
  expect(employeeStateOf(['annulled'])).toBeNull()
})
