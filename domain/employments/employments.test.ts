import { describe, expect, test } from 'vitest'
import { shippedGrounds } from './grounds-data.ts'
import { shippedPositions } from './positions-data.ts'
import { catalogueInputSchema, isOffered } from './catalogue.ts'
import {
  agreedEnd,
  employmentStatusOn,
  inForceOn,
  probationEnd,
  termsOn,
  type DatedAnnex,
} from './days.ts'
import { annexProblems } from './annexes.ts'
import { noticeDue } from './notices.ts'
import {
  employmentProblems,
  employmentWarnings,
  inputOfKind,
  proposedHourCents,
  type EmploymentContext,
  type OtherEmployment,
} from './rules.ts'
import { employmentInputSchema, type EmploymentForm, type EmploymentInput } from './schema.ts'

const form: EmploymentForm = {
  kind: 'labour',
  positionId: 'personalAssistant',
  legalGround: 'permanent',
  contractDate: '2026-11-16',
  startDate: '2026-11-17',
  minutesPerDay: 240,
  averagingMonths: 3,
  otherMinutesPerDay: 0,
  basePayCents: 524,
  payUnit: 'hour',
  leaveDays: 20,
  noticeDays: 30,
  placeOfWork: 'домовете на лицата, за които е определен асистентът',
  place: 'гр. Примерна',
  copies: 2,
  accountantSigns: true,
}
const input = (own: Partial<EmploymentForm> = {}): EmploymentInput =>
  employmentInputSchema.parse({ ...form, ...own })
const codes = (own: Partial<EmploymentForm>) => {
  const read = employmentInputSchema.safeParse({ ...form, ...own })
  return read.success
    ? []
    : read.error.issues.map(({ message, path }) => `${path.join('.')}: ${message}`)
}

const position = shippedPositions.find(({ id }) => id === 'personalAssistant')!
const ctx: EmploymentContext = {
  birthDate: '1985-02-03',
  deathDate: null,
  position,
  others: [],
  limits: {
    minAge: 18,
    dayMinutes: 480,
    togetherMinutes: 576,
    averagingMonths: 4,
    probationMonths: 6,
    fixedTermYears: 3,
    minHourCents: 374,
    minMonthCents: 62020,
  },
}
const annex = (own: Partial<DatedAnnex>): DatedAnnex => ({
  annexDate: '2026-12-01',
  fromDate: '2026-12-01',
  minutesPerDay: null,
  basePayCents: null,
  payUnit: null,
  programme: null,
  placeOfWork: null,
  endDate: null,
  status: 'signed',
  ...own,
})
const other = (own: Partial<OtherEmployment> = {}): OtherEmployment => ({
  id: 'other',
  kind: 'labour',
  number: 'ЕК-1',
  status: 'signed',
  startDate: '2026-01-01',
  lastDay: null,
  terms: input({ minutesPerDay: 360 }),
  annexes: [],
  ...own,
})
const found = (one: EmploymentInput, own: Partial<EmploymentContext> = {}) =>
  employmentProblems(one, { ...ctx, ...own }, null).map(
    ({ code, path }) => `${String(path?.[0] ?? '')}: ${code}`,
  )

describe('the form', () => {
  test('asks what its kind and ground need, at the field', () => {
    expect(codes({})).toEqual([])
    expect(codes({ legalGround: 'fixedTerm' })).toEqual(['endDate: employmentEndMissing'])
    expect(codes({ endDate: '2027-01-01' })).toEqual(['endDate: employmentEndNotAsked'])
    expect(codes({ legalGround: 'untilDone' })).toEqual(['task: employmentTaskMissing'])
    expect(codes({ minutesPerDay: null, leaveDays: null, noticeDays: null })).toEqual([
      'minutesPerDay: required',
      'leaveDays: required',
      'noticeDays: required',
    ])
    expect(codes({ payUnit: 'whole' })).toEqual(['payUnit: employmentPayUnit'])
    expect(codes({ legalGround: 'mandate' })).toEqual(['legalGround: employmentGroundOtherKind'])
  })

  test('a civil contract has no working time, and has its task', () => {
    const civil = { kind: 'civil', legalGround: 'work', payUnit: 'whole' } as const
    const none = { minutesPerDay: null, leaveDays: null, noticeDays: null }
    expect(codes({ ...civil, ...none, task: 'Две групови супервизии' })).toEqual([])
    expect(codes({ ...civil, ...none, task: ' ' })).toEqual(['task: employmentTaskMissing'])
  })

  test('takes its own output again unchanged', () => {
    const once = input({ task: '', programme: ' Програма „Пример“ ' })
    expect(once).toMatchObject({ task: null, programme: 'Програма „Пример“' })
    expect(employmentInputSchema.parse(once)).toEqual(once)
  })
})

