import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { selectionMethodology } from '#domain/methodologies/selection-methodology.ts'
import { completeOffice } from '../kernel/seed.ts'
import { issuedEmployment } from '../testing/employment-data.ts'
import {
  click,
  openOffice,
  testToday,
  wholePath,
  type Client,
  type RunningOffice,
} from '../testing/office.ts'
import { codesAt, codesOf, refusal } from '../testing/refusal.ts'
import {
  admittedCandidate,
  begunCard,
  scoredCard,
  wholeAnswers,
} from '../testing/selection-data.ts'

let running: RunningOffice
let worker: Client
let head: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
  head = await running.as('head')
})
afterEach(() => running.dispose())

const first = { offset: 0, limit: 50 }
const reason = 'Основание от поне десет знака.'
const hall = { on: testToday, minute: 570, place: 'Залата на общината' }

describe('a relation', () => {
  test('is declared before the first point; who declared one is refused, another goes on', async () => {
    const { candidacyId } = await admittedCandidate(running)
    const own = { candidacyId, version: null }
    const said = { kind: 'declared' as const, text: 'Кандидатът е мой братовчед.' }
    const card = await worker.selections.declare(click({ ...own, ...said }))
    const answers = wholeAnswers()
    const { id } = card
    const denied = worker.selections.save(click({ id, version: card.version, answers }))
    expect(codesOf(await refusal(denied))).toEqual(['scorerRelated'])
    const back = { candidacyId, version: card.version, kind: 'none' as const, text: '' }
    expect(codesOf(await refusal(worker.selections.declare(click(back))))).toEqual([
      'scorerRelated',
    ])
    const unsaid = head.selections.save(click({ id, version: card.version, answers }))
    expect(codesOf(await refusal(unsaid))).toEqual(['conflictNotDeclared'])
    const taken = await head.selections.declare(click(back))
    const saved = await head.selections.save(click({ id, version: taken.version, answers }))
    expect((await head.selections.find({ candidacyId })).card?.conflicts).toMatchObject([
      { by: 'Профил socialWorker', kind: 'declared' },
      { by: 'Профил head', kind: 'none' },
    ])
    expect(saved.version).toBe(3)
  })

  test('that the scorer remembers later takes the points with it', async () => {
    const { candidacyId, id, version } = await begunCard(running, worker)
    const saved = await worker.selections.save(click({ id, version, answers: wholeAnswers() }))
    const said = { candidacyId, kind: 'declared' as const, text: 'Съседка от детството ми.' }
    await worker.selections.declare(click({ ...said, version: saved.version }))
    const { card, may } = await worker.selections.find({ candidacyId })
    expect(card).toMatchObject({ scorer: null, answers: [], points: null })
    expect(may.score || may.declare).toBe(false)
  })
})

describe('from the card to the pool', () => {
  test('half a card is saved and not finished; every fault at its row', async () => {
    const { id, version } = await begunCard(running, worker)
    const answers = wholeAnswers().slice(1)
    const saved = await worker.selections.save(click({ id, version, answers }))
    const early = worker.selections.finish(click({ id, version: saved.version }))
    expect(codesAt(await refusal(early))).toEqual([['answerMissing', 'answers.education']])
  })

  test('the scorer does not approve; another head does, and the paper is filed', async () => {
    const both = await running.as(...wholePath)
    const { candidacyId, personId, id, version } = await scoredCard(running, both)
    const denied = both.selections.approve(click({ id, version }))
    expect(codesOf(await refusal(denied))).toEqual(['approverScored'])
    const { number } = await head.selections.approve(click({ id, version }))
    expect(number).toBe('КП-1')
    const { candidacy } = await head.candidates.find({ id: candidacyId })
    expect(candidacy.state).toBe('inPool')
    expect((await head.papers.ofPerson({ personId })).map(({ kind }) => kind)).toEqual([
      'selectionCard',
    ])
    const back = head.candidates.undo(click({ id: candidacyId, version: 3, reason }))
    expect(codesOf(await refusal(back))).toEqual(['chosenByCard'])
  })

  test('whoever was chosen is employed by the signature under the labour contract, not before', async () => {
    const { candidacyId, personId, id, version } = await scoredCard(running, worker)
    await head.selections.approve(click({ id, version }))
    const found = () => head.candidates.find({ id: candidacyId })
    const { input } = await head.employments.proposal({ personId })
    expect(input.positionId).toBe('socialAssistant')
    const contract = await issuedEmployment(running, head, {}, personId)
    expect((await found()).candidacy.state).toBe('inPool')
    const signing = { signedOn: testToday }
    await head.employments.markSigned(
      click({ id: contract.id, version: contract.version, signing }),
    )
    const { candidacy, events } = await found()
    expect(candidacy.state).toBe('employed')
    expect(events.at(-1)).toMatchObject({ kind: 'employ', onDate: testToday })
  })

  test('a finished card goes back with a reason, and with the points of the commission', async () => {
    const { candidacyId, id, version } = await scoredCard(running, worker)
    const own = worker.selections.commission(click({ id, version, points: 26, comment: '' }))
    expect(codesOf(await refusal(own))).toEqual(['commissionIsScorer'])
    const apart = { id, version, points: 20, comment: '' }
    expect(codesAt(await refusal(head.selections.commission(click(apart))))).toEqual([
      ['commissionCommentMissing', 'comment'],
    ])
    const given = await head.selections.commission(click({ ...apart, comment: reason }))
    await worker.selections.reopen(click({ id, version: given.version, reason }))
    expect((await worker.selections.find({ candidacyId })).card).toMatchObject({
      state: 'draft',
      points: null,
      commission: null,
      standing: null,
      problems: [],
    })
  })

  test('equal points stand on one place, within the campaign that is asked', async () => {
    for (const without of [['crisis'], ['named'], []]) {
      const { id, version } = await scoredCard(running, worker, wholeAnswers(...without))
      await head.selections.approve(click({ id, version }))
    }
    const places = async (own: object) =>
      (await head.selections.list({ ...first, ...own })).rows.map(({ place, points }) => [
        place?.place,
        place?.tied,
        points,
      ])
    expect(await places({})).toEqual([
      [1, false, 26],
      [2, true, 23],
      [2, true, 23],
    ])
    expect(await places({ view: 'tied' })).toHaveLength(2)
    expect(await places({ filters: { campaign: 'Пролет 2026' } })).toEqual([])
  })
})

