import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '#db/queries/audit.ts'
import { intakePerson } from '../testing/application-data.ts'
import { broughtBy, candidateInput } from '../testing/candidate-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { codesAt, refusal } from '../testing/refusal.ts'

let running: RunningOffice
let clerk: Client
let head: Client
beforeEach(async () => {
  running = await openOffice()
  clerk = await running.as('clerk')
  head = await running.as('head')
})
afterEach(() => running.dispose())

const first = { offset: 0, limit: 50 }
const reason = 'Основание от поне десет знака.'
const take = (own: Parameters<typeof candidateInput>[0] = {}) =>
  clerk.candidates.create(click(candidateInput(own)))
const admit = (id: string, version = 1) =>
  head.candidates.decide(click({ id, version, event: { kind: 'admit' as const } }))
const refuse = { kind: 'refuse' as const, date: testToday, reason }

async function refused(own: Parameters<typeof candidateInput>[0] = {}) {
  const { id } = await take(own)
  const event = { ...refuse, ground: 'requirementsNotMet' as const }
  return head.candidates.decide(click({ id, version: 1, event }))
}

describe('taking a candidate in', () => {
  test('makes the person and the candidacy in one save, once', async () => {
    const once = click(candidateInput())
    const [one, two] = await Promise.all([
      clerk.candidates.create(once),
      clerk.candidates.create(once),
    ])
    expect(two).toEqual(one)
    expect(one.state).toBe('registered')
    expect((await clerk.candidates.list(first)).total).toBe(1)
    const page = await clerk.candidates.find({ id: one.id })
    expect(page.candidacy).toMatchObject({
      weekdays: [1, 2, 3, 4, 5],
      dailyMinutes: 240,
      villages: ['Примерно', 'Старобуково'],
      refusedActs: ['heating'],
      receivedBy: 'Профил clerk',
    })
    expect(page.events).toMatchObject([{ kind: 'register', to: 'registered' }])
    expect(page.documents.find((paper) => paper.type === 'idCard')).toMatchObject({
      presentedAs: 'forReference',
      verifiedBy: 'Профил clerk',
    })
  })

  test('writes nothing when one part is wrong, and names every fault at its field', async () => {
    const people = (await clerk.people.list(first)).total
    const person = intakePerson({ idNumber: '4506121235' })
    const said = codesAt(await refusal(take({ entryNumber: ' ', person })))
    expect(said).toContainEqual(['egnChecksum', 'person.idNumber'])
    expect(said).toContainEqual(['required', 'entryNumber'])
    expect((await clerk.people.list(first)).total).toBe(people)
  })

  test('the same person twice in a campaign is told at the number; no half is written', async () => {
    const one = await take({ entryNumber: 'ЛА-7' })
    const known = { id: one.personId, version: null }
    const again = await refusal(take({ known, campaign: 'есен 2026' }))
    expect(again.data.problems).toMatchObject([
      {
        code: 'candidacyInCampaign',
        path: ['person', 'idNumber'],
        params: { campaign: 'Есен 2026', entryNumber: 'ЛА-7' },
      },
    ])
    expect(await clerk.candidates.ofPerson({ personId: one.personId })).toHaveLength(1)
    const other = await take({ known, campaign: 'Пролет 2027' })
    expect(other.personId).toBe(one.personId)
  })

  test('with something missing it is incomplete, has a term, and is completed by its form', async () => {
    const input = candidateInput({ education: null, documents: broughtBy('applicationForm') })
    const { id, missing, documentsDueDate } = await clerk.candidates.create(click(input))
    expect(missing.map(({ code }) => code)).toContain('educationMissing')
    expect(documentsDueDate).toBe('2026-11-23')
    expect(codesAt(await refusal(admit(id)))).toEqual([['eventNotAllowed', undefined]])
    const { documents } = candidateInput()
    const whole = { ...input, education: 'higher' as const, documents }
    const saved = await clerk.candidates.update(click({ id, version: 1, data: whole }))
    expect(saved).toMatchObject({ state: 'registered', documentsDueDate: null, version: 2 })
    expect((await admit(id, 2)).state).toBe('admitted')
    const late = clerk.candidates.update(click({ id, version: 3, data: whole }))
    expect(codesAt(await refusal(late))).toEqual([['candidacyLocked', undefined]])
  })

  test('somebody under запрещение is taken in and not admitted', async () => {
    const { id, personId } = await take()
    const person = await clerk.people.edit({ id: personId })
    const { version } = person
    await clerk.people.update(
      click({ id: personId, version, data: { ...person, capacity: 'limitedInterdiction' } }),
    )
    expect(codesAt(await refusal(admit(id)))).toEqual([['candidateNotCapable', undefined]])
  })

  test('a save over a colleague’s is told, with what they have saved', async () => {
    const input = candidateInput()
    const { id } = await clerk.candidates.create(click(input))
    const worker = await running.as('socialWorker')
    const data = { ...input, note: 'Идва с препоръка.' }
    await worker.candidates.update(click({ id, version: 1, data }))
    const late = await refusal(clerk.candidates.update(click({ id, version: 1, data: input })))
    expect(late).toMatchObject({
      code: 'CONFLICT',
      data: { changedBy: 'Профил socialWorker', theirs: { note: 'Идва с препоръка.' } },
    })
  })
})

