import { describe, expect, test } from 'vitest'
import { selectionMethodology } from '#domain/methodologies/selection-methodology.ts'
import { mayDeclare, relationDoubts } from './conflict.ts'
import { placesOf } from './places.ts'
import { commissionVerdict, finishCard, mayScore, unfinished } from './rules.ts'
import type { ConflictDeclaration, SelectionAnswer } from './schema.ts'

const items = selectionMethodology.groups.flatMap((group) => group.items)
const reason = 'Показа го с думи и с пример.'
const best = (): SelectionAnswer[] =>
  items.map((item) => ({ itemId: item.id, optionId: item.options.at(-1)?.id ?? null, reason }))
const card = (answers: SelectionAnswer[], own = {}) => ({
  methodology: selectionMethodology,
  answers,
  age: 40,
  minReasonLength: 10,
  interview: { on: null, came: null },
  ...own,
})
const codes = (problems: readonly { code: string; path?: unknown }[]) =>
  problems.map(({ code }) => code)

describe('a card', () => {
  test('gives 26 points at most: ten criteria of two and two of three', () => {
    expect(items).toHaveLength(12)
    expect(finishCard(card(best()))).toEqual({ ok: true, points: 26 })
    const nothing = best().map((one) => ({ ...one, optionId: 'o0' }))
    expect(finishCard(card(nothing))).toEqual({ ok: true, points: 0 })
  })
  test('is not finished with a row empty or without a reason in words', () => {
    const [first, second, ...others] = best()
    const answers = [{ ...first!, optionId: null }, { ...second!, reason: '' }, ...others.slice(1)]
    expect(unfinished(card(answers)).map(({ code, path }) => [code, path?.join('.')])).toEqual([
      ['answerMissing', 'answers.education'],
      ['answerReasonMissing', 'answers.training.reason'],
      ['answerMissing', 'answers.disability'],
    ])
  })
  test('waits for the interview that somebody was invited to, and ends with who did not come', () => {
    const invited = (came: 'yes' | 'no' | null) =>
      codes(unfinished(card(best(), { interview: { on: '2026-11-20', came } })))
    expect(invited(null)).toEqual(['interviewOpen'])
    expect(invited('no')).toEqual(['interviewMissed'])
    expect(invited('yes')).toEqual([])
  })
})

describe('places', () => {
  test('of equal points are one, and the next is as much further', () => {
    const rows = [
      { id: 'a', points: 20 },
      { id: 'b', points: 26 },
      { id: 'c', points: 20 },
      { id: 'd', points: 11 },
      { id: 'e', points: null },
    ]
    expect([...placesOf(rows)]).toEqual([
      ['a', { place: 2, tied: true }],
      ['b', { place: 1, tied: false }],
      ['c', { place: 2, tied: true }],
      ['d', { place: 4, tied: false }],
    ])
  })
})

describe('a relation', () => {
  const said = (accountId: string, kind: 'none' | 'declared'): ConflictDeclaration => ({
    ...{ accountId, kind, text: '', at: '2026-11-16T08:00:00.000Z' },
  })
  const open = { state: 'draft', candidacyState: 'admitted', accountId: 'one' } as const
  test('is said before the first point; who declared one scores nothing', () => {
    const may = (scorerId: string | null, ...declarations: ConflictDeclaration[]) => {
      const verdict = mayScore({ ...open, scorerId, declarations })
      return verdict.ok ? [] : codes(verdict.problems)
    }
    expect(may(null)).toEqual(['conflictNotDeclared'])
    expect(may('one', said('one', 'none'))).toEqual([])
    expect(may('two', said('one', 'none'))).toEqual(['scorerIsAnother'])
    expect(may('one', said('one', 'none'), said('one', 'declared'))).toEqual(['scorerRelated'])
  })
  test('that was declared is not taken back by the same person, and is told in words', () => {
    const asked = { ...open, scorerId: null, text: '', minReasonLength: 10 }
    const declare = (kind: 'none' | 'declared', ...declarations: ConflictDeclaration[]) => {
      const verdict = mayDeclare({ ...asked, kind, declarations })
      return verdict.ok ? [] : codes(verdict.problems)
    }
    expect(declare('none', said('one', 'declared'))).toEqual(['scorerRelated'])
    expect(declare('declared')).toEqual(['reasonTooShort'])
    expect(declare('none', said('two', 'declared'))).toEqual([])
  })
  test('is asked where the family name is one, in either sex, or the candidate names the scorer', () => {
    const doubts = (scorer: string, name: string, namedPerson = '') =>
      codes(relationDoubts(scorer, { name, namedPerson }))
    expect(doubts('Иван Петров', 'Мария Иванова Петрова')).toEqual(['scorerSharesName'])
    expect(doubts('Ана Зарева', 'Рада Колева Мутафова-Зарева')).toEqual(['scorerSharesName'])
    expect(doubts('Ана Зарева', 'Рада Колева Мутафова')).toEqual([])
    expect(doubts('Ана Зарева', 'Рада Мутафова', 'Ана Стоянова Зарева')).toEqual(['scorerIsNamed'])
  })
})

test('the commission is another account, and says why where it parts from the card', () => {
  const asked = {
    ...({ state: 'scored', scorerId: 'one', accountId: 'two', declarations: [] } as const),
    ...{ own: 20, max: 26, allowed: 3, minReasonLength: 10, comment: '' },
  }
  const given = (points: number, own = {}) => {
    const verdict = commissionVerdict({ ...asked, points, ...own })
    return verdict.ok ? [] : codes(verdict.problems)
  }
  expect(given(17)).toEqual([])
  expect(given(16)).toEqual(['commissionCommentMissing'])
  expect(given(16, { comment: reason })).toEqual([])
  expect(given(27, { comment: reason })).toEqual(['pointsOverCard'])
  expect(given(20, { accountId: 'one' })).toEqual(['commissionIsScorer'])
})
