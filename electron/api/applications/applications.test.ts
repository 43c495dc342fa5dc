import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { intakeInput, intakePerson } from '../testing/application-data.ts'
import { papers } from '../testing/intake-data.ts'
import { personInput } from '../testing/person-data.ts'

let running: RunningOffice
let clerk: Client
let worker: Client
let head: Client
beforeEach(async () => {
  running = await openOffice()
  clerk = await running.as('clerk')
  worker = await running.as('socialWorker')
  head = await running.as('head')
})
afterEach(() => running.dispose())

interface Refusal {
  code: string
  data: { problems?: { code: string; path?: unknown[]; params?: Record<string, unknown> }[] }
}
async function refusal(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as Refusal,
  )
}
const codes = (r: Refusal) => r.data.problems?.map((p) => [p.code, p.path?.join('.')])
const first = { offset: 0, limit: 50 }
const take = (own: Parameters<typeof intakeInput>[0] = {}) =>
  clerk.applications.create(click(intakeInput(own)))
const reason = 'Основание от поне десет знака.'

async function admitted(own: Parameters<typeof intakeInput>[0] = {}) {
  const { id } = await take(own)
  await head.applications.decide(
    click({ id, version: 1, event: { kind: 'admit' as const, overrideReason: '' } }),
  )
  return id
}

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
    const said = codes(await refusal(clerk.applications.create(click(bad))))
    expect(said).toContainEqual(['egnChecksum', 'person.idNumber'])
    expect(said).toContainEqual(['nameMixedScript', 'person.lastName'])
    expect(said).toContainEqual(['nameRequired', 'representative.firstName'])
    expect(said).toContainEqual(['required', 'entryNumber'])
    const late = intakeInput({ entryDate: '2026-12-01' })
    expect(codes(await refusal(clerk.applications.create(click(late))))).toEqual([
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
    expect(codes(twice)).toEqual([['applicationAlreadyOpen', 'personId']])
    expect(twice.data.problems?.[0]?.params).toMatchObject({ applicationId: one.id })
    expect(codes(await refusal(take({ entryNumber: '94-7' })))).toEqual([
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
    expect(codes(await refusal(take({ regime: 'personalAssistance' })))).toEqual([
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

describe('steps', () => {
  test('the head admits; double support stops it until the head gives a reason long enough', async () => {
    const { id } = await take({
      usesOtherService: 'yes',
      otherServices: [
        { kind: 'personalAssistance', provider: 'ДСП', reference: '15', from: null, until: null },
      ],
    })
    const admit = (overrideReason: string) =>
      head.applications.decide(
        click({ id, version: 1, event: { kind: 'admit' as const, overrideReason } }),
      )
    expect((await refusal(admit(''))).data.problems?.[0]).toMatchObject({
      code: 'doubleSupport',
      params: { service: 'personalAssistance', reference: '15' },
    })
    expect((await refusal(admit('кратко'))).data.problems?.[0]?.code).toBe('reasonTooShort')
    expect(await admit(reason)).toMatchObject({ state: 'admitted', version: 2 })
    const page = await head.applications.find({ id })
    expect(page.application).toMatchObject({ overrideReason: reason, overrideBy: 'Профил head' })
    for (const client of [clerk, worker])
      expect(
        (
          await refusal(
            client.applications.decide(
              click({ id, version: 2, event: { kind: 'admit' as const, overrideReason: reason } }),
            ),
          )
        ).code,
      ).toBe('FORBIDDEN')
  })

  test('a refusal rests on one of two grounds, the second only after the assessment', async () => {
    const { id } = await take()
    const refuse = (ground: 'serviceNotOffered' | 'needsCannotBeMet', why = reason) =>
      head.applications.decide(
        click({
          id,
          version: 1,
          event: { kind: 'refuse' as const, ground, date: testToday, reason: why },
        }),
      )
    expect(codes(await refusal(refuse('needsCannotBeMet')))).toEqual([
      ['refusalOnlyAfterAssessment', 'ground'],
    ])
    expect(codes(await refusal(refuse('serviceNotOffered', 'не')))).toEqual([
      ['reasonTooShort', 'reason'],
    ])
    await refuse('serviceNotOffered')
    const page = await head.applications.find({ id })
    expect(page.application).toMatchObject({
      state: 'notAdmitted',
      refusalGround: 'serviceNotOffered',
      endReason: reason,
    })
    // Who refused may take it back, by a new line; the clerk may not.
    const undo = (client: Client, why: string) =>
      client.applications.undo(click({ id, version: 2, reason: why }))
    expect((await refusal(undo(clerk, reason))).code).toBe('FORBIDDEN')
    expect(codes(await refusal(undo(head, '')))).toEqual([['reasonTooShort', 'reason']])
    expect(await undo(head, reason)).toMatchObject({ state: 'registered', version: 3 })
    const after = await head.applications.find({ id })
    expect(after.application).toMatchObject({ refusalGround: null, endReason: '' })
    expect(after.events.map((event) => event.kind)).toEqual(['register', 'refuse', 'undo'])
  })

  test('a refusal is not taken back while a newer application stands', async () => {
    const old = await take()
    await head.applications.decide(
      click({
        id: old.id,
        version: 1,
        event: { kind: 'refuse' as const, ground: 'serviceNotOffered', date: testToday, reason },
      }),
    )
    await take({ known: { id: old.personId, version: null } })
    expect(
      codes(await refusal(head.applications.undo(click({ id: old.id, version: 2, reason })))),
    ).toEqual([['applicationAlreadyOpen', 'personId']])
  })

  test('a death is told once and stands in the dossier; a wrong day is not believed', async () => {
    const { id, personId } = await take()
    const died = (date: string) =>
      clerk.applications.step(
        click({
          id,
          version: 1,
          event: { kind: 'dropOut' as const, why: 'died', date, reason: '' },
        }),
      )
    expect(codes(await refusal(died('2026-11-17')))).toEqual([['dateInFuture', 'date']])
    expect(codes(await refusal(died('2026-11-01')))).toEqual([['dateBeforeEntry', 'date']])
    await died(testToday)
    expect((await worker.people.find({ id: personId })).person.deathDate).toBe(testToday)
    expect(
      codes(await refusal(clerk.applications.undo(click({ id, version: 2, reason })))),
    ).toEqual([['deathDateStands', undefined]])
    expect(codes(await refusal(take({ known: { id: personId, version: null } })))).toEqual([
      ['personDied', 'person.idNumber'],
    ])
  })

  test('not found and refused assessment belong to the assessment', async () => {
    const id = await admitted()
    const dropOut = (version: number) =>
      worker.applications.step(
        click({
          id,
          version,
          event: { kind: 'dropOut' as const, why: 'notFound', date: testToday, reason },
        }),
      )
    expect(codes(await refusal(dropOut(2)))).toEqual([['dropOutOnlyAtAssessment', 'why']])
    await worker.applications.step(
      click({ id, version: 2, event: { kind: 'sendToAssessment' as const } }),
    )
    await dropOut(3)
    const closed = await worker.applications.step(
      click({ id, version: 4, event: { kind: 'close' as const } }),
    )
    expect(closed.state).toBe('closed')
  })

  test('a double click steps once; a step on an older page is a conflict', async () => {
    const { id } = await take()
    const event = { kind: 'dropOut' as const, why: 'withdrawn' as const, date: testToday, reason }
    const once = click({ id, version: 1, event })
    const both = await Promise.all([clerk.applications.step(once), clerk.applications.step(once)])
    expect(both[0]).toEqual(both[1])
    expect((await clerk.applications.find({ id })).events).toHaveLength(2)
    const stale = await refusal(clerk.applications.undo(click({ id, version: 1, reason })))
    expect(stale.code).toBe('CONFLICT')
  })

  test('what was decided by is no longer corrected', async () => {
    const id = await admitted()
    expect(
      codes(
        await refusal(clerk.applications.update(click({ id, version: 2, data: intakeInput() }))),
      ),
    ).toEqual([['applicationLocked', undefined]])
  })

  test('the preliminary assessment is referred to by number and date, not in the future', async () => {
    const { id } = await take()
    const record = (date: string) =>
      worker.applications.recordPreliminary(click({ id, version: 1, number: '12', date }))
    expect(codes(await refusal(record('2026-12-01')))).toEqual([['dateInFuture', 'date']])
    await record(testToday)
    const page = await worker.applications.find({ id })
    expect(page.application.preliminaryAssessmentNumber).toBe('12')
    expect(page.deadlines.map((one) => one.code)).not.toContain('preliminaryAssessment')
  })
})

describe('roles', () => {
  test('the clerk receives no health: neither the story nor the diagnosis', async () => {
    const { id, personId } = await worker.applications.create(click(intakeInput()))
    const seen = JSON.stringify([
      await clerk.applications.find({ id }),
      await clerk.applications.edit({ id }),
      await clerk.applications.applicant({ personId }),
      await clerk.applications.list(first),
      await clerk.applications.ofPerson({ personId }),
    ])
    expect(seen).not.toMatch(/инсулт|Исхемична/)
    expect(seen).toContain('1234')
    const whole = await worker.applications.find({ id })
    expect(whole.application.needsDescription).toMatch(/инсулт/)
    // A correction by the clerk leaves what was told as it was.
    const data = { ...intakeInput(), known: { id: personId, version: null }, needsDescription: '' }
    await clerk.applications.update(click({ id, version: 1, data }))
    expect((await worker.applications.find({ id })).application.needsDescription).toMatch(/инсулт/)
  })

  test('no whole number leaves by the list or the page', async () => {
    const person = intakePerson()
    const { id, personId } = await take({ person })
    const seen = JSON.stringify([
      await head.applications.find({ id }),
      await head.applications.list(first),
      await head.applications.applicant({ personId }),
    ])
    expect(seen).not.toContain(person.idNumber)
  })

  test('the list answers by state, text and date, and counts what waits', async () => {
    await take({ entryDate: '2026-10-01', person: intakePerson({ lastName: 'Илиев' }) })
    await take({ documents: papers('applicationForm') })
    const ask = async (question: Partial<Parameters<Client['applications']['list']>[0]>) =>
      (await clerk.applications.list({ ...first, ...question })).total
    expect(await ask({ view: 'incomplete' })).toBe(1)
    expect(await ask({ text: 'илиев' })).toBe(1)
    expect(await ask({ filters: { period: 'month' } })).toBe(1)
    expect(await ask({ view: 'open' })).toBe(2)
    running.advance(20 * 86_400_000)
    clerk = await running.as('clerk')
    expect((await clerk.applications.views({})).counts).toMatchObject({
      registered: 1,
      incomplete: 1,
    })
    expect(await clerk.applications.counts({})).toEqual({ incomplete: 1, overdueDocuments: 1 })
  })
})
