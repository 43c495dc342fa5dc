import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/accounts/roles.ts'
import { firstView, handOver, leavingCases, responsibleAtFirst, waitsIn } from './responsible.ts'

const account = (id: string, ...roles: Role[]) => ({ id, roles, disabledAt: null })
const elena = account('elena', 'socialWorker')
const petar = account('petar', 'socialWorker')
const head = account('head', 'head')
const clerk = account('clerk', 'clerk')
const left = { ...account('left', 'socialWorker'), disabledAt: '2026-11-16T08:00:00.000Z' }
const caseOf = (responsibleId: string | null) =>
  ({ state: 'forAssessment', responsibleId }) as const

const said = (...given: Parameters<typeof handOver>) => {
  const verdict = handOver(...given)
  return verdict.ok ? verdict.kind : verdict.problems.map(({ code }) => code)
}

describe('a case changes hands', () => {
  test.each([
    ['nobody’s is taken', null, elena, elena, 'taken'],
    ['a colleague’s is taken', 'petar', elena, elena, 'taken'],
    ['one’s own is given', 'elena', petar, elena, 'given'],
    ['one’s own is left to nobody', 'elena', null, elena, 'released'],
    ['the head gives another’s', 'elena', petar, head, 'given'],
    ['the head gives nobody’s', null, petar, head, 'given'],
    ['the head leaves another’s to nobody', 'elena', null, head, 'released'],
    ['a worker does not give another’s', 'petar', head, elena, ['caseNotYours']],
    ['a worker does not give nobody’s', null, petar, elena, ['caseNotYours']],
    ['a worker does not empty another’s desk', 'petar', null, elena, ['caseNotYours']],
    ['who has it already', 'elena', elena, elena, ['caseIsTheirs']],
    ['nobody’s to nobody', null, null, head, ['caseIsNobodys']],
    ['a clerk leads no cases', null, clerk, head, ['cannotAnswerForCases']],
    ['who has left leads none', null, left, head, ['cannotAnswerForCases']],
  ] as const)('%s', (_name, from, to, actor, outcome) => {
    expect(said(caseOf(from), to, actor)).toEqual(outcome)
  })

  test('what is over is handed to nobody any more', () => {
    for (const state of ['closed', 'droppedOut', 'notAdmitted', 'belowThreshold'] as const)
      expect(said({ state, responsibleId: null }, elena, elena)).toEqual(['caseOver'])
  })
})

test('who takes in and leads cases answers for the case; a clerk’s is nobody’s unless chosen', () => {
  expect(responsibleAtFirst(elena, null)).toBe('elena')
  expect(responsibleAtFirst(clerk, null)).toBeNull()
  expect(responsibleAtFirst(clerk, 'elena')).toBe('elena')
  expect(responsibleAtFirst(elena, 'petar')).toBe('petar')
})

test('a profile that is closed leaves no case behind unsaid', () => {
  const codes = (...given: Parameters<typeof leavingCases>) => {
    const verdict = leavingCases(...given)
    return verdict.ok ? [] : verdict.problems.map(({ code }) => code)
  }
  expect(codes(3, null, undefined)).toEqual(['accountHasCases'])
  expect(codes(0, null, undefined)).toEqual([])
  expect(codes(3, { to: null }, undefined), 'nobody is a choice').toEqual([])
  expect(codes(3, { to: 'petar' }, petar)).toEqual([])
  for (const to of [left, clerk, undefined])
    expect(codes(3, { to: 'x' }, to)).toEqual(['cannotAnswerForCases'])
})

test('each thing that waits stands in its views', () => {
  const mine = { caseId: 'a', responsibleId: 'elena' }
  const theirs = { caseId: 'b', responsibleId: 'petar' }
  const nobodys = { caseId: 'c', responsibleId: null }
  const paper = { caseId: null, responsibleId: null }
  const all = [mine, theirs, nobodys, paper]
  const me = { id: 'elena', byRight: false }
  const seen = (view: 'mine' | 'team' | 'nobody', who = me) =>
    all.filter((one) => waitsIn(view, one, who))
  expect(seen('mine')).toEqual([mine, paper])
  expect(seen('team')).toEqual(all)
  expect(seen('nobody')).toEqual([nobodys])
  // An approval waits for who may approve, whosever the case is.
  expect(seen('mine', { id: 'head', byRight: true })).toEqual(all)
})

test('„Днес“ opens with one’s own where there is any; who leads no cases has the team’s', () => {
  expect(firstView(['socialWorker'], 1)).toBe('mine')
  expect(firstView(['socialWorker'], 0)).toBe('team')
  expect(firstView(['clerk'], 4)).toBe('team')
})
