import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, lastDayOfTerm } from '#domain/calendar/civil-date.ts'
import { contractProblems, firstFreeDay } from './rules.ts'
import type { ContractContext } from './rules.ts'
import { codes, ctx, input, limits } from './testing/sample.ts'
import { endOfTermKind, lastDayOfMonths, latestEnd, termKindOf } from './term.ts'

describe('term', () => {
  it('ends at the latest on start + 3 years − 1 day (чл. 16, ал. 2)', () => {
    expect(latestEnd('2026-11-21', limits)).toBe('2029-11-20')
    expect(latestEnd('2025-03-01', limits)).toBe('2028-02-29')
    expect(latestEnd('2024-02-29', limits)).toBe('2027-02-28')
    expect(latestEnd('2026-01-01', limits)).toBe('2028-12-31')
  })
  it('names the kind at its very last day', () => {
    const kind = (end: string) => termKindOf('2026-11-21', end, limits)
    expect(kind('2026-11-21')).toBe('short')
    expect(kind('2027-05-20')).toBe('short')
    expect(kind('2027-05-21')).toBe('medium')
    expect(kind('2027-11-20')).toBe('medium')
    expect(kind('2027-11-21')).toBe('long')
    expect(kind('2029-11-20')).toBe('long')
    expect(kind('2029-11-21')).toBeNull()
    expect(kind('2026-11-20')).toBeNull()
    expect(termKindOf('2027-08-31', '2028-02-29', limits)).toBe('short')
    expect(termKindOf('2027-08-31', '2028-03-01', limits)).toBe('medium')
  })
  it('proposes an end that is of its own kind, from any day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6000 }),
        fc.constantFrom('short' as const, 'medium' as const, 'long' as const),
        (offset, kind) => {
          const start = addDays('2020-07-01', offset)
          const end = endOfTermKind(start, kind, limits)
          expect(termKindOf(start, end, limits)).toBe(kind)
          expect(termKindOf(start, addDays(end, 1), limits)).not.toBe(kind)
          expect(lastDayOfMonths(start, 36)).toBe(lastDayOfTerm(start, 3))
        },
      ),
    )
  })
})