describe('steps', () => {
  test('from the application to work, and back by a line of its own', async () => {
    const { id, personId } = await take()
    await admit(id)
    const event = { kind: 'enterPool' as const, date: testToday }
    const pool = await head.candidates.decide(click({ id, version: 2, event }))
    expect(pool.state).toBe('inPool')
    const denied = clerk.candidates.undo(click({ id, version: 3, reason }))
    expect(await refusal(denied)).toMatchObject({ code: 'FORBIDDEN' })
    const back = await head.candidates.undo(click({ id, version: 3, reason }))
    expect(back.state).toBe('admitted')
    const { events } = await head.candidates.find({ id })
    expect(events.map(({ kind, stands }) => [kind, stands])).toEqual([
      ['register', true],
      ['admit', true],
      ['enterPool', false],
      ['undo', true],
    ])
    // The dossier tells it to who may read of candidates.
    const accountant = await running.as('accountant')
    const told = async (client: Client) =>
      (await client.audit.timeline({ personId })).entries
        .map(({ action }) => action)
        .filter((one) => one.startsWith('candidacy.'))
    expect(await told(clerk)).toEqual([
      'candidacy.stepUndone',
      'candidacy.decided',
      'candidacy.decided',
      'candidacy.registered',
    ])
    expect(await told(accountant)).toEqual([])
  })

  test('a decision is the head’s', async () => {
    const { id } = await take()
    const worker = await running.as('socialWorker')
    const own = worker.candidates.decide(click({ id, version: 1, event: { kind: 'admit' } }))
    expect(await refusal(own)).toMatchObject({ code: 'FORBIDDEN' })
    expect((await worker.candidates.find({ id })).may).toEqual(['askForDocuments', 'withdraw'])
  })

  test('a refusal taken back finds the campaign taken by another candidacy', async () => {
    const gone = await refused()
    const { person } = await head.candidates.find({ id: gone.id })
    await take({ known: { id: person.id, version: null } })
    const back = head.candidates.undo(click({ id: gone.id, version: gone.version, reason }))
    expect(codesAt(await refusal(back))).toEqual([['candidacyInCampaign', 'person.idNumber']])
  })

  test('a death told at the counter stands in the dossier too', async () => {
    const { id, personId } = await take()
    const event = { kind: 'withdraw' as const, why: 'died' as const, date: testToday, reason: '' }
    await clerk.candidates.step(click({ id, version: 1, event }))
    expect((await clerk.people.find({ id: personId })).person.deathDate).toBe(testToday)
    const back = await refusal(clerk.candidates.undo(click({ id, version: 2, reason })))
    expect(codesAt(back)).toEqual([['deathDateStands', undefined]])
  })
})

describe('papers of who was not chosen', () => {
  const waiting = async (client: Client) =>
    (await client.today.list({ kind: 'candidatePapers' })).lines
  const clear = { date: testToday, outcome: 'both' as const, note: 'Получени лично.' }

  test('wait on „Днес“ as their term comes near', async () => {
    const { id } = await refused()
    expect(await waiting(clerk)).toEqual([])
    running.advance(160 * 24 * 3_600_000)
    clerk = await running.as('clerk')
    expect(await waiting(clerk)).toMatchObject([{ id, due: '2027-05-16' }])
  })

  test('go with all that was told; number, dates and decision stay', async () => {
    const { id, version } = await refused({
      note: 'Тиха дума',
      namedPerson: 'Мара',
      kinship: 'child',
    })
    await clerk.candidates.clearPapers(click({ id, version, ...clear }))
    const page = await clerk.candidates.find({ id })
    expect(page.candidacy).toMatchObject({
      state: 'notAdmitted',
      refusalGround: 'requirementsNotMet',
      endedOn: testToday,
      endReason: reason,
      papersGoneOn: testToday,
      papersOutcome: 'both',
      labourStatus: null,
      villages: [],
      refusedActs: [],
    })
    expect(page.documents).toEqual([])
    expect(page.events.at(-1)).toMatchObject({ kind: 'papersGone', why: 'both' })
    expect(page.undo).toBeNull()
    const { orm, raw } = running.office.vault.database()
    const left = ['candidacies', 'candidacy_documents', 'candidacy_villages'].map((table) =>
      JSON.stringify(raw.prepare(`select * from ${table}`).all()),
    )
    const told = /Тиха дума|Мара|Старобуково|heating|secondary/u
    expect(left.join()).not.toMatch(told)
    // The journal never held it: what is erased is erased.
    expect(JSON.stringify(listAudit(orm, {}))).not.toMatch(told)
    const again = clerk.candidates.clearPapers(click({ id, version: version + 1, ...clear }))
    expect(codesAt(await refusal(again))).toEqual([['candidatePapersGone', undefined]])
  })

  test('stay while the candidate is one', async () => {
    const { id } = await take()
    const early = clerk.candidates.clearPapers(click({ id, version: 1, ...clear }))
    expect(codesAt(await refusal(early))).toEqual([['candidatePapersStay', undefined]])
  })
})

test('the list is narrowed by campaign and state', async () => {
  await take()
  await take({ campaign: '' })
  await refused({ campaign: 'Пролет 2026' })
  const total = async (own: object) => (await clerk.candidates.list({ ...first, ...own })).total
  expect(await total({})).toBe(3)
  expect(await total({ view: 'open' })).toBe(2)
  expect(await total({ view: 'notAdmitted' })).toBe(1)
  expect(await total({ filters: { campaign: 'Пролет 2026' } })).toBe(1)
})
