import { describe, expect, test } from 'vitest'
import { noticeProblems } from './notices.ts'
import { employmentTransition, type EmploymentStateFacts } from './states.ts'

describe('steps', () => {
  const facts: EmploymentStateFacts = {
    today: '2026-12-10',
    contractDate: '2026-11-16',
    startDate: '2026-11-17',
    endDate: null,
    deathDate: null,
    signedOn: '2026-11-16',
    suspendedFrom: null,
    unreportedMonths: [],
    hasReportedHours: false,
    minReasonLength: 10,
    problems: [],
  }
  const end = {
    kind: 'end',
    groundId: 'mutualConsent',
    orderDate: '2026-12-10',
    onDate: '2026-12-31',
    reason: 'Молба вх. № 12 от 08.12.2026 г.',
  } as const
  const judge = (
    status: Parameters<typeof employmentTransition>[0],
    event: Parameters<typeof employmentTransition>[1],
    own: Partial<EmploymentStateFacts> = {},
  ) => {
    const next = employmentTransition(status, event, { ...facts, ...own })
    return next.ok ? next.status : next.problems.map(({ code }) => code)
  }

  test('go one after the other', () => {
    expect(judge('draft', { kind: 'issue' })).toBe('issued')
    expect(judge('issued', { kind: 'sendOut' })).toBe('outForSignature')
    expect(judge('outForSignature', { kind: 'markSigned', signedOn: '2026-11-16' })).toBe('signed')
    expect(judge('draft', { kind: 'sendOut' })).toEqual(['eventNotAllowed'])
    expect(judge('issued', end)).toEqual(['endOfUnsigned'])
  })

  test('it is suspended and goes on, on days of its own', () => {
    const suspend = {
      kind: 'suspend',
      fromDate: '2026-12-01',
      reason: 'Неплатен отпуск по молба',
    } as const
    expect(judge('signed', suspend)).toBe('suspended')
    expect(judge('signed', { ...suspend, fromDate: '2026-11-01' })).toEqual([
      'dateBeforeEmployment',
    ])
    const suspended = { suspendedFrom: '2026-12-01' }
    expect(judge('suspended', { kind: 'resume', onDate: '2026-12-05' }, suspended)).toBe('signed')
    expect(judge('suspended', { kind: 'resume', onDate: '2026-11-30' }, suspended)).toEqual([
      'endBeforeStart',
    ])
  })

  test('it is ended with a ground, a day and words, never over hours that are not reported', () => {
    expect(judge('signed', end)).toBe('ended')
    expect(judge('suspended', end)).toBe('ended')
    expect(judge('signed', { ...end, reason: 'да' })).toEqual(['reasonTooShort'])
    expect(judge('signed', end, { unreportedMonths: ['11.2026'] })).toEqual([
      'employmentHoursUnreported',
    ])
    expect(judge('signed', end, { endDate: '2026-12-30' })).toEqual(['dateAfterEmployment'])
    expect(judge('signed', { ...end, orderDate: '2026-12-11' })).toEqual(['dateInFuture'])
    expect(judge('signed', { ...end, onDate: '2026-11-15' })).toEqual([
      'employmentEndsBeforeSigning',
    ])
  })

  test('by death it ends on that day', () => {
    const death = { ...end, groundId: 'death', reason: '' }
    expect(judge('signed', death)).toEqual(['deathDateMissing'])
    expect(judge('signed', death, { deathDate: '2026-12-02' })).toEqual(['endsOnDeath'])
    expect(judge('signed', { ...death, onDate: '2026-12-02' }, { deathDate: '2026-12-02' })).toBe(
      'ended',
    )
  })
})

test('НАП is told of what happened, not of what is to come', () => {
  expect(noticeProblems('2026-11-17', '2026-11-16', '2026-11-17')).toEqual([])
  expect(noticeProblems('2026-11-18', '2026-11-16', '2026-11-17')).toMatchObject([
    { code: 'dateInFuture', path: ['sentOn'] },
  ])
  expect(noticeProblems('2026-11-17', null, '2026-11-17')).toEqual([{ code: 'noticeOfNothing' }])
})
