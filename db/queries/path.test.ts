import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#db/connection.ts'
import { ConstraintViolation, StaleVersion, UniqueViolation } from '#db/errors.ts'
import { methodologyVersions } from '#db/schema/methodologies.ts'
import { openTestOffice } from '#db/testing/database.ts'
import { applicationInput } from '#domain/applications/testing/sample.ts'
import { applicationInputSchema } from '#domain/applications/schema.ts'
import type { ApplicationInput, ShownApplicationState } from '#domain/applications/schema.ts'
import { emptyAssessment } from '#domain/assessments/schema.ts'
import { contractInputSchema } from '#domain/contracts/schema.ts'
import { nextStepOf } from '#domain/contracts/path.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { composeEgn } from '#domain/people/ids.ts'
import { personSchema } from '#domain/people/schema.ts'
import { planInputSchema } from '#domain/plans/schema.ts'
import { applicationListing, countApplicationsByState } from './applications-list.ts'
import {
  applicationInputOf,
  existingApplications,
  getApplication,
  insertApplication,
  setApplication,
  updateApplication,
} from './applications.ts'
import {
  getAssessment,
  insertAssessment,
  lastApprovedAssessment,
  nextAssessmentRevision,
  setAssessment,
  updateAssessment,
} from './assessments.ts'
import { assessmentListing } from './assessments-list.ts'
import { caseOfPerson } from './cases.ts'
import {
  contractInputOf,
  contractsByNumber,
  getContract,
  insertContract,
  setContract,
} from './contracts.ts'
import {
  getMethodology,
  lockMethodology,
  MethodologyAltered,
  methodologyOnDate,
  seedMethodology,
} from './methodologies.ts'
import { insertPerson } from './people.ts'
import { getPlan, insertPlan, setPlan, updatePlan } from './plans.ts'
import { contractListing } from './contracts-list.ts'
import { planListing } from './plans-list.ts'

let database: Database
const stamp = { at: '2026-11-21T08:00:00.000Z', by: '' }

beforeEach(() => {
  const office = openTestOffice()
  database = office.db
  stamp.by = office.accountId
  return () => {
    office.dispose()
  }
})

let serial = 0
function person(lastName: string): string {
  return database.transaction(
    (tx) =>
      insertPerson(
        tx,
        personSchema.parse({
          firstName: 'Иван',
          middleName: 'Петров',
          lastName,
          idKind: 'egn',
          idNumber: composeEgn('1945-06-12', 900 + (serial++ % 50) * 2),
          birthDate: '1945-06-12',
          sex: 'male',
          currentAddress: { settlementKind: 'village', settlement: 'Драговищица' },
        }),
        stamp,
      ).id,
  )
}
function application(personId: string, entryNumber: string, entryDate = '2026-11-02') {
  return applicationInputSchema.parse(
    applicationInput({
      personId,
      entryNumber,
      entryDate,
      usesOtherService: 'yes',
      otherServices: [
        { kind: 'socialPatronage', provider: 'Общината', reference: '', from: null, until: null },
      ],
      declarations: { truth: true, homeAccess: true, noDoubleSupport: false, privacyNotice: true },
      documents: [
        {
          type: 'telkDecision',
          presentedAs: 'copy',
          number: '1234',
          date: '2025-03-01',
          validUntil: null,
          note: '',
        },
      ],
    }),
  )
}
const add = (input: ApplicationInput) =>
  database.transaction((tx) => insertApplication(tx, input, 'registered', stamp))

