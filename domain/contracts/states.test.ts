import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/civil-date.ts'
import { contractStatusOn, inForceOn } from './days.ts'
import type { SigningMode } from '../papers/parties.ts'
import { signingModeProblem } from './rules.ts'
import { contractStatuses } from './schema.ts'
import type { ContractStatus, ShownContractStatus } from './schema.ts'
import { contractTransition, freedMinutes, lastSignature } from './states.ts'
import type { ContractEvent, ContractStateFacts } from './states.ts'
import { codes, input } from './testing/sample.ts'

describe('states of a contract', () => {
  const facts: ContractStateFacts = {
    today: '2026-11-30',
    contractDate: '2026-11-21',
    startDate: '2026-11-23',
    endDate: '2029-11-22',
    deathDate: null,
    signedOn: '2026-11-22',
    suspendedFrom: null,
    hasReportedHours: false,
    minReasonLength: 10,
    problems: [],
  }
  const go = (
    status: Parameters<typeof contractTransition>[0],
    event: ContractEvent,
    patch: Partial<ContractStateFacts> = {},
  ) => {
    const result = contractTransition(status, event, { ...facts, ...patch })
    return result.ok ? result.status : result.problems.map((problem) => problem.code)
  }
  it('goes from draft to signed', () => {
    expect(go('draft', { kind: 'issue' })).toBe('issued')
    expect(go('draft', { kind: 'issue' }, { problems: [{ code: 'termTooLong' }] })).toEqual([
      'termTooLong',
    ])
    expect(go('issued', { kind: 'sendOut' })).toBe('outForSignature')
    expect(
      go('outForSignature', {
        kind: 'markSigned',
        personSignedOn: '2026-11-24',
        providerSignedOn: null,
      }),
    ).toBe('signed')
    expect(
      go('outForSignature', {
        kind: 'markSigned',
        personSignedOn: '2026-12-01',
        providerSignedOn: null,
      }),
    ).toEqual(['dateInFuture'])
    expect(
      go('outForSignature', {
        kind: 'markSigned',
        personSignedOn: '2026-11-20',
        providerSignedOn: null,
      }),
    ).toEqual(['signedBeforeContract'])
    expect(
      go('draft', { kind: 'markSigned', personSignedOn: '2026-11-24', providerSignedOn: null }),
    ).toEqual(['eventNotAllowed'])
  })
  it('is signed by neither side after the death or after its last day', () => {
    const sign = (
      personSignedOn: string,
      providerSignedOn: string | null,
      patch: Partial<ContractStateFacts>,
    ) => {
      const event = { kind: 'markSigned', personSignedOn, providerSignedOn } as const
      const result = contractTransition('outForSignature', event, { ...facts, ...patch })
      return result.ok ? [] : result.problems.map(({ code, path }) => [code, path?.[0]])
    }
    const died = { deathDate: '2026-11-24' }
    expect(sign('2026-11-24', '2026-11-24', died)).toEqual([])
    expect(sign('2026-11-24', '2026-11-25', died)).toEqual([
      ['signedAfterDeath', 'providerSignedOn'],
    ])
    expect(sign('2026-11-25', null, died)).toEqual([['signedAfterDeath', 'personSignedOn']])
    const short = { endDate: '2026-11-26' }
    expect(sign('2026-11-26', '2026-11-26', short)).toEqual([])
    expect(sign('2026-11-26', '2026-11-27', short)).toEqual([
      ['signedAfterEnd', 'providerSignedOn'],
    ])
    expect(sign('2026-11-27', '2026-11-28', short)).toEqual([
      ['signedAfterEnd', 'personSignedOn'],
      ['signedAfterEnd', 'providerSignedOn'],
    ])
  })
  it('annuls a wrongly issued one with a reason, never one with reported hours', () => {
    const annul = { kind: 'annul', reason: 'Издаден на друго лице.' } as const
    expect(go('issued', annul)).toBe('annulled')
    expect(go('signed', annul)).toBe('annulled')
    expect(go('issued', { kind: 'annul', reason: ' ' })).toEqual(['reasonTooShort'])
    expect(go('signed', annul, { hasReportedHours: true })).toEqual(['contractHasHours'])
    expect(go('draft', annul)).toEqual(['eventNotAllowed'])
    expect(go('annulled', { kind: 'issue' })).toEqual(['eventNotAllowed'])
  })
  it('ends inside its term, on a chosen ground; death ends it on the day of death', () => {
    const end = (ground: 'personRequest' | 'death', onDate: string, reason = 'Писмено искане') =>
      ({ kind: 'terminate', ground, onDate, reason }) as const
    expect(go('signed', end('personRequest', '2026-12-31'))).toBe('terminated')
    expect(go('signed', end('personRequest', '2029-11-23'))).toEqual(['endOutsideContract'])
    expect(go('signed', end('personRequest', '2026-11-21'))).toEqual(['endOutsideContract'])
    expect(go('signed', end('death', '2026-11-22', ''))).toEqual(['deathDateMissing'])
    expect(go('signed', end('death', '2026-11-22', ''), { deathDate: '2026-11-22' })).toBe(
      'terminated',
    )
    expect(go('suspended', end('death', '2026-11-25', ''), { deathDate: '2026-11-26' })).toEqual([
      'endsOnDeath',
    ])
  })
  it('is ended before its first day too, but not before it was signed', () => {
    const end = (onDate: string) =>
      ({ kind: 'terminate', ground: 'personRequest', onDate, reason: 'Писмено искане' }) as const
    expect(go('signed', end('2026-11-22'))).toBe('terminated')
    for (const status of ['issued', 'outForSignature'] as const)
      expect(go(status, end('2026-11-24'))).toEqual(['endOfUnsigned'])
  })
  it('by death is ended only where it was agreed by then and had not run out', () => {
    const died = (deathDate: string) =>
      go(
        'signed',
        { kind: 'terminate', ground: 'death', onDate: deathDate, reason: '' },
        { deathDate },
      )
    expect(died('2026-11-20')).toEqual(['diedBeforeSigning'])
    expect(died('2026-11-21')).toEqual(['diedBeforeSigning'])
    expect(died('2026-11-22')).toBe('terminated')
    expect(died('2029-11-22')).toBe('terminated')
    expect(died('2029-11-23')).toEqual(['diedAfterEnd'])
  })
  it('is shown as in force from its first to its last day', () => {
    const { startDate, endDate } = facts
    const on = (
      date: string,
      status: ContractStatus = 'signed',
      annexes = 0,
      endedOn: string | null = null,
    ) => contractStatusOn({ status, startDate, endDate, annexes, endedOn }, date)
    expect(on('2026-11-22')).toBe('signed')
    expect(on('2026-11-23')).toBe('inForce')
    expect(on('2029-11-22')).toBe('inForce')
    expect(on('2029-11-23')).toBe('expired')
    expect(on('2026-12-01', 'signed', 1)).toBe('annexed')
    expect(on('2027-01-30', 'terminated', 0, '2027-01-31')).toBe('ending')
    expect(freedMinutes('inForce', 5040)).toBe(5040)
    expect(freedMinutes('issued', 5040)).toBe(0)
    expect(freedMinutes('expired', 5040)).toBe(0)
  })
})

