import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, lastDayOfTerm } from '#domain/calendar/civil-date.ts'
import { limitsOn } from '#domain/regimes/rules.ts'
import { applicationStateOn, contractStatusOn, inForceOn } from './days.ts'
import { nextStepOf } from './path.ts'
import type { CaseFacts } from './path.ts'
import type { SigningMode } from '../papers/parties.ts'
import { contractProblems, signingModeProblem } from './rules.ts'
import type { ContractContext } from './rules.ts'
import { contractInputSchema, contractStatuses } from './schema.ts'
import type { ContractInput, ContractStatus, ShownContractStatus } from './schema.ts'
import { contractTransition, freedMinutes, lastSignature } from './states.ts'
import type { ContractEvent, ContractStateFacts } from './states.ts'
import { endOfTermKind, lastDayOfMonths, latestEnd, termKindOf } from './term.ts'

const limits = limitsOn('assistantSupport', '2026-11-21', [])!

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

const input: ContractInput = contractInputSchema.parse({
  applicationId: 'a1',
  assessmentId: 's1',
  planId: 'n1',
  service: 'assistantSupport',
  contractDate: '2026-11-21',
  startDate: '2026-11-23',
  endDate: '2029-11-22',
  place: 'гр. Примерна',
  placeOfService: 'в дома на лицето и извън него',
  representativeId: null,
  signingMode: 'person',
  witnesses: [],
  assistants: [],
  caseManagerName: 'Галина Димитрова',
  caseManagerPosition: 'социален работник',
  caseManagerPhone: '',
  feeMonthlyCents: 0,
  feeBasisText: 'Не се дължи такса.',
  copies: 2,
  accountantSigns: false,
})
const ctx: ContractContext = {
  personId: 'p1',
  deathDate: null,
  applicationState: 'approved',
  assessment: {
    status: 'approved',
    approvedOn: '2026-11-13',
    grantedMinutes: 5040,
    isLatest: true,
  },
  plan: {
    status: 'approved',
    approvedOn: '2026-11-16',
    assessmentId: 's1',
    validFrom: '2026-11-16',
    validTo: '2027-11-15',
    maxMinutesPerMonth: 5000,
  },
  representative: null,
  contracts: [],
  limits,
  doubleSupport: [],
  fundingEnd: null,
}
const codes = (patch: Partial<ContractInput>, context: Partial<ContractContext> = {}) =>
  contractProblems({ ...input, ...patch }, { ...ctx, ...context }, null).map((p) => p.code)

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
  it('is not made for somebody who died, waits, or has double support', () => {
    expect(codes({}, { deathDate: '2026-11-20' })).toEqual(['personDied'])
    expect(codes({}, { applicationState: 'waiting' })).toEqual(['applicationNotApproved'])
    expect(codes({}, { doubleSupport: [{ code: 'doubleSupport' }] })).toEqual(['doubleSupport'])
  })
})

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