describe('applications', () => {
  test('come back as the form held them, with papers and other services', () => {
    const input = application(person('Георгиев'), '94-1')
    const id = add(input)
    expect(applicationInputOf(getApplication(database.orm, id))).toEqual(input)
    const changed = { ...input, documents: [...input.documents].reverse(), otherServices: [] }
    database.transaction((tx) => updateApplication(tx, id, 1, changed, stamp))
    expect(applicationInputOf(getApplication(database.orm, id))).toEqual(changed)
    expect(() => database.transaction((tx) => updateApplication(tx, id, 1, input, stamp))).toThrow(
      StaleVersion,
    )
  })
  test('a second open one and a taken number do not fit, whatever the windows thought', () => {
    const one = person('Георгиев')
    const id = add(application(one, '94-1'))
    expect(() => add(application(one, '94-2'))).toThrow(UniqueViolation)
    expect(() => add(application(person('Илиев'), '94-1'))).toThrow(UniqueViolation)
    add(application(person('Костов'), '94-1', '2025-11-02'))
    const known = application(one, '94-1', '2025-12-01')
    expect(existingApplications(database.orm, known, '2025-12-01')).toHaveLength(2)
    database.transaction((tx) => setApplication(tx, id, 1, { state: 'droppedOut' }, stamp))
    add(application(one, '94-2'))
  })
  test('are listed, counted and found by name, number and state', () => {
    const ids = ['Янев', 'Ангелов', 'Георгиев'].map((name, i) =>
      add(application(person(name), `94-${String(i + 1)}`, `2026-11-0${String(i + 1)}`)),
    )
    const names = (text?: string) =>
      applicationListing
        .rows(database.orm, text === undefined ? {} : { text: { text, byIdNumber: true } }, [
          { by: 'name' },
        ])
        .map((line) => line.lastName)
    expect(names()).toEqual(['Ангелов', 'Георгиев', 'Янев'])
    expect(names('георг')).toEqual(['Георгиев'])
    expect(names('94-1')).toEqual(['Янев'])
    expect(names('драгов ив янев')).toEqual(['Янев'])
    expect(applicationListing.count(database.orm, { from: '2026-11-02', to: '2026-11-02' })).toBe(1)
    expect(applicationListing.count(database.orm, { states: ['admitted'] })).toBe(0)
    expect(countApplicationsByState(database.orm, '2026-11-21')).toEqual({ registered: 3 })
    expect(
      applicationListing
        .rows(database.orm, {}, [{ by: 'entryDate', descending: true }])
        .map(({ id }) => id),
    ).toEqual([...ids].reverse())
    expect(
      applicationListing
        .rows(database.orm, { settlement: 'Драговищица' }, [{ by: 'entryDate' }], {
          offset: 1,
          limit: 1,
        })
        .map((line) => line.id),
    ).toEqual([ids[1]])
  })
})

describe('methodologies', () => {
  test('are seeded once, found by date, and refused when somebody altered the row', () => {
    const id = database.transaction((tx) => seedMethodology(tx, defaultMethodology, stamp.at))
    expect(database.transaction((tx) => seedMethodology(tx, defaultMethodology, stamp.at))).toBe(id)
    expect(methodologyOnDate(database.orm, '2026-11-21')).toMatchObject({ id, number: 1 })
    expect(methodologyOnDate(database.orm, '2020-06-30')).toBeUndefined()
    expect(getMethodology(database.orm, id).data).toEqual(defaultMethodology)
    database.transaction((tx) => {
      lockMethodology(tx, id)
    })
    expect(getMethodology(database.orm, id).locked).toBe(true)
    database.orm
      .update(methodologyVersions)
      .set({ data: { ...defaultMethodology, commentThreshold: 6 } })
      .run()
    expect(() => getMethodology(database.orm, id)).toThrow(MethodologyAltered)
  })
})

