import { describe, expect, it } from 'vitest'
import { applicationWarnings } from './eligibility.ts'
import {
  applicationDeadlines,
  completeness,
  documentChecklist,
  doubleSupport,
  savingProblems,
} from './rules.ts'
import { applicationInputSchema, applicationStates } from './schema.ts'
import type { ApplicationInput, ApplicationState } from './schema.ts'
import { isOpen, nextEvents, nextStates, transition } from './states.ts'
import type { ApplicationEvent, TransitionContext } from './states.ts'

const document = (type: string, presentedAs = 'original') => ({
  type,
  presentedAs,
  number: '',
  date: null,
  validUntil: null,
  note: '',
})
const complete = applicationInputSchema.parse({
  entryNumber: '94-1287',
  entryDate: '2026-11-02',
  regime: 'assistantSupport',
  service: 'assistantSupport',
  personId: 'p1',
  eligibilityGroup: 'disabledAdult',
  filedBy: 'inPerson',
  representativeId: null,
  livesWith: 'alone',
  householdSize: 1,
  relativesNearby: 'no',
  usesOtherService: 'no',
  otherServices: [],
  preferredAssistant: '',
  kinship: null,
  substituteAssistant: '',
  preferredHours: '',
  needsDescription: 'Не може да се къпе и да пазарува сама.',
  generalPractitioner: '',
  emergencyContactName: '',
  emergencyContactPhone: '',
  preliminaryAssessmentNumber: '',
  preliminaryAssessmentDate: null,
  declarations: { truth: true, homeAccess: true, noDoubleSupport: true, privacyNotice: true },
  documents: [
    document('applicationForm'),
    document('idCard', 'forReference'),
    document('telkDecision', 'copy'),
    document('privacyNotice'),
  ],
  note: '',
})
const adult = {
  age: 81,
  pensionAgeDate: '2009-06-12',
  hasTelkDecision: true,
  telk: { percent: 92, attendance: true },
  representative: null,
}
const issues = (patch: object) => {
  const parsed = applicationInputSchema.safeParse({ ...complete, ...patch })
  return parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}:${i.message}`)
}

describe('the form', () => {
  it('may be saved half empty, but not without number, date and person', () => {
    expect(issues({ eligibilityGroup: null, livesWith: null, usesOtherService: null })).toEqual([])
    expect(issues({ entryNumber: ' ' })).toEqual(['entryNumber:required'])
    expect(issues({ entryDate: '2026-02-30' })).toEqual(['entryDate:dateFormat'])
  })
  it('asks for the representative, the kinship and the rows that an answer calls for', () => {
    expect(issues({ filedBy: 'guardian' })).toEqual(['representativeId:representativeMissing'])
    expect(issues({ filedBy: 'mayoralty' })).toEqual([])
    expect(issues({ usesOtherService: 'yes' })).toEqual(['otherServices:otherServiceNotNamed'])
    expect(issues({ preferredAssistant: 'Мария Стоянова' })).toEqual(['kinship:kinshipMissing'])
    expect(issues({ preliminaryAssessmentNumber: '12' })).toEqual([
      'preliminaryAssessmentDate:numberAndDateTogether',
    ])
  })
  it('keeps no copy of an identity card (ЗЗЛД чл. 25г)', () => {
    expect(issues({ documents: [document('idCard', 'copy')] })).toEqual([
      'documents.0.presentedAs:idCardOnlyForReference',
    ])
  })
})

describe('completeness', () => {
  const codes = (
    patch: Partial<ApplicationInput>,
    applicant = adult as Parameters<typeof completeness>[1],
  ) =>
    completeness({ ...complete, ...patch }, applicant).map((p) =>
      [p.code, p.path?.at(-1)].join(':'),
    )
  it('finds nothing in a complete one', () => {
    expect(codes({})).toEqual([])
  })
  it('names each gap at its field', () => {
    expect(codes({ usesOtherService: 'unknown' })).toEqual([
      'otherServiceUnanswered:usesOtherService',
    ])
    expect(codes({ documents: [] })).toEqual([
      'documentMissing:applicationForm',
      'documentMissing:idCard',
      'documentMissing:telkDecision',
      'documentMissing:privacyNotice',
    ])
    expect(codes({ declarations: { ...complete.declarations, noDoubleSupport: false } })).toEqual([
      'declarationMissing:noDoubleSupport',
    ])
  })
  it('asks a medical document of who has no ТЕЛК, and the papers of the representative', () => {
    expect(
      codes({ eligibilityGroup: 'overWorkingAge' }, { ...adult, hasTelkDecision: false }),
    ).toEqual(['documentMissing:medicalDocument'])
    expect(codes({}, { ...adult, representative: 'proxy' })).toEqual([
      'documentMissing:representativeId',
      'documentMissing:powerOfAttorney',
    ])
  })
  it('tells the groups apart by age: 17 is a child, 18 is not', () => {
    const child = { eligibilityGroup: 'disabledChild' as const }
    expect(codes(child, { ...adult, age: 17 })).toEqual([])
    expect(codes(child, { ...adult, age: 18 })).toEqual(['groupIsForChildren:eligibilityGroup'])
    expect(codes({}, { ...adult, age: 17 })).toEqual(['groupIsForAdults:eligibilityGroup'])
  })
  it('asks a birth certificate instead of an identity card under 14', () => {
    const needed = (age: number) =>
      documentChecklist(complete, { ...adult, age })
        .filter((row) => row.needed)
        .map((row) => row.type)
    expect(needed(13)).toContain('birthCertificate')
    expect(needed(13)).not.toContain('idCard')
    expect(needed(14)).toContain('idCard')
  })
})

describe('saving', () => {
  const existing = {
    id: 'a1',
    personId: 'p1',
    service: 'assistantSupport' as const,
    state: 'forAssessment' as ApplicationState,
    entryNumber: '94-1',
    entryDate: '2026-10-01',
    filedBy: 'inPerson' as const,
    preliminaryAssessmentDate: null,
    documents: [],
  }
  const candidate = { ...existing, id: null, entryNumber: '94-2', entryDate: '2026-11-02' }
  type Saving = Parameters<typeof savingProblems>
  const codes = (own: Saving[0], known: Saving[2], today: Saving[3]) => {
    const result = savingProblems(own, { age: 81, capacity: 'capable' }, known, today)
    return result.ok ? [] : result.problems.map((problem) => problem.code)
  }
  it('allows one open application per person and service', () => {
    expect(codes(candidate, [existing], '2026-11-21')).toEqual(['applicationAlreadyOpen'])
    for (const state of ['notAdmitted', 'droppedOut', 'closed', 'belowThreshold'] as const)
      expect(codes(candidate, [{ ...existing, state }], '2026-11-21')).toEqual([])
    expect(codes({ ...candidate, id: 'a1' }, [existing], '2026-11-21')).toEqual([])
  })
  it('keeps a number for one application a year', () => {
    const same = { ...candidate, personId: 'p2', entryNumber: '94-1' }
    expect(codes(same, [existing], '2026-11-21')).toEqual(['entryNumberTaken'])
    expect(codes({ ...same, entryDate: '2025-12-31' }, [existing], '2026-11-21')).toEqual([])
  })
  it('takes no application from tomorrow', () => {
    expect(codes(candidate, [], '2026-11-01')).toEqual(['dateInFuture'])
    expect(codes(candidate, [], '2026-11-02')).toEqual([])
  })
})

describe('double support', () => {
  const used = {
    kind: 'personalAssistance' as const,
    reference: '15/02.03.2026 г.',
    from: '2026-03-02',
    until: null as string | null,
  }
  const period = { from: '2026-12-01', to: '2029-11-30' }
  it('stops other help for the same needs that still runs', () => {
    expect(doubleSupport([used], period, null, 10)).toMatchObject([
      { code: 'doubleSupport', params: { reference: '15/02.03.2026 г.' } },
    ])
    expect(doubleSupport([{ ...used, until: '2026-11-30' }], period, null, 10)).toEqual([])
    expect(doubleSupport([{ ...used, until: '2026-12-01' }], period, null, 10)).toHaveLength(1)
    expect(doubleSupport([{ ...used, from: '2029-12-01' }], period, null, 10)).toEqual([])
    expect(doubleSupport([{ ...used, kind: 'socialPatronage' }], period, null, 10)).toEqual([])
  })
  it('lets only the head go on, with a reason', () => {
    const reason = 'Спира личната помощ от 30 ноември'
    expect(doubleSupport([used], period, { byHead: false, reason }, 10)).toHaveLength(1)
    expect(doubleSupport([used], period, { byHead: true, reason: 'да' }, 10)).toMatchObject([
      { code: 'reasonTooShort' },
    ])
    expect(doubleSupport([used], period, { byHead: true, reason }, 10)).toEqual([])
  })
})

describe('warnings', () => {
  it('says when the current address lies in another municipality', () => {
    const warn = (currentMunicipality: string | null) =>
      applicationWarnings({ currentMunicipality, officeMunicipality: 'Община Примерна' })
    expect(warn('Примерна')).toEqual([])
    expect(warn(null)).toEqual([])
    expect(warn('Борино')).toMatchObject([{ code: 'outsideMunicipality' }])
  })
  it('says when the group asks for another person’s help and the decision gives none', () => {
    const warn = (eligibilityGroup: ApplicationInput['eligibilityGroup'], help: boolean | null) =>
      applicationWarnings({
        ...{ currentMunicipality: null, officeMunicipality: 'Община Примерна' },
        ...{ eligibilityGroup, hasAttendance: help },
      }).map(({ code }) => code)
    expect(warn('disabledAdult', false)).toEqual(['groupWithoutAttendance'])
    expect(warn('disabledChild', false)).toEqual(['groupWithoutAttendance'])
    expect(warn('disabledAdult', true)).toEqual([])
    expect(warn('disabledAdult', null)).toEqual([])
    expect(warn('overWorkingAge', false)).toEqual([])
  })
})

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