describe('contractProblems', () => {
  it('lets a proper contract be issued', () => {
    expect(codes({})).toEqual([])
  })
  it('comes only after an approved, still valid assessment with hours (чл. 85, ал. 2)', () => {
    const assessment = ctx.assessment!
    expect(codes({}, { assessment: null })).toEqual(['contractWithoutAssessment'])
    expect(codes({}, { assessment: { ...assessment, status: 'finished' } })).toEqual([
      'assessmentNotApproved',
    ])
    expect(codes({}, { assessment: { ...assessment, isLatest: false } })).toEqual([
      'assessmentReplaced',
    ])
    expect(codes({}, { assessment: { ...assessment, grantedMinutes: 0 } })).toContain(
      'noHoursGranted',
    )
  })
  it('is never dated before the approval of what it rests on, and names both days', () => {
    const of = (contractDate: string) => contractProblems({ ...input, contractDate }, ctx, null)
    expect(of('2026-11-16')).toEqual([])
    const contractBeforePlan = (contractDate: string) => ({
      code: 'contractBeforePlan',
      path: ['contractDate'],
      params: { approvedDate: '2026-11-16', contractDate },
    })
    expect(of('2026-11-15')).toEqual([contractBeforePlan('2026-11-15')])
    expect(of('2026-11-12')).toEqual([
      {
        code: 'contractBeforeAssessment',
        path: ['contractDate'],
        params: { approvedDate: '2026-11-13', contractDate: '2026-11-12' },
      },
      contractBeforePlan('2026-11-12'),
    ])
  })
  it('needs an approved plan of that assessment which covers the first day', () => {
    const plan = ctx.plan!
    expect(codes({}, { plan: null })).toEqual(['contractWithoutPlan'])
    expect(codes({}, { plan: { ...plan, status: 'ready' } })).toEqual(['planNotApproved'])
    expect(codes({}, { plan: { ...plan, assessmentId: 's0' } })).toEqual(['planOfOtherAssessment'])
    expect(codes({}, { plan: { ...plan, validFrom: '2026-11-24' } })).toEqual(['planDoesNotCover'])
    expect(codes({}, { plan: { ...plan, validTo: '2026-11-22' } })).toEqual(['planDoesNotCover'])
    expect(
      codes({}, { plan: { ...plan, validFrom: '2026-11-23', validTo: '2026-11-23' } }),
    ).toEqual([])
    expect(codes({}, { plan: { ...plan, maxMinutesPerMonth: 5041 } })).toEqual([
      'planOverGrantedNow',
    ])
  })
  it('keeps the term: 20.11.2029 yes, 21.11.2029 no', () => {
    const start = { startDate: '2026-11-21', contractDate: '2026-11-21' }
    expect(codes({ ...start, endDate: '2029-11-20' })).toEqual([])
    expect(
      contractProblems({ ...input, ...start, endDate: '2029-11-21' }, ctx, null),
    ).toMatchObject([{ code: 'termTooLong', params: { latestDate: '2029-11-20', years: 3 } }])
    expect(codes({ startDate: '2026-11-20', endDate: '2029-11-19' })).toEqual([
      'startBeforeContract',
    ])
    expect(codes({}, { fundingEnd: '2028-12-31' })).toEqual(['termAfterFunding'])
  })
  it('asks the representative that the signature needs, with the document in force', () => {
    const guardian = {
      quality: 'guardian' as const,
      hasDocument: true,
      validFrom: '2020-01-01',
      validTo: null as string | null,
    }
    const signed = { signingMode: 'guardianFor' as const, representativeId: 'r1' }
    expect(codes(signed, { representative: guardian })).toEqual([])
    expect(codes(signed)).toEqual(['representativeMissing'])
    expect(codes(signed, { representative: { ...guardian, hasDocument: false } })).toEqual([
      'representativeDocumentMissing',
    ])
    expect(codes(signed, { representative: { ...guardian, quality: 'proxy' } })).toEqual([
      'representativeDoesNotFit',
    ])
    expect(codes(signed, { representative: { ...guardian, validTo: '2026-11-20' } })).toEqual([
      'representativeNotEntitled',
    ])
    expect(codes(signed, { representative: { ...guardian, validTo: '2026-11-21' } })).toEqual([])
    expect(
      codes(signed, { representative: { ...guardian, quality: 'parent', hasDocument: false } }),
    ).toEqual([])
  })
  it('runs beside no other contract for the service, the last day included', () => {
    const other = {
      id: 'c0',
      service: 'assistantSupport' as const,
      status: 'signed' as const,
      number: '31',
      startDate: '2023-11-24',
      endDate: '2026-11-22',
      endedOn: null as string | null,
    }
    expect(codes({}, { contracts: [other] })).toEqual([])
    expect(codes({}, { contracts: [{ ...other, endDate: '2026-11-23' }] })).toEqual([
      'contractOverlaps',
    ])
    expect(
      codes({}, { contracts: [{ ...other, status: 'annulled', endDate: '2026-11-23' }] }),
    ).toEqual([])
    expect(
      codes({}, { contracts: [{ ...other, status: 'terminated', endDate: '2026-11-23' }] }),
    ).toEqual(['contractOverlaps'])
    expect(
      contractProblems(input, { ...ctx, contracts: [{ ...other, endDate: '2026-11-23' }] }, 'c0'),
    ).toEqual([])
  })
  it('begins the day after the contract that still runs, or at once', () => {
    const known = (patch: Partial<ContractContext['contracts'][number]>) => ({
      id: 'c0',
      service: 'assistantSupport' as const,
      status: 'signed' as const,
      number: '31',
      startDate: '2025-12-01',
      endDate: '2026-11-30',
      endedOn: null as string | null,
      ...patch,
    })
    const free = (...contracts: ContractContext['contracts']) =>
      firstFreeDay('assistantSupport', contracts, '2026-11-21')
    expect(free()).toBe('2026-11-21')
    expect(free(known({}))).toBe('2026-12-01')
    expect(free(known({ endDate: '2026-11-20' }))).toBe('2026-11-21')
    expect(free(known({ status: 'terminated', endedOn: '2026-11-25' }))).toBe('2026-11-26')
    expect(free(known({ status: 'annulled' }))).toBe('2026-11-21')
    const next = { startDate: '2026-12-01', endDate: '2027-11-15' }
    expect(codes(next, { contracts: [known({})], applicationState: 'withContract' })).toEqual([])
    expect(codes({ ...next, startDate: '2026-11-30' }, { contracts: [known({})] })).toEqual([
      'contractOverlaps',
    ])
  })
  it('is not made for somebody who died, waits, or has double support', () => {
    expect(codes({}, { deathDate: '2026-11-20' })).toEqual(['personDied'])
    expect(codes({}, { applicationState: 'waiting' })).toEqual(['applicationNotApproved'])
    expect(codes({}, { doubleSupport: [{ code: 'doubleSupport' }] })).toEqual(['doubleSupport'])
  })
})
