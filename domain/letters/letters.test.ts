import { describe, expect, test } from 'vitest'
import type { ExpiringRow } from '#domain/expiring/list.ts'
import { isDeliverable, letterProblems, lettersOf } from './rules.ts'

const today = '2026-11-16'

const row = (own: Partial<ExpiringRow>): ExpiringRow => ({
  id: 'telk-1',
  kind: 'telk',
  subjectId: '1',
  personId: 'a',
  firstName: 'Иван',
  middleName: null,
  lastName: 'Ангелов',
  idNumber: '',
  settlementKind: 'village',
  settlement: 'Примерно',
  phone: null,
  number: null,
  until: '2026-12-01',
  writtenOn: null,
  ...own,
})

describe('letters of a pile', () => {
  test('one a person with all that is said, by settlement and then by name', () => {
    const letters = lettersOf(
      [
        row({ personId: 'z', lastName: 'Яков' }),
        row({ personId: 'b', settlement: 'Друго', lastName: 'Яков' }),
        row({ personId: 'a' }),
        row({ personId: 'z', lastName: 'Яков', kind: 'idCard', subjectId: 'z' }),
      ],
      { date: today, again: false },
    )
    expect(letters.map(({ personId, rows }) => [personId, rows.map(({ kind }) => kind)])).toEqual([
      ['b', ['telk']],
      ['a', ['telk']],
      ['z', ['telk', 'idCard']],
    ])
  })

  test('nothing is told twice: of this day it is there, of another day it waits to be asked for', () => {
    const rows = [
      row({ writtenOn: today }),
      row({ kind: 'idCard', subjectId: '2', writtenOn: '2026-11-01' }),
      row({ kind: 'plan', subjectId: '3' }),
    ]
    const kinds = (again: boolean) =>
      lettersOf(rows, { date: today, again }).map(({ rows: fresh, there, told }) =>
        [fresh, there, told].map((part) => part.map(({ kind }) => kind)),
      )
    expect(kinds(false)).toEqual([[['plan'], ['telk'], ['idCard']]])
    expect(kinds(true)).toEqual([[['idCard', 'plan'], ['telk'], []]])
  })
})

test('the post finds a village by its name, a town only with a street', () => {
  const none = { street: null, quarter: null, block: null }
  expect(isDeliverable({ settlementKind: 'village', ...none })).toBe(true)
  expect(isDeliverable({ settlementKind: 'town', ...none })).toBe(false)
  expect(isDeliverable({ settlementKind: 'town', ...none, quarter: 'Запад' })).toBe(true)
})

test('a letter is not of tomorrow, and an answer comes after it', () => {
  const codes = (date: string, answerBy: string | null) =>
    letterProblems({ date, answerBy }, today).map(({ code, path }) => [code, path])
  expect(codes(today, null)).toEqual([])
  expect(codes('2026-11-17', null)).toEqual([['dateInFuture', ['date']]])
  expect(codes(today, today)).toEqual([['answerBeforeLetter', ['answerBy']]])
  expect(codes(today, '2026-11-17')).toEqual([])
})