test('what the kind does not ask for is not kept', () => {
  const none = { minutesPerDay: null, leaveDays: null, noticeDays: null, averagingMonths: null }
  const civil = input({ kind: 'civil', legalGround: 'work', task: 'Супервизия', payUnit: 'whole' })
  expect(inputOfKind(civil)).toMatchObject({ ...none, otherMinutesPerDay: 0, task: 'Супервизия' })
  expect(inputOfKind(input({ task: 'остатък' })).task).toBeNull()
  expect(inputOfKind(input())).toEqual(input())
})

describe('what stands before „Издай“', () => {
  test('nothing, where all is in order', () => {
    expect(found(input())).toEqual([])
  })

  test('a day longer than the law knows, under one contract and under two', () => {
    expect(found(input({ minutesPerDay: 540 }))).toEqual(['minutesPerDay: employmentDayOver'])
    const second = input({ legalGround: 'sameEmployer', minutesPerDay: 216 })
    expect(found(second, { others: [other()] })).toEqual([])
    const longer = input({ legalGround: 'sameEmployer', minutesPerDay: 217 })
    expect(found(longer, { others: [other()] })).toEqual(['minutesPerDay: employmentsOverDay'])
  })

  test('an annex of the other contract that makes it longer later counts too', () => {
    const grows = other({ annexes: [annex({ fromDate: '2027-06-01', minutesPerDay: 480 })] })
    const second = input({ legalGround: 'sameEmployer', minutesPerDay: 120 })
    expect(found(second, { others: [grows] })).toEqual(['minutesPerDay: employmentsOverDay'])
  })

  test('hours declared elsewhere are hours of the same day', () => {
    const declared = input({ minutesPerDay: 240, otherMinutesPerDay: 480 })
    expect(found(declared)).toEqual(['minutesPerDay: employmentsOverDayElsewhere'])
  })

  test('a second labour contract says by which article it stands beside the first', () => {
    expect(found(input({ minutesPerDay: 120 }), { others: [other()] })).toEqual([
      'legalGround: employmentSecondGround',
    ])
    for (const status of ['draft', 'annulled'] as const)
      expect(found(input(), { others: [other({ status })] })).toEqual([])
    expect(found(input(), { others: [other({ lastDay: '2026-11-16' })] })).toEqual([])
    expect(found(input(), { others: [other({ kind: 'civil' })] })).toEqual([])
  })

  test('age, death, position, term, averaging, probation and pay, each at its field', () => {
    expect(found(input(), { birthDate: '2009-01-01' })).toEqual(['startDate: employeeTooYoung'])
    expect(found(input(), { deathDate: '2026-11-01' })).toEqual([': personDied'])
    expect(found(input(), { position: null })).toEqual(['positionId: positionNotOffered'])
    const fixed = { legalGround: 'fixedTerm' } as const
    expect(found(input({ ...fixed, endDate: '2029-11-16' }))).toEqual([])
    expect(found(input({ ...fixed, endDate: '2029-11-17' }))).toEqual(['endDate: fixedTermTooLong'])
    expect(found(input({ averagingMonths: 6 }))).toEqual(['averagingMonths: averagingTooLong'])
    expect(found(input({ probationMonths: 7 }))).toEqual(['probationMonths: probationTooLong'])
    expect(found(input({ basePayCents: 373 }))).toEqual(['basePayCents: payUnderMinimum'])
    const half = { payUnit: 'month', minutesPerDay: 240 } as const
    expect(found(input({ ...half, basePayCents: 31010 }))).toEqual([])
    expect(found(input({ ...half, basePayCents: 31009 }))).toEqual([
      'basePayCents: payUnderMinimum',
    ])
  })

  test('a code that is not known and a project that ends earlier are said and stop nothing', () => {
    const mediator = shippedPositions.find(({ id }) => id === 'mediator')!
    expect(
      employmentWarnings(input(), { position: mediator, fundingEnd: '2027-01-31' }).map(
        ({ code }) => code,
      ),
    ).toEqual(['positionWithoutCode', 'employmentAfterProject'])
    expect(employmentWarnings(input(), { position, fundingEnd: null })).toEqual([])
  })
})