describe('the path of a dossier', () => {
  const nothing: CaseFacts = {
    application: null,
    assessment: null,
    plan: null,
    contract: null,
    deathDate: null,
  }
  const walk: [Partial<CaseFacts>, string, string | null][] = [
    [{}, 'notBegun notBegun notBegun notBegun', 'takeApplication'],
    [
      { application: { id: 'a', state: 'incomplete' } },
      'incomplete notBegun notBegun notBegun',
      'completeDocuments',
    ],
    [
      { application: { id: 'a', state: 'registered' } },
      'incomplete notBegun notBegun notBegun',
      'admitApplication',
    ],
    [
      { application: { id: 'a', state: 'admitted' } },
      'done notBegun notBegun notBegun',
      'startAssessment',
    ],
    [
      {
        application: { id: 'a', state: 'forAssessment' },
        assessment: { id: 's', status: 'draft' },
      },
      'done incomplete notBegun notBegun',
      'continueAssessment',
    ],
    [
      { application: { id: 'a', state: 'assessed' }, assessment: { id: 's', status: 'finished' } },
      'done incomplete notBegun notBegun',
      'approveAssessment',
    ],
    [
      { application: { id: 'a', state: 'approved' }, assessment: { id: 's', status: 'approved' } },
      'done done notBegun notBegun',
      'makePlan',
    ],
    [
      { plan: { id: 'n', status: 'draft', ended: false } },
      'done done incomplete notBegun',
      'continuePlan',
    ],
    [
      { plan: { id: 'n', status: 'ready', ended: false } },
      'done done incomplete notBegun',
      'approvePlan',
    ],
    [
      { plan: { id: 'n', status: 'approved', ended: false } },
      'done done done notBegun',
      'prepareContract',
    ],
    [{ contract: { id: 'c', status: 'draft' } }, 'done done done incomplete', 'issueContract'],
    [{ contract: { id: 'c', status: 'issued' } }, 'done done done incomplete', 'sendContractOut'],
    [
      { contract: { id: 'c', status: 'outForSignature' } },
      'done done done incomplete',
      'markContractSigned',
    ],
    [{ contract: { id: 'c', status: 'annulled' } }, 'done done done notBegun', 'prepareContract'],
    [
      { contract: { id: 'c', status: 'inForce' }, application: { id: 'a', state: 'withContract' } },
      'done done done done',
      null,
    ],
    [{ deathDate: '2026-11-20' }, 'done done done done', 'terminateContract'],
    [
      { contract: { id: 'c', status: 'terminated' }, application: { id: 'a', state: 'closed' } },
      'done done done done',
      null,
    ],
  ]
  it('says at each step what is done and what comes next', () => {
    let facts = nothing
    for (const [patch, states, action] of walk) {
      facts = { ...facts, ...patch }
      const path = nextStepOf(facts)
      expect(path.steps.map((step) => step.state).join(' ')).toBe(states)
      expect(path.action?.code ?? null).toBe(action)
    }
  })
  it('leads from a contract that ran out to the next one, and is not green any more', () => {
    const ranOut: CaseFacts = {
      application: { id: 'a', state: applicationStateOn('withContract', ['expired']) },
      assessment: { id: 's', status: 'approved' },
      plan: { id: 'n', status: 'signed', ended: true },
      contract: { id: 'c', status: 'expired' },
      deathDate: null,
    }
    const next = (patch: Partial<CaseFacts>) => nextStepOf({ ...ranOut, ...patch }).action
    expect(
      nextStepOf(ranOut)
        .steps.map((step) => step.state)
        .join(' '),
    ).toBe('over done over over')
    expect(next({})).toEqual({ code: 'renewContract', id: 'c' })
    expect(next({ assessment: { id: 's2', status: 'draft' } })?.code).toBe('continueAssessment')
    expect(next({ assessment: { id: 's2', status: 'finished' } })?.code).toBe('approveAssessment')
    expect(next({ plan: { id: 'n2', status: 'draft', ended: false } })?.code).toBe('continuePlan')
    expect(next({ plan: { id: 'n2', status: 'ready', ended: false } })?.code).toBe('approvePlan')
    expect(next({ plan: { id: 'n2', status: 'approved', ended: false } })?.code).toBe(
      'renewContract',
    )
    expect(next({ deathDate: '2026-11-20' })).toEqual({ code: 'closeApplication', id: 'a' })
  })
  it('is „С договор“ as long as something runs, begins or is being made', () => {
    const on = (...contracts: ShownContractStatus[]) =>
      applicationStateOn('withContract', contracts)
    for (const alive of [
      'draft',
      'issued',
      'outForSignature',
      'signed',
      'inForce',
      'ending',
    ] as const)
      expect(on('expired', alive)).toBe('withContract')
    expect(on('expired')).toBe('contractExpired')
    expect(on('terminated', 'annulled', 'expired')).toBe('contractExpired')
    expect(on()).toBe('withContract')
    expect(applicationStateOn('approved', ['expired'])).toBe('approved')
  })
  it('needs nothing more after a refusal or a death on the way', () => {
    const refused = nextStepOf({ ...nothing, application: { id: 'a', state: 'notAdmitted' } })
    expect(refused.steps.map((step) => step.state)).toEqual([
      'done',
      'notNeeded',
      'notNeeded',
      'notNeeded',
    ])
    expect(refused.action?.code).toBe('closeApplication')
    const died = nextStepOf({
      ...nothing,
      application: { id: 'a', state: 'forAssessment' },
      assessment: { id: 's', status: 'draft' },
      deathDate: '2026-11-20',
    })
    expect(died.steps.map((step) => step.state)).toEqual([
      'done',
      'notNeeded',
      'notNeeded',
      'notNeeded',
    ])
    expect(died.action).toEqual({ code: 'recordDeath', id: 'a' })
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
