import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { click, testToday } from '../testing/office.ts'
import { openApplicationDesk, type ApplicationDesk } from '../testing/application-desk.ts'
import { intakeInput, intakePerson } from '../testing/application-data.ts'
import { papers } from '../testing/intake-data.ts'
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
const first = { offset: 0, limit: 50 }

describe('taking an application in', () => {
  test('makes the person, the decision and the application in one save, once', async () => {
    const once = click(intakeInput())
    const [one, two] = await Promise.all([
      clerk.applications.create(once),
      clerk.applications.create(once),
    ])
    expect(two).toEqual(one)
    expect(one.state).toBe('registered')
    expect((await clerk.applications.list(first)).total).toBe(1)
    const dossier = await worker.people.find({ id: one.personId })
    expect(dossier.person).toMatchObject({
      lastName: 'Георгиев',
      birthDate: '1945-06-12',
      livesAlone: 'yes',
      emergencyContactPhone: '0888765432',
    })
    expect(dossier.telkDecisions).toMatchObject([
      { number: '1234', percent: 92, attendance: true, lifetime: true, kind: 'disabilityDegree' },
    ])
    const page = await worker.applications.find({ id: one.id })
    expect(page.events).toMatchObject([{ kind: 'register', from: 'draft', to: 'registered' }])
    expect(page.documents.find((paper) => paper.type === 'idCard')).toMatchObject({
      presentedAs: 'forReference',
      verifiedBy: 'Профил clerk',
    })
  })

  test('writes nothing at all when one part is wrong, and names every fault at its field', async () => {
    const bad = intakeInput({
      entryNumber: ' ',
      person: intakePerson({ idNumber: '4506121235', lastName: 'Гeоргиев' }),
      filedBy: 'guardian',
    })
    const said = codesAt(await refusal(clerk.applications.create(click(bad))))
    expect(said).toContainEqual(['egnChecksum', 'person.idNumber'])
    expect(said).toContainEqual(['nameMixedScript', 'person.lastName'])
    expect(said).toContainEqual(['nameRequired', 'representative.firstName'])
    expect(said).toContainEqual(['required', 'entryNumber'])
    const late = intakeInput({ entryDate: '2026-12-01' })
    expect(codesAt(await refusal(clerk.applications.create(click(late))))).toEqual([
      ['dateInFuture', 'entryDate'],
    ])
    expect((await worker.people.list(first)).total).toBe(0)
  })

  test('fills a known person in and changes them only when asked to', async () => {
    const known = await worker.people.create(
      click(personInput({ email: 'ivan@primer.bg', lastName: 'Стоянов' })),
    )
    const { idNumber } = await worker.people.edit({ id: known.id })
    const found = await clerk.applications.applicant({ idKind: 'egn', idNumber })
    expect(found?.person).toMatchObject({ id: known.id, lastName: 'Стоянов' })
    expect(found?.person.idNumber).toMatch(/\*{4}$/)
    await take({ known: { id: known.id, version: null }, person: intakePerson({ idNumber }) })
    expect((await worker.people.edit({ id: known.id })).lastName).toBe('Стоянов')

    await clerk.applications.applicant({ personId: known.id })
    const other = await worker.people.create(click(personInput({ email: 'p@primer.bg' })))
    const own = await worker.people.edit({ id: other.id })
    await take({
      known: { id: other.id, version: own.version },
      person: intakePerson({ idNumber: own.idNumber, lastName: 'Променен' }),
    })
    expect(await worker.people.edit({ id: other.id })).toMatchObject({
      lastName: 'Променен',
      email: 'p@primer.bg',
      version: own.version + 1,
    })
  })

  test('refuses a second open application for the service and a number of the same year', async () => {
    const one = await take({ entryNumber: '94-7' })
    const again = { known: { id: one.personId, version: null } }
    const twice = await refusal(take(again))
    expect(codesAt(twice)).toEqual([['applicationAlreadyOpen', 'personId']])
    expect(twice.data.problems?.[0]?.params).toMatchObject({ applicationId: one.id })
    expect(codesAt(await refusal(take({ entryNumber: '94-7' })))).toEqual([
      ['entryNumberTaken', 'entryNumber'],
    ])
    await take({ entryNumber: '94-7', entryDate: '2025-11-16' })
    const checked = await clerk.applications.check({
      entryNumber: '94-7',
      entryDate: testToday,
      exceptId: null,
      person: null,
      municipality: 'Друга',
    })
    expect(checked).toMatchObject({
      numberTaken: { id: one.id },
      numberUnusual: false,
      warnings: [{ code: 'outsideMunicipality' }],
    })
  })

  test('two windows at once: one person, one application', async () => {
    const person = intakePerson()
    const both = await Promise.allSettled([take({ person }), take({ person })])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await worker.people.list(first)).total).toBe(1)
    expect((await clerk.applications.list(first)).total).toBe(1)
  })

  test('only the regime that is built; the others say so', async () => {
    expect(codesAt(await refusal(take({ regime: 'personalAssistance' })))).toEqual([
      ['regimeNotBuilt', 'regime'],
    ])
  })

  test('an address outside the municipality is said, not stopped', async () => {
    const person = intakePerson()
    person.currentAddress = { ...person.currentAddress, municipality: 'Бобов дол' }
    const saved = await take({ person })
    expect(saved.warnings).toMatchObject([
      { code: 'outsideMunicipality', params: { municipality: 'Бобов дол' } },
    ])
  })

  test('a representative comes with the person and the papers ask for their document', async () => {
    const saved = await take({
      filedBy: 'proxy',
      representative: {
        firstName: 'Анна',
        middleName: null,
        lastName: 'Георгиева',
        idNumber: '',
        phone: null,
        documentNumber: '127',
        documentDate: '2026-01-05',
        documentIssuer: null,
      },
    })
    expect(saved.state).toBe('incomplete')
    expect(saved.missing.map((one) => one.path?.join('.'))).toEqual([
      'documents.representativeId',
      'documents.powerOfAttorney',
    ])
    const page = await worker.applications.find({ id: saved.id })
    expect(page.representative).toMatchObject({ kind: 'proxy', name: 'Анна Георгиева' })
  })

  test('the office may number applications itself: one by one, without gaps, never typed', async () => {
    const admin = await running.as()
    await admin.settings.add(
      click({
        key: 'applicationNumbersOwn',
        value: true,
        validFrom: testToday,
        source: 'Заповед № 1',
      }),
    )
    expect(await clerk.applications.setup({})).toMatchObject({
      drawNumber: true,
      nextNumber: '94-1',
    })
    const drawn = { drawNumber: true, entryNumber: '' }
    expect((await take(drawn)).entryNumber).toBe('94-1')
    await refusal(take({ ...drawn, regime: 'municipal' }))
    const second = await take(drawn)
    expect(second.entryNumber).toBe('94-2')
    const typed = intakeInput({
      known: { id: second.personId, version: null },
      entryNumber: '94-9',
    })
    await clerk.applications.update(click({ id: second.id, version: 1, data: typed }))
    const { application } = await clerk.applications.find({ id: second.id })
    expect(application.entryNumber).toBe('94-2')
  })
})

