import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UniqueViolation } from '../errors.ts'
import { openTestOffice, testNow, type TestOffice } from '../testing/database.ts'
import {
  annulNumber,
  drawNumber,
  nextNumber,
  numbersOfSubject,
  raiseCounter,
  RegisterModeMixed,
  registersWithHoles,
  typeNumber,
  type NumberedSubject,
} from './registry-numbers.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

function subject(extra: Partial<NumberedSubject> = {}): NumberedSubject {
  return {
    register: 'contracts',
    year: 2026,
    subjectKind: 'contract',
    subjectId: 'c1',
    issuedOn: '2026-03-02',
    actor: null,
    now: testNow,
    ...extra,
  }
}
const draw = (extra: Partial<NumberedSubject> = {}) =>
  office.db.transaction((tx) => drawNumber(tx, subject(extra)).number)

describe('registry numbers', () => {
  test('start at 1 in each register and year and have no holes, also when saves fail', () => {
    const drawn: (number | null)[] = []
    for (let i = 0; i < 12; i++) {
      if (i % 3 === 1)
        expect(() =>
          office.db.transaction((tx): number => {
            drawNumber(tx, subject())
            throw new Error('the paper could not be frozen')
          }),
        ).toThrow('frozen')
      else drawn.push(draw())
    }
    expect(drawn).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(draw({ year: 2027 })).toBe(1)
    expect(draw({ register: 'incoming' })).toBe(1)
    expect(nextNumber(office.db.orm, 'contracts', 2026)).toBe(9)
    expect(registersWithHoles(office.db.orm)).toEqual([])
  })

  test('an annulled number stays taken and is annulled once', () => {
    const row = office.db.transaction((tx) => drawNumber(tx, subject(), (n) => `Д-${String(n)}`))
    const annul = () =>
      office.db.transaction((tx) =>
        annulNumber(tx, row.id, { by: office.accountId, now: testNow, reason: 'сгрешено лице' }),
      )
    expect([annul(), annul()]).toEqual([true, false])
    expect(draw()).toBe(2)
    expect(
      numbersOfSubject(office.db.orm, 'contract', 'c1').map((one) => [one.label, one.status]),
    ).toEqual([
      ['Д-1', 'annulled'],
      ['2', 'issued'],
    ])
  })

  test('a number of the municipality is taken once; the two ways are never mixed', () => {
    const type = (label: string, register = 'incoming') =>
      office.db.transaction((tx) => typeNumber(tx, subject({ register }), label))
    expect(type('94Д-15-2')).toMatchObject({ label: '94Д-15-2', number: null })
    expect(() => type('94Д-15-2')).toThrow(UniqueViolation)
    expect(() => draw({ register: 'incoming' })).toThrow(RegisterModeMixed)
    draw()
    expect(() => type('7', 'contracts')).toThrow(RegisterModeMixed)
  })

  test('after a restore the counter goes to the last number on paper and the gap is recorded', () => {
    draw()
    const raise = (lastOnPaper: number) =>
      office.db.transaction((tx) =>
        raiseCounter(
          tx,
          { register: 'contracts', year: 2026, lastOnPaper },
          { reason: 'възстановяване', actor: office.accountId, now: testNow },
        ),
      )
    expect(raise(5)).toEqual({ first: 2, last: 5 })
    expect(raise(3)).toBeNull()
    expect(draw()).toBe(6)
    expect(registersWithHoles(office.db.orm)).toEqual([])
    office.db.raw.exec("update registry_counters set last_number = 9 where register = 'contracts'")
    expect(registersWithHoles(office.db.orm)).toEqual([
      { register: 'contracts', year: 2026, missing: 3 },
    ])
  })
})