describe('„в сила“ by day', () => {
  const term = { startDate: '2026-11-23', endDate: '2029-11-22', annexes: 0 }
  it('counts the last day of a terminated contract, and no day after it', () => {
    const ended = { ...term, status: 'terminated' as const, endedOn: '2027-01-31' }
    expect(contractStatusOn(ended, '2027-01-31')).toBe('ending')
    expect(inForceOn(ended, '2027-01-31')).toBe(true)
    expect(contractStatusOn(ended, '2027-02-01')).toBe('terminated')
    expect(inForceOn(ended, '2027-02-01')).toBe(false)
  })
  it('is shown so exactly on the days on which it is so', () => {
    const runs: readonly ShownContractStatus[] = ['inForce', 'annexed', 'suspended', 'ending']
    fc.assert(
      fc.property(
        fc.constantFrom(...contractStatuses),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 0, max: 1095 }),
        fc.constantFrom(0, 1),
        (status, day, last, annexes) => {
          const date = addDays(term.startDate, day)
          const endedOn = status === 'terminated' ? addDays(term.startDate, last) : null
          const contract = { ...term, status, endedOn, annexes }
          expect(runs.includes(contractStatusOn(contract, date))).toBe(inForceOn(contract, date))
        },
      ),
    )
  })
  it('has no day for what was ended before its first one', () => {
    const early = { ...term, status: 'terminated' as const, endedOn: '2026-11-20' }
    expect(contractStatusOn(early, '2026-11-19')).toBe('terminated')
    expect(codes({}, { contracts: [{ ...input, ...early, id: 'c0', number: '31' }] })).toEqual([])
  })
})

describe('the way of signing', () => {
  const fits = (expected: SigningMode, mode: SigningMode, withRepresentative = false) =>
    signingModeProblem(expected, { mode, withRepresentative }) === undefined
  it('never lets somebody under guardianship or curatorship sign alone', () => {
    expect(fits('guardianFor', 'person')).toBe(false)
    expect(fits('guardianFor', 'proxyFor', true)).toBe(false)
    expect(fits('guardianFor', 'guardianFor', true)).toBe(true)
    expect(fits('curatorWith', 'person')).toBe(false)
    expect(fits('curatorWith', 'thumbprint')).toBe(false)
    expect(fits('curatorWith', 'thumbprint', true)).toBe(true)
  })
  it('leaves the choice to who acts alone', () => {
    for (const mode of ['person', 'proxyFor', 'thumbprint'] as const)
      expect(fits('person', mode)).toBe(true)
    expect(fits('thumbprint', 'guardianFor', true)).toBe(false)
  })
})

describe('the day of the signed contract', () => {
  it('is the later signature; a side without a date does not count', () => {
    expect(lastSignature({ personSignedOn: '2026-11-23', providerSignedOn: null })).toBe(
      '2026-11-23',
    )
    expect(lastSignature({ personSignedOn: '2026-11-23', providerSignedOn: '2026-11-24' })).toBe(
      '2026-11-24',
    )
  })
})
