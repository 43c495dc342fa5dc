import { describe, expect, it } from 'vitest'
import { applicationWarnings } from './eligibility.ts'
import { completeness, documentChecklist, doubleSupport, savingProblems } from './rules.ts'
import { applicationInputSchema } from './schema.ts'
import type { ApplicationDocument, ApplicationInput, ApplicationState } from './schema.ts'
import { applicationInput } from './testing/sample.ts'

const document = (
  type: ApplicationDocument['type'],
  presentedAs: ApplicationDocument['presentedAs'] = 'original',
) => ({
  type,
  presentedAs,
  number: '',
  date: null,
  validUntil: null,
  note: '',
})
const complete = applicationInputSchema.parse(
  applicationInput({
    entryNumber: '94-1287',
    entryDate: '2026-11-02',
    personId: 'p1',
    documents: [
      document('applicationForm'),
      document('idCard', 'forReference'),
      document('telkDecision', 'copy'),
      document('privacyNotice'),
    ],
  }),
)
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