describe('days', () => {
  const days = { status: 'signed', startDate: '2026-11-17', lastDay: '2027-11-16' } as const

  test('a probation ends the day before its months are over, and not at all in a contract that ends no later', () => {
    const six = { ...days, probationMonths: 6 }
    expect(probationEnd(six)).toBe('2027-05-16')
    expect(probationEnd({ ...six, lastDay: '2027-05-16' })).toBeNull()
    expect(probationEnd({ ...six, lastDay: '2027-05-17' })).toBe('2027-05-16')
    expect(probationEnd({ ...six, probationMonths: null })).toBeNull()
  })

  test('it is in force from the first to the last day, without an end for good', () => {
    expect(inForceOn(days, '2026-11-16')).toBe(false)
    expect(inForceOn(days, '2026-11-17')).toBe(true)
    expect(inForceOn(days, '2027-11-16')).toBe(true)
    expect(inForceOn(days, '2027-11-17')).toBe(false)
    expect(inForceOn({ ...days, lastDay: null }, '2060-01-01')).toBe(true)
    expect(employmentStatusOn(days, '2027-11-17')).toBe('expired')
    expect(employmentStatusOn({ ...days, status: 'ended' }, '2027-11-16')).toBe('ending')
    expect(employmentStatusOn({ ...days, status: 'ended' }, '2027-11-17')).toBe('ended')
    expect(
      employmentStatusOn({ ...days, status: 'ended', lastDay: '2026-11-16' }, '2026-11-01'),
    ).toBe('ended')
    expect(employmentStatusOn(days, '2026-11-16')).toBe('signed')
  })

  test('what is in force follows from the signed annexes that have begun', () => {
    const annexes = [
      annex({ fromDate: '2027-03-01', minutesPerDay: 480, endDate: '2028-01-31' }),
      annex({ fromDate: '2027-01-01', basePayCents: 600 }),
      annex({ fromDate: '2027-01-01', minutesPerDay: 60, status: 'issued' }),
    ]
    const terms = input()
    expect(termsOn(terms, annexes, '2026-12-31')).toMatchObject({
      minutesPerDay: 240,
      basePayCents: 524,
    })
    expect(termsOn(terms, annexes, '2027-01-01')).toMatchObject({
      minutesPerDay: 240,
      basePayCents: 600,
    })
    expect(termsOn(terms, annexes, '2027-03-01')).toMatchObject({
      minutesPerDay: 480,
      basePayCents: 600,
    })
    expect(agreedEnd(terms, annexes)).toBe('2028-01-31')
  })

  test('НАП is told three working days after a beginning, seven days after an end', () => {
    const terms = { beginWorkingDays: 3, endDays: 7, ownDays: [] }
    // A Thursday: Friday, Monday, Tuesday.
    expect(noticeDue('begin', '2026-11-19', terms)).toBe('2026-11-24')
    expect(noticeDue('end', '2026-11-19', terms)).toBe('2026-11-26')
    // Seven days later is a Sunday.
    expect(noticeDue('end', '2026-11-15', terms)).toBe('2026-11-23')
  })

  test('the hour of an assistant is the least hour times the coefficient, never below it', () => {
    expect(proposedHourCents(374, 140)).toBe(524)
    expect(proposedHourCents(375, 140)).toBe(525)
  })
})

describe('an annex', () => {
  const employment = {
    ...{ id: 'own', kind: 'labour' as const, signedOn: '2026-11-16', otherMinutesPerDay: 0 },
    ...{ status: 'signed' as const, startDate: '2026-11-17', lastDay: null },
    ...{ terms: input(), annexes: [] },
  }
  const judged = (
    own: Partial<DatedAnnex>,
    of: Partial<typeof employment> = {},
    others: OtherEmployment[] = [],
  ) =>
    annexProblems(annex(own), { ...employment, ...of }, others, ctx.limits).map(({ code }) => code)

  test('changes something, from a day of the contract on', () => {
    expect(judged({ minutesPerDay: 480 })).toEqual([])
    expect(judged({})).toEqual(['annexChangesNothing'])
    expect(judged({ minutesPerDay: 480, fromDate: '2026-11-30' })).toEqual(['annexFromEarlier'])
    expect(judged({ minutesPerDay: 480, annexDate: '2026-11-15' })).toEqual(['annexBeforeContract'])
    expect(judged({ endDate: '2026-11-30' })).toEqual(['endBeforeStart'])
    expect(judged({ minutesPerDay: 240 }, { status: 'suspended' as never })).toEqual([
      'annexOfUnsigned',
    ])
  })

  test('keeps the day of the person and the least pay', () => {
    expect(judged({ minutesPerDay: 300 }, {}, [other()])).toEqual(['employmentsOverDay'])
    expect(judged({ basePayCents: 300 })).toEqual(['payUnderMinimum'])
  })
})

describe('the catalogue that comes with the program', () => {
  test('is what the office could have typed, each row under a name of its own', () => {
    const rows = [...shippedPositions, ...shippedGrounds]
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    for (const { id, certainty, ...row } of rows) {
      expect(catalogueInputSchema.parse(row), id).toEqual(row)
      expect(certainty, `${id} is not called certain`).not.toBe('V')
    }
  })

  test('offers a row for its kind, until its last day', () => {
    const consent = shippedGrounds[0]!
    expect(isOffered(consent, 'labour', '2026-11-16')).toBe(true)
    expect(isOffered(consent, 'civil', '2026-11-16')).toBe(false)
    expect(isOffered({ ...consent, validTo: '2026-11-15' }, 'labour', '2026-11-16')).toBe(false)
  })
})