describe('the interview', () => {
  test('who did not come is out, with ground and reasons; the head says so', async () => {
    const { candidacyId, id, version } = await begunCard(running, worker)
    const past = { id, version, ...hall, on: '2026-11-13' }
    expect(codesAt(await refusal(worker.selections.invite(click(past))))).toEqual([
      ['interviewInPast', 'on'],
    ])
    const invited = await worker.selections.invite(click({ id, version, ...hall }))
    expect(invited.number).toBe('ПК-1')
    const waiting = async (kind: 'interviewsToday' | 'interviewsMissed') =>
      (await head.today.list({ kind })).lines.map((line) => line.id)
    expect(await waiting('interviewsToday')).toEqual([candidacyId])
    const came = { id, version: invited.version, came: 'no' as const, note: '' }
    const missed = await worker.selections.interviewed(click(came))
    expect(await waiting('interviewsToday')).toEqual([])
    expect(await waiting('interviewsMissed')).toEqual([candidacyId])
    const step = { id, version: missed.version, reason }
    expect(await refusal(worker.selections.dropOut(click(step)))).toMatchObject({
      code: 'FORBIDDEN',
    })
    await head.selections.dropOut(click(step))
    expect((await head.candidates.find({ id: candidacyId })).candidacy).toMatchObject({
      state: 'notAdmitted',
      refusalGround: 'interviewMissed',
      endReason: reason,
    })
    expect(await waiting('interviewsMissed')).toEqual([])
  })
})

test('a clerk sees no points: neither card, nor pool, nor its paper', async () => {
  const { candidacyId, id, version } = await scoredCard(running, worker)
  const { paperId } = await head.selections.approve(click({ id, version }))
  const clerk = await running.as('clerk')
  expect(await refusal(clerk.selections.find({ candidacyId }))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refusal(clerk.selections.list(first))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await refusal(clerk.papers.pdf({ id: paperId }))).toMatchObject({ code: 'NOT_FOUND' })
  const coordinator = await running.as('coordinator')
  expect((await coordinator.selections.list(first)).total).toBe(1)
})

test('the card goes with the papers of who was not chosen', async () => {
  const { candidacyId, id, version } = await begunCard(running, worker)
  await worker.selections.save(click({ id, version, answers: wholeAnswers() }))
  const event = { kind: 'refuse' as const, ground: 'notSelected' as const, date: testToday, reason }
  const gone = await head.candidates.decide(click({ id: candidacyId, version: 2, event }))
  const papers = { date: testToday, outcome: 'both' as const, note: '' }
  await head.candidates.clearPapers(click({ id: candidacyId, version: gone.version, ...papers }))
  expect((await head.selections.find({ candidacyId })).card).toBeNull()
})

test('an office of before there were two kinds gets the card once, and its own hash stays', async () => {
  const database = running.office.vault.database()
  const own = () =>
    database.raw
      .prepare("select code, hash from methodology_versions where code <> 'selection'")
      .all()
  const before = own()
  database.raw.prepare("delete from methodology_versions where code = 'selection'").run()
  completeOffice(database, running.office.now())
  completeOffice(database, running.office.now())
  expect(own()).toEqual(before)
  const versions = await head.methodologies.list({})
  expect(versions.map(({ kind, code, current }) => [kind, code, current])).toEqual([
    ['needs', 'center', true],
    ['selection', selectionMethodology.code, true],
  ])
})

test('a version of the card is made without degrees and hours, and stays a card', async () => {
  const versions = await head.methodologies.list({})
  const fromId = versions.find(({ kind }) => kind === 'selection')?.id ?? ''
  const { data } = await head.methodologies.find({ id: fromId })
  const { kind: _kind, ...rest } = data
  const changed = { ...rest, name: 'Карта на общината', validFrom: testToday }
  const { id } = await head.methodologies.create(click({ fromId, data: changed }))
  expect(await head.methodologies.find({ id })).toMatchObject({
    current: true,
    data: { kind: 'selection', version: 2, bands: [] },
  })
})
