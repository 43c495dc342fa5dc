import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, addMonths } from '#domain/calendar/civil-date.ts'
import { waitingKinds } from '../waiting-kinds.ts'
import { approvedCase } from '../testing/cases.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, testToday, type RunningOffice } from '../testing/office.ts'

let running: RunningOffice
beforeEach(async () => {
  running = await openOffice()
})
afterEach(() => running.dispose())

test('a role is told only of what it may open; the administrator of no dossier at all', async () => {
  const kindsFor = async (role: 'administrator' | 'head' | 'clerk' | 'accountant') =>
    (await (await running.as(role)).today.overview({})).figures.map((figure) => figure.kind)
  expect(await kindsFor('administrator')).toEqual([])
  expect(await kindsFor('head')).toEqual(waitingKinds.map(({ kind }) => kind))
  // No scores, no health: neither the kind nor its figure leaves the office.
  expect(await kindsFor('clerk')).toEqual([
    'documentsMissing',
    'toAdmit',
    'applicationsAfterDeath',
    'candidateDocumentsMissing',
    'candidatePapers',
    'contractsToSign',
    'contractsEnding',
    'employmentNotices',
    'employmentsToSign',
    'employmentsEnding',
    'eventsToday',
    'eventsToMark',
    'trainingLacking',
    'papersOut',
  ])
  expect(await kindsFor('accountant')).toEqual([
    'contractsEnding',
    'employmentsEnding',
    'papersOut',
  ])
})

test('every figure is the length of the list it opens, for who may and for who may not', async () => {
  for (const role of ['head', 'clerk'] as const) {
    const client = await running.as(role)
    const { figures } = await client.today.overview({})
    for (const { kind } of waitingKinds) {
      const { lines } = await client.today.list({ kind })
      expect(lines.length, `${role} ${kind}`).toBe(
        figures.find((one) => one.kind === kind)?.count ?? 0,
      )
    }
  }
})

test('who waits for a place has no plan that is late, until there is a place', async () => {
  const worker = await running.as('socialWorker')
  const one = approvedCase(running.office, { planStatus: 'draft' })
  const waiting = async () => (await worker.today.list({ kind: 'toPlan' })).lines.length
  const step = async (kind: 'enterWaitingList' | 'placeFreed') => {
    const { application } = await worker.applications.find({ id: one.applicationId })
    const { id, version } = application
    return worker.applications.step(click({ id, version, event: { kind } }))
  }
  expect(await waiting()).toBe(1)
  expect((await step('enterWaitingList')).state).toBe('waiting')
  expect(await waiting()).toBe(0)
  const { deadlines, undo } = await worker.applications.find({ id: one.applicationId })
  expect(deadlines.map(({ code }) => code)).not.toContain('supportPlan')
  expect(undo?.kind).toBe('enterWaitingList')
  expect((await step('placeFreed')).state).toBe('approved')
  expect(await waiting()).toBe(1)
})

test('the end of a plan is a deadline while the service helps, until the next plan is there', async () => {
  const [head, worker] = [await running.as('head'), await running.as('socialWorker')]
  const validTo = addDays(testToday, 20)
  const one = approvedCase(running.office, { plan: { validTo, nextReviewDate: null } })
  const { personId } = one
  const ending = async () =>
    (await worker.today.list({ kind: 'plansEnding' })).lines.map(({ id, due }) => [id, due])
  const deadline = async () =>
    (await worker.cases.path({ personId })).deadlines.find(({ kind }) => kind === 'planEnds')?.date
  expect(await ending(), 'without a contract nobody helps yet').toEqual([])
  expect(await deadline()).toBeUndefined()
  await issuedContract({ worker, head }, personId)
  expect(await ending()).toEqual([[one.planId, validTo]])
  expect(await deadline()).toBe(validTo)
  const { version } = await worker.plans.find({ id: one.planId })
  const validFrom = addDays(validTo, 1)
  const next = await worker.plans.newVersion(click({ id: one.planId, version, validFrom }))
  expect(await ending(), 'begun is not there yet').toHaveLength(1)
  const { input, version: begun } = await worker.plans.find({ id: next.id })
  expect(input).toMatchObject({ validFrom, nextReviewDate: addMonths(validFrom, 6) })
  expect(begun).toBe(1)
})

test('a plan is looked at again as long as the service helps, not after it', async () => {
  const [head, worker] = [await running.as('head'), await running.as('socialWorker')]
  const one = approvedCase(running.office, { plan: { nextReviewDate: testToday } })
  const due = async () => (await worker.today.list({ kind: 'plansToReview' })).lines.length
  expect(await due(), 'without a contract nobody helps yet').toBe(0)
  const { id, version } = await issuedContract({ worker, head }, one.personId)
  expect(await due()).toBe(1)
  await head.contracts.annul(click({ id, version, reason: 'Издаден по грешка на друго лице.' }))
  expect(await due()).toBe(0)
})

test('one count: beside each group of the navigation stands what „За мен“ holds of it', async () => {
  await running.as('head')
  approvedCase(running.office, { planStatus: 'draft' })
  for (const role of ['head', 'socialWorker', 'clerk', 'coordinator', 'accountant'] as const) {
    const { today } = await running.as(role)
    const { groups, waiting } = await today.count({})
    const { total, figures } = await today.overview({})
    expect(waiting, role).toBe(total)
    expect(
      Object.values(groups).reduce((sum, count) => sum + count),
      role,
    ).toBe(total)
    for (const { kind, work, count } of figures) {
      const group = waitingKinds.find((one) => one.kind === kind)?.work ?? null
      expect(work, kind).toBe(group !== null)
      if (group !== null) expect(groups[group], `${role} ${kind}`).toBeGreaterThanOrEqual(count)
    }
  }
})

test('after a death only what ends the case is left: the contract first, then the application', async () => {
  const [head, worker] = [await running.as('head'), await running.as('socialWorker')]
  const one = approvedCase(running.office)
  const waits = async (): Promise<string[]> =>
    (await head.today.overview({ view: 'team' })).lines
      .filter(({ personId }) => personId === one.personId)
      .map(({ kind }) => kind)
  expect(await waits()).toEqual(['toContract'])
  const contract = await issuedContract({ worker, head }, one.personId)
  const die = async () => {
    const { version, ...person } = await worker.people.edit({ id: one.personId })
    return worker.people.update(
      click({ id: one.personId, version, data: { ...person, deathDate: testToday } }),
    )
  }
  await die()
  expect(await waits()).toEqual(['contractsAfterDeath'])
  const { id, version } = await head.contracts.find({ id: contract.id })
  await head.contracts.annul(click({ id, version, reason: 'Лицето почина преди подписване.' }))
  expect(await waits()).toEqual(['applicationsAfterDeath'])
})
