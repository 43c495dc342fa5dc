import { describe, expect, it } from 'vitest'
import { applicationDeadlines } from './rules.ts'
import { applicationStates } from './schema.ts'
import type { ApplicationState } from './schema.ts'
import { isOpen, nextEvents, nextStates, transition } from './states.ts'
import type { ApplicationEvent, TransitionContext } from './states.ts'

describe('states', () => {
  const context: TransitionContext = {
    today: '2026-11-21',
    entryDate: '2026-11-02',
    missing: [],
    doubleSupport: [],
    assessed: false,
    settings: [],
  }
  const go = (state: ApplicationState, event: ApplicationEvent, patch = {}) =>
    transition(state, event, { ...context, ...patch })

  it('walks the path of the office from the counter to the contract', () => {
    const walk: [ApplicationEvent, ApplicationState][] = [
      [{ kind: 'register' }, 'registered'],
      [{ kind: 'admit' }, 'admitted'],
      [{ kind: 'sendToAssessment' }, 'forAssessment'],
      [{ kind: 'assessmentFinished' }, 'assessed'],
      [{ kind: 'hoursApproved', grantedMinutes: 5040 }, 'approved'],
      [{ kind: 'contractInForce' }, 'withContract'],
      [{ kind: 'contractEnded', date: '2026-11-20' }, 'closed'],
    ]
    let state: ApplicationState = 'draft'
    for (const [event, expected] of walk) {
      const result = go(state, event)
      expect(result).toEqual({ ok: true, state: expected })
      state = expected
    }
  })
  it('knows every state and never leads out of the table', () => {
    for (const state of applicationStates)
      for (const next of nextStates(state)) expect(applicationStates).toContain(next)
    expect(nextEvents('closed')).toEqual([])
    expect(nextStates('assessed')).toContain('belowThreshold')
  })
  it('gives seven days for missing papers, over the end of a leap February', () => {
    const missing = [{ code: 'documentMissing' }]
    const letter = { kind: 'askForDocuments', letterDate: '2028-02-24' } as const
    const when = { missing, today: '2028-02-24', entryDate: '2028-02-20' }
    expect(go('registered', letter, when)).toEqual({
      ok: true,
      state: 'incomplete',
      documentsDueDate: '2028-03-02',
    })
    expect(go('registered', letter, { ...when, missing: [] })).toMatchObject({
      problems: [{ code: 'nothingMissing' }],
    })
    expect(go('registered', { kind: 'admit' }, { missing })).toMatchObject({ problems: missing })
    expect(go('incomplete', { kind: 'documentsCompleted' })).toMatchObject({ state: 'registered' })
  })
  it('does not admit into double support', () => {
    expect(
      go('registered', { kind: 'admit' }, { doubleSupport: [{ code: 'doubleSupport' }] }),
    ).toMatchObject({
      problems: [{ code: 'doubleSupport' }],
    })
  })
  it('refuses on the two grounds of чл. 78, ал. 5, the second only after the assessment', () => {
    const reason = 'Нуждае се от денонощна грижа.'
    const refuse = (ground: 'serviceNotOffered' | 'needsCannotBeMet') =>
      ({ kind: 'refuse', ground, date: '2026-11-20', reason }) as const
    expect(go('registered', refuse('serviceNotOffered'))).toMatchObject({ state: 'notAdmitted' })
    expect(go('admitted', refuse('needsCannotBeMet'))).toMatchObject({
      problems: [{ code: 'refusalOnlyAfterAssessment' }],
    })
    expect(go('assessed', refuse('needsCannotBeMet'), { assessed: true })).toMatchObject({
      state: 'notAdmitted',
    })
    expect(
      go('assessed', { ...refuse('needsCannotBeMet'), reason: 'не' }, { assessed: true }),
    ).toMatchObject({
      problems: [{ code: 'reasonTooShort' }],
    })
  })
  it('ends a case on the way: withdrawal, death, refused assessment, not found', () => {
    const drop = (why: 'withdrawn' | 'died' | 'refusedAssessment' | 'notFound', reason = '') =>
      ({ kind: 'dropOut', why, date: '2026-11-20', reason }) as const
    for (const state of applicationStates.filter(
      (s) => isOpen(s) && s !== 'draft' && s !== 'withContract',
    ))
      expect(go(state, drop('died')), state).toEqual({ ok: true, state: 'droppedOut' })
    expect(go('registered', drop('withdrawn'))).toMatchObject({
      problems: [{ code: 'reasonTooShort' }],
    })
    expect(go('registered', drop('withdrawn', 'Писмено искане от 20.11.'))).toMatchObject({
      ok: true,
    })
    expect(go('registered', drop('notFound', 'Трето посещение, никой.'))).toMatchObject({
      problems: [{ code: 'dropOutOnlyAtAssessment' }],
    })
    expect(go('forAssessment', drop('notFound', 'Трето посещение, никой.'))).toMatchObject({
      state: 'droppedOut',
    })
    expect(go('registered', { ...drop('died'), date: '2026-11-22' })).toMatchObject({
      problems: [{ code: 'dateInFuture' }],
    })
    expect(go('registered', { ...drop('died'), date: '2026-11-01' })).toMatchObject({
      problems: [{ code: 'dateBeforeEntry' }],
    })
  })
  it('puts nobody without hours on the way to a contract', () => {
    expect(go('assessed', { kind: 'hoursApproved', grantedMinutes: 0 })).toEqual({
      ok: true,
      state: 'belowThreshold',
    })
    expect(go('belowThreshold', { kind: 'contractInForce' })).toMatchObject({
      problems: [{ code: 'eventNotAllowed' }],
    })
  })
})

