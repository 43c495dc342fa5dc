import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { click, testToday, type Client } from '../testing/office.ts'
import { openApplicationDesk, type ApplicationDesk } from '../testing/application-desk.ts'
import { intakeInput, intakePerson } from '../testing/application-data.ts'
import { papers } from '../testing/intake-data.ts'
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
const reason = 'Основание от поне десет знака.'
async function admitted(own: Parameters<typeof intakeInput>[0] = {}) {
  const { id } = await take(own)
  await head.applications.decide(
    click({ id, version: 1, event: { kind: 'admit' as const, overrideReason: '' } }),
  )
  return id
}

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
    expect(codesAt(await refusal(refuse('needsCannotBeMet')))).toEqual([
      ['refusalOnlyAfterAssessment', 'ground'],
    ])
    expect(codesAt(await refusal(refuse('serviceNotOffered', 'не')))).toEqual([
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
    expect(codesAt(await refusal(undo(head, '')))).toEqual([['reasonTooShort', 'reason']])
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
      codesAt(await refusal(head.applications.undo(click({ id: old.id, version: 2, reason })))),
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
    expect(codesAt(await refusal(died('2026-11-17')))).toEqual([['dateInFuture', 'date']])
    expect(codesAt(await refusal(died('2026-11-01')))).toEqual([['dateBeforeEntry', 'date']])
    await died(testToday)
    expect((await worker.people.find({ id: personId })).person.deathDate).toBe(testToday)
    expect(
      codesAt(await refusal(clerk.applications.undo(click({ id, version: 2, reason })))),
    ).toEqual([['deathDateStands', undefined]])
    expect(codesAt(await refusal(take({ known: { id: personId, version: null } })))).toEqual([
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
    expect(codesAt(await refusal(dropOut(2)))).toEqual([['dropOutOnlyAtAssessment', 'why']])
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
      codesAt(
        await refusal(clerk.applications.update(click({ id, version: 2, data: intakeInput() }))),
      ),
    ).toEqual([['applicationLocked', undefined]])
  })

  test('the preliminary assessment is referred to by number and date, not in the future', async () => {
    const { id } = await take()
    const record = (date: string) =>
      worker.applications.recordPreliminary(click({ id, version: 1, number: '12', date }))
    expect(codesAt(await refusal(record('2026-12-01')))).toEqual([['dateInFuture', 'date']])
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
