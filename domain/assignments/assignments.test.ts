import { describe, expect, test } from 'vitest'
import { assignmentStateOn, helpOn, helpTogether } from './days.ts'
import {
  assignmentProblems,
  choiceProblems,
  endProblems,
  keyProblems,
  keyReturnProblems,
  mostTogether,
  substitutionLeft,
  wishIsHonoured,
  type AssignmentContext,
  type OtherAssignment,
} from './rules.ts'
import type { AssignmentInput, ChoiceInput } from './schema.ts'

const input: AssignmentInput = {
  role: 'titular',
  employmentId: 'e1',
  fromDate: '2026-12-01',
  toDate: null,
  minutesPerMonth: 1200,
  overNormReason: '',
}
const employment = {
  personId: 'assistant',
  status: 'signed',
  startDate: '2026-11-01',
  lastDay: '2027-06-30',
  givesHelp: true,
} as const
const context: AssignmentContext = {
  personId: 'person',
  deathDate: null,
  grantedMinutes: 2400,
  employment,
  ofCase: [],
  ofEmployment: [],
  normMinutes: 4800,
  minReasonLength: 10,
}
const other = (own: Partial<OtherAssignment> = {}): OtherAssignment => ({
  id: 'a1',
  role: 'titular',
  assistantId: 'somebody',
  minutesPerMonth: 1200,
  fromDate: '2026-01-01',
  toDate: null,
  voidedAt: null,
  ...own,
})
const faults = (own: Partial<AssignmentInput> = {}, of: Partial<AssignmentContext> = {}) =>
  assignmentProblems({ ...input, ...own }, { ...context, ...of }).map(
    ({ code, path = [] }) => `${path.join('.')}: ${code}`,
  )

describe('days', () => {
  test('both ends are days of help; a mistake is none', () => {
    const days = { fromDate: '2026-12-01', toDate: '2026-12-31', voidedAt: null }
    const on = (day: string) => assignmentStateOn(days, day)
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      'planned',
      'running',
      'running',
      'ended',
    ])
    expect(assignmentStateOn({ ...days, voidedAt: 'x' }, '2026-12-05')).toBe('voided')
    const next = { ...days, fromDate: '2026-12-31', toDate: null }
    expect(helpTogether(days, next)).toBe(true)
    expect(helpTogether(days, { ...next, fromDate: '2027-01-01' })).toBe(false)
    expect(helpTogether(days, { ...next, voidedAt: 'x' })).toBe(false)
  })

  test('who substitutes on a day may follow the titular; who is titular as well, or is yet to begin, not', () => {
    const substitute = other({ role: 'substitute', fromDate: '2026-12-01' })
    const on = (day: string, ...own: OtherAssignment[]) => helpOn([substitute, ...own], day)
    expect(on('2026-12-01')).toBe('substitute')
    expect(on('2026-11-30')).toBe('now')
    expect(on('2026-12-01', other())).toBe('now')
    expect(on('2026-12-01', other({ toDate: '2026-11-01' }))).toBe('substitute')
    expect(helpOn([{ ...substitute, toDate: '2026-12-05' }], '2026-12-06')).toBe('before')
    expect(helpOn([{ ...substitute, voidedAt: 'x' }], '2026-12-06')).toBeNull()
  })

  test('minutes are counted on the fullest day, not over all days', () => {
    const one = other({ fromDate: '2026-12-01', toDate: '2026-12-10' })
    const after = other({ fromDate: '2026-12-11', toDate: '2026-12-20' })
    const of = { fromDate: '2026-12-01', toDate: null, voidedAt: null }
    expect(mostTogether(of, [one, after])).toBe(1200)
    expect(mostTogether(of, [one, { ...after, fromDate: '2026-12-10' }])).toBe(2400)
    expect(mostTogether(of, [{ ...one, role: 'substitute' }])).toBe(0)
  })
})