describe('an incomplete application', () => {
  test('is kept with a day for its papers, a letter begins the days anew', async () => {
    const saved = await take({ documents: papers('applicationForm'), livesWith: null })
    expect(saved).toMatchObject({ state: 'incomplete', documentsDueDate: '2026-11-23' })
    const refused = await refusal(
      head.applications.decide(
        click({
          id: saved.id,
          version: 1,
          event: { kind: 'admit' as const, overrideReason: '' },
        }),
      ),
    )
    expect(refused.data.problems?.[0]?.code).toBe('eventNotAllowed')
    running.advance(2 * 86_400_000)
    clerk = await running.as('clerk')
    const letter = await clerk.applications.step(
      click({
        id: saved.id,
        version: 1,
        event: { kind: 'askForDocuments' as const, letterDate: '2026-11-18' },
      }),
    )
    const page = await clerk.applications.find({ id: saved.id })
    expect(page.application.documentsDueDate).toBe('2026-11-25')
    expect(page.deadlines).toContainEqual(
      expect.objectContaining({ code: 'missingDocuments', fromDate: '2026-11-18', days: 7 }),
    )
    await clerk.applications.undo(click({ id: saved.id, version: letter.version, reason: '' }))
    const back = await clerk.applications.find({ id: saved.id })
    expect(back.application).toMatchObject({
      documentsDueDate: '2026-11-23',
      documentsLetterDate: null,
    })
    expect(back.events.map((event) => [event.kind, event.stands])).toEqual([
      ['register', true],
      ['askForDocuments', false],
      ['undo', true],
    ])
  })

  test('becomes registered when the papers are in, and the older page is told', async () => {
    const input = intakeInput({ documents: papers('applicationForm') })
    const { id, personId } = await clerk.applications.create(click(input))
    const full = {
      ...intakeInput(),
      entryNumber: input.entryNumber,
      known: { id: personId, version: null },
    }
    const done = await clerk.applications.update(click({ id, version: 1, data: full }))
    expect(done).toMatchObject({ state: 'registered', documentsDueDate: null, missing: [] })
    const stale = (await refusal(
      worker.applications.update(click({ id, version: 1, data: { ...full, note: 'друга' } })),
    )) as unknown as { code: string; data: { theirs: { version: number }; changedBy: string } }
    expect(stale.code).toBe('CONFLICT')
    expect(stale.data).toMatchObject({
      changedBy: 'Профил clerk',
      theirs: { version: 2, note: '' },
    })
  })
})
