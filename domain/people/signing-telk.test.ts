import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDayNumber } from '#domain/calendar/civil-date.ts'
import { composeEgn } from './ids.ts'
import { pensionAgeReachedOn } from './pension-age.ts'
import { checkRepresentative, signingOf } from './rules.ts'
import { representativeSchema, telkDecisionSchema } from './schema.ts'
import type { Capacity, RepresentativeData } from './schema.ts'
import { checkTelkDecision, hasAttendanceOn, telkInForceOn, telkStateOn } from './telk.ts'

const today = '2026-11-21'
const egn = composeEgn('1945-06-12', 926)
const representative = (over: Partial<RepresentativeData>): RepresentativeData =>
  representativeSchema.parse({
    kind: 'guardian',
    firstName: 'Анна',
    lastName: 'Георгиева',
    idNumber: composeEgn('1970-03-02', 927),
    documentKind: 'guardianshipCertificate',
    documentNumber: '12',
    ...over,
  })

describe('who signs', () => {
  const who = (
    capacity: Capacity,
    kinds: RepresentativeData['kind'][],
    over: { cannotSign?: boolean; birthDate?: string } = {},
  ) =>
    signingOf(
      { birthDate: over.birthDate ?? '1945-06-12', capacity, cannotSign: over.cannotSign ?? false },
      kinds.map((kind) => representative({ kind })),
      today,
    )
  test('a capable person alone, by proxy, by thumbprint', () => {
    expect(who('capable', [])).toEqual({ mode: 'person' })
    expect(who('capable', ['proxy'])).toMatchObject({
      mode: 'proxyFor',
      representative: { kind: 'proxy' },
    })
    expect(who('capable', [], { cannotSign: true })).toEqual({ mode: 'thumbprint' })
    expect(who('capable', ['guardian', 'curator'])).toEqual({ mode: 'person' })
  })
  test('запрещение: the guardian for, the curator with, a proxy never', () => {
    expect(who('fullInterdiction', ['guardian'])).toMatchObject({ mode: 'guardianFor' })
    expect(who('limitedInterdiction', ['curator'])).toMatchObject({ mode: 'curatorWith' })
    expect(who('fullInterdiction', ['proxy', 'curator', 'parent'])).toEqual({
      mode: 'cannotSign',
      problem: { code: 'guardianMissing' },
    })
    expect(who('limitedInterdiction', ['proxy'])).toEqual({
      mode: 'cannotSign',
      problem: { code: 'curatorMissing' },
    })
  })
  test('children', () => {
    const child = { birthDate: '2015-01-01' }
    expect(who('capable', ['parent'], child)).toMatchObject({ mode: 'guardianFor' })
    expect(who('capable', [], child)).toMatchObject({ problem: { code: 'parentMissing' } })
    expect(who('capable', ['parent'], { birthDate: '2010-01-01' })).toMatchObject({
      mode: 'curatorWith',
      representative: { kind: 'parent' },
    })
  })
  test('only a document valid on the day counts', () => {
    const proxy = representative({
      kind: 'proxy',
      validFrom: '2026-01-01',
      validUntil: '2026-11-20',
    })
    const p = { birthDate: '1945-06-12', capacity: 'capable' as const, cannotSign: false }
    expect(signingOf(p, [proxy], today)).toEqual({ mode: 'person' })
    expect(signingOf(p, [proxy], '2026-11-20').mode).toBe('proxyFor')
    expect(signingOf(p, [{ ...proxy, signsContracts: false }], '2026-11-20').mode).toBe('person')
  })
  test('checks of a representative', () => {
    const p = { birthDate: '1945-06-12', capacity: 'capable' as const, idNumber: egn }
    const codes = (over: Partial<RepresentativeData>) => {
      const { blocks, warnings } = checkRepresentative(representative(over), p, today)
      return [...blocks, ...warnings].map((x) => x.code)
    }
    expect(codes({ kind: 'proxy', scope: 'да подава документи' })).toEqual([])
    expect(codes({ kind: 'proxy' })).toEqual(['proxyScopeMissing'])
    expect(codes({ kind: 'guardian' })).toEqual(['representativeNotAsCapacity'])
    expect(codes({ kind: 'proxy', scope: 'x', idNumber: egn })).toEqual(['representativeIsPerson'])
    expect(codes({ kind: 'proxy', scope: 'x', idNumber: composeEgn('2010-01-01', 926) })).toEqual([
      'representativeUnderAge',
    ])
    expect(
      codes({ kind: 'proxy', scope: 'x', validFrom: '2026-02-01', validUntil: '2026-01-01' }),
    ).toEqual(['validUntilBeforeFrom'])
  })
})