describe('an assignment', () => {
  test('inside all limits is refused nothing', () => {
    expect(faults()).toEqual([])
  })

  test('is refused at its field, in every bad case', () => {
    expect(faults({}, { employment: null })).toEqual(['employmentId: assignmentNotEmployed'])
    for (const bad of [{ givesHelp: false }, { status: 'issued' }, { status: 'annulled' }] as const)
      expect(faults({}, { employment: { ...employment, ...bad } })).toEqual([
        'employmentId: assignmentNotEmployed',
      ])
    expect(faults({}, { personId: 'assistant' })).toEqual(['employmentId: assignmentOfSelf'])
    expect(faults({ fromDate: '2026-10-31' })).toEqual(['fromDate: assignmentBeforeEmployment'])
    expect(faults({ fromDate: '2027-07-01' })).toEqual(['fromDate: assignmentOutsideEmployment'])
    expect(faults({ toDate: '2027-07-01' })).toEqual(['toDate: assignmentOutsideEmployment'])
    expect(faults({ toDate: '2027-06-30' })).toEqual([])
    expect(faults({}, { deathDate: '2026-11-20' })).toEqual(['fromDate: assignmentOfDeceased'])
    // What was before the death may still be written down.
    expect(faults({ toDate: '2026-12-10' }, { deathDate: '2026-12-10' })).toEqual([])
    expect(faults({}, { ofCase: [other({ assistantId: 'assistant' })] })).toEqual([
      'employmentId: assignmentTwice',
    ])
    expect(faults({}, { grantedMinutes: null })).toEqual([
      'minutesPerMonth: assignmentNothingGranted',
    ])
  })

  test('as titular takes along one’s own substitution alone, and only one with days behind it', () => {
    const own = other({ role: 'substitute', assistantId: 'assistant', fromDate: '2026-11-20' })
    const comes = { fromDate: '2026-12-01', toDate: null, voidedAt: null }
    const left = (...ofCase: OtherAssignment[]) => substitutionLeft(ofCase, 'assistant', comes)?.id
    expect(left(other({ id: 'a0', role: 'substitute' }), own)).toBe('a1')
    expect(left({ ...own, role: 'titular' })).toBeUndefined()
    expect(left({ ...own, fromDate: '2026-12-01' })).toBeUndefined()
    expect(left({ ...own, toDate: '2026-11-30' })).toBeUndefined()
    expect(left({ ...own, voidedAt: 'x' })).toBeUndefined()
  })

  test('of titulars all together stays inside the hours granted; a substitute is not added', () => {
    expect(faults({ minutesPerMonth: 1201 }, { ofCase: [other()] })).toEqual([
      'minutesPerMonth: assignmentOverGranted',
    ])
    expect(faults({}, { ofCase: [other()] })).toEqual([])
    const substitute = { role: 'substitute', minutesPerMonth: 2400 } as const
    expect(faults(substitute, { ofCase: [other()] })).toEqual([])
    expect(faults({ ...substitute, minutesPerMonth: 2401 })).toEqual([
      'minutesPerMonth: assignmentOverGranted',
    ])
    expect(faults({}, { ofCase: [other({ minutesPerMonth: 2400, voidedAt: 'x' })] })).toEqual([])
  })

  test('over the hours of the contract asks for a reason, and takes one', () => {
    const ofEmployment = [other({ minutesPerMonth: 4000 })]
    expect(faults({}, { ofEmployment })).toEqual(['overNormReason: assignmentOverNorm'])
    const overNormReason = 'Споразумение за осем часа се подписва утре'
    expect(faults({ overNormReason }, { ofEmployment })).toEqual([])
    expect(faults({}, { ofEmployment, normMinutes: null })).toEqual([])
  })

  test('ends inside its days, with a reason', () => {
    const days = { fromDate: '2026-12-01', toDate: '2026-12-31', voidedAt: null }
    const end = (onDate: string, reason = 'Лицето постъпва в дом') =>
      endProblems(days, { onDate, reason }, 10).map(({ code }) => code)
    expect(end('2026-12-31')).toEqual([])
    expect(end('2026-11-30')).toEqual(['assignmentEndsBeforeStart'])
    expect(end('2027-01-01')).toEqual(['assignmentEndedBefore'])
    expect(end('2026-12-10', 'да')).toEqual(['reasonTooShort'])
  })
})

describe('a decision', () => {
  const choice: ChoiceInput = {
    decidedOn: '2026-12-01',
    present: [{ name: 'Иван', capacity: 'person' }],
    wishText: 'Мария Стоянова',
    wishedEmploymentId: 'e1',
    wishedSex: null,
    chosenEmploymentId: 'e2',
    substituteEmploymentId: null,
    notHonouredReason: '',
    statement: '',
  }
  const asked = {
    personId: 'person',
    today: '2026-12-02',
    deathDate: null,
    chosen: employment,
    substitute: undefined,
    minReasonLength: 10,
  }
  const codes = (own: Partial<ChoiceInput>, of: Partial<typeof asked> = {}) =>
    choiceProblems({ ...choice, ...own }, { ...asked, ...of }).map(({ code }) => code)

  test('keeps the wish, or says why not', () => {
    expect(wishIsHonoured(choice)).toBe(false)
    expect(codes({})).toEqual(['wishReasonMissing'])
    expect(codes({ notHonouredReason: 'Няма свободни часове в договора' })).toEqual([])
    expect(codes({ chosenEmploymentId: 'e1' })).toEqual([])
    // Somebody from outside the team was wished for: another one is chosen.
    expect(codes({ wishedEmploymentId: null })).toEqual(['wishReasonMissing'])
    expect(codes({ wishText: '', wishedEmploymentId: null })).toEqual([])
  })

  test('is of a day that has come, and of somebody else who may help', () => {
    const fine = { wishText: '', wishedEmploymentId: null }
    expect(codes({ ...fine, decidedOn: '2026-12-03' })).toEqual(['dateInFuture'])
    expect(codes(fine, { personId: 'assistant' })).toEqual(['assignmentOfSelf'])
    expect(codes({ ...fine, decidedOn: '2027-07-01' }, { today: '2027-07-02' })).toEqual([
      'assignmentOutsideEmployment',
    ])
  })
})

test('a key is given to who is employed, and comes back once', () => {
  const give = (givenOn: string) =>
    keyProblems({ what: 'врата', givenOn, note: '' }, employment, 'person', '2026-12-02').map(
      ({ code }) => code,
    )
  expect(give('2026-12-02')).toEqual([])
  expect(give('2026-12-03')).toEqual(['dateInFuture'])
  expect(give('2026-10-31')).toEqual(['assignmentBeforeEmployment'])
  const key = { givenOn: '2026-12-01', returnedOn: null }
  const back = (on: string, of: { givenOn: string; returnedOn: string | null } = key) =>
    keyReturnProblems(of, on, '2026-12-05').map(({ code }) => code)
  expect(back('2026-12-01')).toEqual([])
  expect(back('2026-11-30')).toEqual(['keyReturnedBefore'])
  expect(back('2026-12-06')).toEqual(['dateInFuture'])
  expect(back('2026-12-03', { ...key, returnedOn: '2026-12-02' })).toEqual(['keyReturned'])
})
