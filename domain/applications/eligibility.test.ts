import { describe, expect, it } from 'vitest'
import { groupProblems, groupWarnings, type GroupFacts } from './eligibility.ts'
import { filingProblem } from './filing.ts'
import { doubleSupport } from './rules.ts'
import { eligibilityGroups, filedByKinds } from './schema.ts'

const entryDate = '2026-11-30'
const old: GroupFacts = {
  age: 81,
  pensionAgeDate: '2009-06-12',
  hasTelkDecision: false,
  telk: null,
}
const codes = (eligibilityGroup: (typeof eligibilityGroups)[number], facts: Partial<GroupFacts>) =>
  groupProblems({ eligibilityGroup, entryDate }, { ...old, ...facts }).map(({ code }) => code)
const telk = (percent: number, attendance: boolean) => ({
  hasTelkDecision: true,
  telk: { percent, attendance },
})

describe('the group of чл. 93, ал. 2', () => {
  it('„над трудоспособна възраст“ begins with pension age: a man of 30 is not admitted by it', () => {
    expect(codes('overWorkingAge', {})).toEqual([])
    expect(codes('overWorkingAge', { age: 30, pensionAgeDate: '2061-01-02' })).toEqual([
      'groupIsForPensionAge',
    ])
    expect(codes('overWorkingAge', { pensionAgeDate: entryDate })).toEqual([])
    expect(codes('overWorkingAge', { pensionAgeDate: '2026-12-01' })).toEqual([
      'groupIsForPensionAge',
    ])
    expect(codes('overWorkingAge', { pensionAgeDate: null })).toEqual([])
  })
  it('by a decision asks for a permanent disability, and of adults for another person’s help', () => {
    expect(codes('disabledAdult', telk(92, true))).toEqual([])
    expect(codes('disabledAdult', telk(49.99, true))).toEqual(['groupNeedsPermanentDisability'])
    expect(codes('disabledAdult', telk(50, true))).toEqual([])
    expect(codes('disabledAdult', telk(92, false))).toEqual(['groupNeedsAttendance'])
    expect(codes('disabledAdult', telk(10, false))).toEqual([
      'groupNeedsPermanentDisability',
      'groupNeedsAttendance',
    ])
    expect(codes('disabledChild', { ...telk(92, false), age: 9 })).toEqual([])
    expect(codes('disabledChild', { ...telk(10, true), age: 9 })).toEqual([
      'groupNeedsPermanentDisability',
    ])
  })
  it('says that a decision ran out, and since when', () => {
    const facts = { eligibilityGroup: 'disabledAdult', hasAttendance: false } as const
    expect(groupWarnings({ ...facts, telkExpiredDate: '2025-06-30' })).toEqual([
      {
        code: 'groupTelkExpired',
        path: ['eligibilityGroup'],
        params: { expiredDate: '2025-06-30' },
      },
    ])
    expect(groupWarnings({ ...facts, eligibilityGroup: 'overWorkingAge' })).toEqual([])
  })
})

describe('who files', () => {
  it('a child and a ward are never alone, whoever else may bring the paper', () => {
    for (const filedBy of filedByKinds) {
      const alone = filedBy === 'inPerson' || filedBy === 'mayoralty'
      const code = (age: number, capacity: Parameters<typeof filingProblem>[1]['capacity']) =>
        filingProblem(filedBy, { age, capacity })?.code
      expect(code(9, 'minorUnder14'), filedBy).toBe(alone ? 'minorNeedsRepresentative' : undefined)
      expect(code(17, 'minor14to18'), filedBy).toBe(alone ? 'minorNeedsRepresentative' : undefined)
      // The capacity in the dossier is that of another year: the age of the day counts.
      expect(code(17, 'capable'), filedBy).toBe(alone ? 'minorNeedsRepresentative' : undefined)
      for (const capacity of ['fullInterdiction', 'limitedInterdiction'] as const)
        expect(code(40, capacity), filedBy).toBe(alone ? 'wardNeedsRepresentative' : undefined)
      expect(code(18, 'capable'), filedBy).toBeUndefined()
    }
  })
})

describe('residential care', () => {
  const home = { kind: 'residentialCare', reference: '', from: null, until: null } as const
  const period = { from: entryDate, to: null }
  const byHead = { byHead: true, reason: 'Напуска дома в края на месеца.' }
  it('is against the service for everybody, the head too (чл. 93, ал. 5)', () => {
    for (const override of [null, byHead])
      expect(doubleSupport([home], period, override, 10).map(({ code }) => code)).toEqual([
        'residentialCareExcludes',
      ])
    expect(doubleSupport([{ ...home, until: '2026-11-29' }], period, null, 10)).toEqual([])
  })
  it('of other help a reason without words lets nobody go on', () => {
    const other = { ...home, kind: 'personalAssistance' as const }
    expect(doubleSupport([other], period, byHead, 10)).toEqual([])
    expect(
      doubleSupport([other], period, { ...byHead, reason: 'аааааааааа' }, 10).map((p) => p.code),
    ).toEqual(['reasonTooShort'])
  })
})