describe('ТЕЛК', () => {
  const decision = (over: object = {}) =>
    telkDecisionSchema.parse({
      number: '1234',
      decidedOn: '2024-03-01',
      kind: 'workCapacity',
      percent: 92,
      attendance: true,
      validUntil: '2027-03-01',
      ...over,
    })
  const young = { birthDate: '1990-05-05', sex: 'female' as const }
  test('pension age by year and sex (КСО, чл. 68)', () => {
    // women 62 y 6 m in 2026, men 64 y 9 m
    expect(pensionAgeReachedOn('1964-05-10', 'female')).toBe('2026-11-10')
    expect(pensionAgeReachedOn('1962-02-10', 'male')).toBe('2026-11-10')
    expect(pensionAgeReachedOn('1972-06-10', 'female')).toBe('2037-06-10')
    expect(pensionAgeReachedOn('1945-06-12', 'male') < '2009-01-01').toBe(true)
  })
  test('pension age is reached once, between 60 and 65', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -18_000, max: 11_000 }).map(dateOfDayNumber),
        fc.constantFrom('male' as const, 'female' as const),
        (birth, sex) => {
          const on = pensionAgeReachedOn(birth, sex)
          expect(on >= `${String(Number(birth.slice(0, 4)) + 60)}${birth.slice(4)}`).toBe(true)
          expect(on <= `${String(Number(birth.slice(0, 4)) + 65)}-12-31`).toBe(true)
        },
      ),
    )
  })
  test('states', () => {
    expect(telkStateOn(decision(), young, today)).toEqual({
      state: 'valid',
      until: '2027-03-01',
      daysLeft: 100,
    })
    expect(telkStateOn(decision(), young, '2027-02-01')).toMatchObject({
      state: 'expiring',
      daysLeft: 28,
    })
    expect(telkStateOn(decision(), young, '2027-03-01')).toMatchObject({
      state: 'expiring',
      daysLeft: 0,
    })
    expect(telkStateOn(decision(), young, '2027-03-02')).toMatchObject({ state: 'expired' })
    expect(telkStateOn(decision({ lifetime: true, validUntil: null }), young, today)).toEqual({
      state: 'lifetime',
    })
  })
  test('lifetime by law: pension age within the term or before the decision (ЗХУ, чл. 26, ал. 3)', () => {
    const old = { birthDate: '1945-06-12', sex: 'male' as const }
    expect(telkStateOn(decision(), old, '2030-01-01')).toEqual({
      state: 'lifetimeByLaw',
      since: '2024-03-01',
    })
    const within = { birthDate: '1964-05-10', sex: 'female' as const }
    expect(telkStateOn(decision(), within, '2026-11-09').state).toBe('valid')
    expect(telkStateOn(decision(), within, '2026-11-10')).toEqual({
      state: 'lifetimeByLaw',
      since: '2026-11-10',
    })
    // reached only after the term had ended: the term counts
    expect(telkStateOn(decision({ validUntil: '2026-11-01' }), within, today).state).toBe('expired')
  })
  test('which decision counts, and whether it gives help by another person', () => {
    const first = decision({ number: '1', decidedOn: '2020-01-01' })
    const second = decision({ number: '2', decidedOn: '2025-01-01' })
    const appealed = decision({ number: '3', decidedOn: '2026-01-01', inForce: false })
    expect(telkInForceOn([first, appealed, second], today)?.number).toBe('2')
    expect(telkInForceOn([first, second], '2024-01-01')?.number).toBe('1')
    expect(telkInForceOn([first], '2019-01-01')).toBeUndefined()
    // Two of one day: the one entered later, in whatever order they are read.
    const [earlier, later] = [
      { ...second, id: 'a' },
      { ...second, id: 'b' },
    ]
    expect(telkInForceOn([earlier, later], today)?.id).toBe('b')
    expect(telkInForceOn([later, earlier], today)?.id).toBe('b')
    expect(hasAttendanceOn(decision({ attendance: false }), young, today)).toBe(false)
    expect(hasAttendanceOn(decision({ attendanceUntil: '2026-11-20' }), young, today)).toBe(false)
    expect(hasAttendanceOn(decision(), young, '2027-03-02')).toBe(false)
    expect(hasAttendanceOn(decision({ attendanceLifetime: true }), young, '2027-03-02')).toBe(true)
  })
  test('checks', () => {
    const codes = (over: object) => {
      const r = checkTelkDecision(decision(over), young, today)
      return r.ok ? [] : r.problems.map((p) => p.code)
    }
    expect(codes({})).toEqual([])
    expect(codes({ decidedOn: '2026-12-01' })).toEqual(['telkInFuture'])
    expect(codes({ validUntil: null })).toEqual(['telkTermRequired'])
    expect(codes({ lifetime: true })).toEqual(['telkTermTwice'])
    expect(codes({ validUntil: '2024-03-01' })).toEqual(['validUntilBeforeIssue'])
  })
  test('fields', () => {
    const codes = (over: object) => {
      const r = telkDecisionSchema.safeParse({ ...decision(), ...over })
      return r.success ? [] : r.error.issues.map((i) => i.message)
    }
    expect(codes({ percent: 70.99 })).toEqual([])
    expect(codes({ percent: 70.991 })).toEqual(['percentDecimals'])
    expect(codes({ percent: 101 })).toEqual(['percentRange'])
    expect(codes({ icd10: 'ж10' })).toEqual(['icd10Format'])
    expect(telkDecisionSchema.parse({ ...decision(), icd10: 'м10.2' }).icd10).toBe('M10.2')
  })
})
