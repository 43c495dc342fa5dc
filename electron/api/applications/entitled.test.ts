import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { click, testToday } from '../testing/office.ts'
import { openApplicationDesk, type ApplicationDesk } from '../testing/application-desk.ts'
import { intakeInput, intakePerson } from '../testing/application-data.ts'
import { personInput } from '../testing/person-data.ts'
import { codesAt, refusal } from '../testing/refusal.ts'

let running: ApplicationDesk['running']
let clerk: ApplicationDesk['clerk']
let worker: ApplicationDesk['worker']
let head: ApplicationDesk['head']
let take: ApplicationDesk['take']
beforeEach(async () => {
  ;({ running, clerk, worker, head, take } = await openApplicationDesk())
})
afterEach(() => running.dispose())
const admit = (id: string, overrideReason = '') =>
  head.applications.decide(click({ id, version: 1, event: { kind: 'admit', overrideReason } }))

describe('who files', () => {
  test('a child and a known ward do not file in person, and the reason stands at the field', async () => {
    const child = intakePerson({ idNumber: '1750159260' })
    expect(
      codesAt(await refusal(take({ person: child, eligibilityGroup: 'disabledChild' }))),
    ).toContainEqual(['minorNeedsRepresentative', 'filedBy'])
    const ward = await worker.people.create(click(personInput({ capacity: 'fullInterdiction' })))
    const known = { id: ward.id, version: null }
    for (const filedBy of ['inPerson', 'mayoralty'] as const)
      expect(codesAt(await refusal(take({ known, filedBy })))).toEqual([
        ['wardNeedsRepresentative', 'filedBy'],
      ])
    expect((await clerk.applications.list({ offset: 0, limit: 50 })).total).toBe(0)
  })
})

describe('the ground', () => {
  test('an adult whose decision gives no help by another person is not admitted', async () => {
    const given = intakeInput().telk
    const { id, state } = await take({ telk: { ...given, percent: 10, attendance: 'no' } })
    expect(state).toBe('incomplete')
    expect((await worker.applications.find({ id })).missing.map(({ code }) => code)).toEqual([
      'groupNeedsPermanentDisability',
      'groupNeedsAttendance',
    ])
    expect(codesAt(await refusal(admit(id)))).toBeDefined()
  })
  test('a decision that ran out is said', async () => {
    const given = intakeInput().telk
    const young = intakePerson({ idNumber: '8506129261' })
    const saved = await take({
      person: young,
      telk: { ...given, validUntil: '2025-12-31', kind: 'workCapacity' },
    })
    expect(saved.warnings).toMatchObject([
      { code: 'groupTelkExpired', params: { expiredDate: '2025-12-31' } },
    ])
  })
  test('residential care is not overridden by any reason', async () => {
    const { id } = await take({
      usesOtherService: 'yes',
      otherServices: [
        { kind: 'residentialCare', provider: 'Дом', reference: '', from: null, until: null },
      ],
    })
    for (const reason of ['', 'Напуска дома в края на месеца.'])
      expect(codesAt(await refusal(admit(id, reason)))).toEqual([
        ['residentialCareExcludes', 'otherServices'],
      ])
  })
})

describe('what another has just taken', () => {
  test('an ЕГН is told at its field, whether the person is new or corrected', async () => {
    const { idNumber } = intakePerson()
    const taken = [['personNumberTaken', 'person.idNumber']]
    await take({ person: intakePerson({ idNumber }) })
    expect(codesAt(await refusal(take({ person: intakePerson({ idNumber }) })))).toEqual(taken)
    const other = await worker.people.create(click(personInput()))
    const { version } = await worker.people.edit({ id: other.id })
    const known = { id: other.id, version }
    expect(codesAt(await refusal(take({ known, person: intakePerson({ idNumber }) })))).toEqual(
      taken,
    )
  })
  test('another number of a known person is asked for its ground, which the dossier does', async () => {
    const { id } = await worker.people.create(click(personInput()))
    const { version } = await worker.people.edit({ id })
    const change = await refusal(take({ known: { id, version }, person: intakePerson() }))
    expect(codesAt(change)).toEqual([['idChangeInDossier', 'person.idNumber']])
  })
  test('a label that another mask has given leads to the mask', async () => {
    const rule = (key: string, value: string | boolean) =>
      head.settings.add(click({ key, value, validFrom: testToday, source: 'Заповед № 7' }))
    const draw = () => take({ drawNumber: true, entryNumber: '' })
    await rule('applicationNumbersOwn', true)
    await rule('applicationNumberMask', '{n}-2')
    expect((await draw()).entryNumber).toBe('1-2')
    await rule('applicationNumberMask', '1-{n}')
    expect(codesAt(await refusal(draw()))).toEqual([['numberLabelTaken', undefined]])
    await rule('applicationNumberMask', '94-{n}')
    expect((await draw()).entryNumber).toBe('94-2')
  })
})