describe('deadlines', () => {
  const facts = {
    state: 'registered' as ApplicationState,
    entryDate: '2026-11-02',
    documentsLetterDate: null,
    preliminaryAssessmentDate: null,
    assessmentApprovedDate: null,
    planReadyDate: null,
  }
  it('counts 20 days from the request and says how sure that is', () => {
    // 22.11.2026 is a Sunday: the term ends on Monday, or later where the office says that it is off.
    expect(applicationDeadlines(facts, [], [])).toMatchObject([
      { code: 'preliminaryAssessment', dueDate: '2026-11-23', certainty: 'U' },
      { code: 'assessment', dueDate: '2026-11-23', certainty: 'S' },
      { code: 'supportPlan', dueDate: '2026-11-23' },
    ])
    const own = [{ date: '2026-11-23', kind: 'off' as const, reason: 'Заповед № 1' }]
    expect(applicationDeadlines(facts, [], own)[1]?.dueDate).toBe('2026-11-24')
  })
  it('takes the rule that held on the day of entry', () => {
    const settings = [{ key: 'assessmentAndPlanDays', value: 30, validFrom: '2026-11-03' }]
    expect(applicationDeadlines(facts, settings, [])[1]?.dueDate).toBe('2026-11-23')
    expect(
      applicationDeadlines({ ...facts, entryDate: '2026-11-03' }, settings, []).at(-1)?.dueDate,
    ).toBe('2026-12-03')
  })
  it('drops what is done and what is closed; an incomplete one waits for its papers', () => {
    expect(
      applicationDeadlines(
        { ...facts, preliminaryAssessmentDate: '2026-11-03', assessmentApprovedDate: '2026-11-10' },
        [],
        [],
      ).map((d) => d.code),
    ).toEqual(['supportPlan'])
    expect(applicationDeadlines({ ...facts, state: 'closed' }, [], [])).toEqual([])
    expect(
      applicationDeadlines(
        { ...facts, state: 'incomplete', documentsLetterDate: '2026-11-05' },
        [],
        [],
      )[0],
    ).toMatchObject({ code: 'missingDocuments', dueDate: '2026-11-12', days: 7 })
  })
  it('counts from the entry until a letter goes out: at the counter one is told at once', () => {
    expect(applicationDeadlines({ ...facts, state: 'incomplete' }, [], [])[0]).toMatchObject({
      code: 'missingDocuments',
      fromDate: '2026-11-02',
      dueDate: '2026-11-09',
    })
  })
})