test('the whole path lies in the database, and the case says where it stands', () => {
  const personId = person('Георгиев')
  const applicationId = add(application(personId, '94-1'))
  const action = () => nextStepOf(caseOfPerson(database.orm, personId, '2026-12-01').facts).action
  const state = (to: Parameters<typeof setApplication>[3]) =>
    database.transaction((tx) =>
      setApplication(tx, applicationId, getApplication(tx, applicationId).version, to, stamp),
    )
  expect(action()).toEqual({ code: 'admitApplication', id: applicationId })
  state({ state: 'forAssessment' })
  const methodologyVersionId = database.transaction((tx) =>
    seedMethodology(tx, defaultMethodology, stamp.at),
  )

  const sheet = {
    ...emptyAssessment(applicationId),
    answers: [
      { itemId: 'eating', optionId: 'o2', reason: '' },
      { itemId: 'dressing', optionId: null, reason: 'още не' },
    ],
    team: [{ name: 'Галина Димитрова', position: 'социален работник' }],
  }
  const assessmentId = database.transaction((tx) =>
    insertAssessment(
      tx,
      sheet,
      {
        personId,
        methodologyVersionId,
        revision: nextAssessmentRevision(tx, applicationId),
        previousId: null,
      },
      stamp,
    ),
  )
  const back = getAssessment(database.orm, assessmentId).input
  expect({ ...back, answers: new Set(back.answers) }).toEqual({
    ...sheet,
    answers: new Set(sheet.answers),
  })
  expect(action()?.code).toBe('continueAssessment')
  database.transaction((tx) =>
    updateAssessment(tx, assessmentId, 1, { ...sheet, assessmentDate: '2026-11-12' }, stamp),
  )
  // The database itself knows that two people are needed.
  const approve = (approvedBy: string) => () =>
    database.transaction((tx) =>
      setAssessment(
        tx,
        assessmentId,
        2,
        { status: 'approved', approvedBy, approvalDate: '2026-11-13', grantedMinutes: 5040 },
        stamp,
      ),
    )
  expect(approve(stamp.by)).toThrow(ConstraintViolation)
  expect(lastApprovedAssessment(database.orm, personId)).toBeUndefined()
  expect(
    assessmentListing.count(database.orm, {
      text: { text: 'георгиев', byIdNumber: false },
      statuses: ['draft'],
    }),
  ).toBe(1)
  expect(assessmentListing.rows(database.orm, {}, [{ by: 'total' }])[0]).toMatchObject({
    id: assessmentId,
    grantedMinutes: null,
  })

  state({ state: 'approved' })
  const plan = planInputSchema.parse({
    assessmentId,
    validFrom: '2026-11-16',
    validTo: '2027-11-15',
    goals: [],
    areasWithoutGoal: [{ areaId: 'SELF', reason: 'Помага синът.' }],
    rows: [
      {
        activity: 'hygiene',
        weekdays: [1, 2, 3, 4, 5],
        fromMinute: 480,
        toMinute: 600,
        assistant: '',
        note: '',
      },
    ],
    differenceReason: '',
    involvement: '',
    risks: [],
    emergencyContactName: '',
    emergencyContactPhone: '',
    nextReviewDate: '2027-05-16',
    caseManager: 'Галина Димитрова',
  })
  const planId = database.transaction((tx) =>
    insertPlan(
      tx,
      plan,
      { applicationId, personId, grantedMinutes: 5040, revision: 1, previousId: null },
      stamp,
    ),
  )
  expect(getPlan(database.orm, planId).input).toEqual(plan)
  database.transaction((tx) => updatePlan(tx, planId, 1, plan, stamp))
  expect(
    planListing.rows(database.orm, { reviewBy: '2027-05-16' }, [{ by: 'name' }])[0],
  ).toMatchObject({ minMinutes: 2400, maxMinutes: 2760 })
  database.transaction((tx) => setPlan(tx, planId, 2, { status: 'approved' }, stamp))
  expect(action()).toEqual({ code: 'prepareContract', id: planId })

  const input = contractInputSchema.parse({
    applicationId,
    assessmentId,
    planId,
    service: 'assistantSupport',
    contractDate: '2026-11-21',
    startDate: '2026-11-23',
    endDate: '2029-11-22',
    place: 'гр. Примерна',
    placeOfService: 'в дома на лицето',
    representativeId: null,
    signingMode: 'person',
    witnesses: [],
    assistants: [{ name: 'М. Стоянова', role: 'titular' }],
    caseManagerName: 'Галина Димитрова',
    caseManagerPosition: 'социален работник',
    caseManagerPhone: '',
    feeMonthlyCents: 0,
    feeBasisText: 'Не се дължи такса.',
    copies: 2,
    accountantSigns: false,
  })
  const draft = () =>
    database.transaction((tx) =>
      insertContract(tx, input, { personId, minutesPerMonth: 5040 }, stamp),
    )
  const contractId = draft()
  expect(contractInputOf(getContract(database.orm, contractId))).toEqual(input)
  const set = (id: string, version: number, changes: Parameters<typeof setContract>[3]) =>
    database.transaction((tx) => setContract(tx, id, version, changes, stamp))
  expect(() => set(contractId, 1, { status: 'issued' })).toThrow(ConstraintViolation)
  set(contractId, 1, { status: 'issued', number: '31', numberYear: 2026 })
  set(contractId, 2, { status: 'annulled', annulReason: 'Издаден на друго лице.' })
  expect(contractsByNumber(database.orm, '31')).toHaveLength(1)

  // The next one takes another number: that of the annulled contract stays taken.
  const second = draft()
  expect(action()).toEqual({ code: 'issueContract', id: second })
  expect(() => set(second, 1, { status: 'issued', number: '31', numberYear: 2026 })).toThrow(
    UniqueViolation,
  )
  set(second, 1, { status: 'issued', number: '32', numberYear: 2026 })
  set(second, 2, { status: 'signed', signedOn: '2026-11-22' })
  state({ state: 'withContract' })
  expect(action()).toBeNull()
  const after = caseOfPerson(database.orm, personId, '2029-11-23').facts
  expect(after.contract?.status).toBe('expired')
  expect(after.application?.state).toBe('contractExpired')
  const shown = (state: ShownApplicationState, on: string) => [
    applicationListing.count(database.orm, { shown: [state], on }),
    countApplicationsByState(database.orm, on)[state] ?? 0,
  ]
  expect(shown('withContract', '2029-11-22')).toEqual([1, 1])
  expect(shown('contractExpired', '2029-11-22')).toEqual([0, 0])
  expect(shown('withContract', '2029-11-23')).toEqual([0, 0])
  expect(shown('contractExpired', '2029-11-23')).toEqual([1, 1])
  expect(contractListing.count(database.orm, { inForceOn: '2029-11-22' })).toBe(1)
  expect(contractListing.count(database.orm, { inForceOn: '2029-11-23' })).toBe(0)
  expect(
    contractListing
      .rows(database.orm, { text: { text: 'георг', byIdNumber: false } }, [
        { by: 'number', descending: true },
      ])
      .map((line) => [line.number, line.status]),
  ).toEqual([
    ['32', 'signed'],
    ['31', 'annulled'],
  ])
})
