import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlanInput } from '#domain/plans/schema.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, type Client } from '../testing/office.ts'
import { planInput, weekRow } from '../testing/plan-data.ts'
import { openPlanDesk, type PlanDesk } from '../testing/plan-desk.ts'
import { codesOf, refusal } from '../testing/refusal.ts'

let running: PlanDesk['running']
let worker: PlanDesk['worker']
let head: PlanDesk['head']
let of: PlanDesk['of']
let create: PlanDesk['create']
let ready: PlanDesk['ready']
let toLater: PlanDesk['daysLater']
beforeEach(async () => {
  ;({ running, worker, head, of, create, ready, daysLater: toLater } = await openPlanDesk())
})
afterEach(() => running.dispose())
async function approved(own: Partial<PlanInput> = {}) {
  const { id, version } = await ready(own)
  return head.plans.approve(click({ id, version }))
}
async function daysLater(days: number) {
  ;({ worker, head } = await toLater(days))
}
async function signed() {
  const { id, version } = await approved()
  await daysLater(1)
  const on = { signedOn: '2026-11-17', mode: 'person' as const }
  return worker.plans.markSigned(click({ id, version, ...on }))
}
/** How much of a kind „Днес“ has for this account. */
const waits = async (client: Client, kind: 'toPlan' | 'plansToApprove' | 'plansToReview') =>
  (await client.today.list({ kind })).lines.length

describe('after the signature', () => {
  test('paper and plan are signed in one step', async () => {
    const { id } = await signed()
    const plan = await worker.plans.find({ id })
    expect([plan.status, plan.signedOn]).toEqual(['signed', '2026-11-17'])
    expect(plan.paper).toMatchObject({ status: 'signedBack', signedOn: '2026-11-17' })
  })

  test('a day before the paper or after today is refused', async () => {
    const { id, version } = await approved()
    const sign = (signedOn: string) =>
      refusal(worker.plans.markSigned(click({ id, version, signedOn, mode: 'person' })))
    expect(codesOf(await sign('2026-11-15'))).toEqual(['signedBeforePaper'])
    expect(codesOf(await sign('2026-11-18'))).toEqual(['signedInFuture'])
  })

  test('a locked plan is not written into', async () => {
    const { id, version } = await approved()
    const plan = planInput(of.assessmentId)
    expect(codesOf(await refusal(worker.plans.update(click({ id, version, plan }))))).toEqual([
      'planLocked',
    ])
  })

  test('a new version keeps the old one as it was until it is signed itself', async () => {
    const { id, version } = await signed()
    const before = await worker.plans.find({ id })
    const made = await worker.plans.newVersion(click({ id, version, validFrom: '2027-02-01' }))
    const next = await worker.plans.find({ id: made.id })
    expect(next).toMatchObject({ status: 'draft', revision: 2, number: null })
    expect(next.input.nextReviewDate).toBe('2027-08-01')
    expect(
      codesOf(
        await refusal(worker.plans.newVersion(click({ id, version, validFrom: '2027-03-01' }))),
      ),
    ).toEqual(['planVersionOpen'])

    const changed = { ...next.input, rows: [weekRow({ weekdays: [2, 4] })] }
    const saved = await worker.plans.update(
      click({ id: made.id, version: next.version, plan: changed }),
    )
    const prepared = await worker.plans.prepare(click(saved))
    const ok = await head.plans.approve(click({ id: made.id, version: prepared.version }))
    expect(ok.number).toBe('ИПП-2')
    expect((await worker.plans.find({ id })).status).toBe('signed')
    await worker.plans.markSigned(
      click({ id: made.id, version: ok.version, signedOn: '2026-11-17', mode: 'person' }),
    )
    const old = await worker.plans.find({ id })
    expect(old.status).toBe('superseded')
    expect(old.input).toEqual(before.input)
    expect(old.versions.map(({ revision, status }) => [revision, status])).toEqual([
      [2, 'signed'],
      [1, 'superseded'],
    ])
  })

  test('a review keeps a result for every goal and moves the next one on', async () => {
    const { id, version } = await signed()
    const review = {
      reviewedOn: '2026-11-17',
      results: [{ result: 'partly' as const, note: 'Къпе се веднъж седмично.' }],
      note: 'Планът остава.',
      nextReviewDate: '2027-05-17',
    }
    const refuse = (own: Partial<typeof review>) =>
      refusal(worker.plans.review(click({ id, version, review: { ...review, ...own } })))
    expect(codesOf(await refuse({ results: [] }))).toEqual(['reviewResultMissing'])
    expect(codesOf(await refuse({ reviewedOn: '2026-11-18' }))).toEqual(['dateInFuture'])
    expect(codesOf(await refuse({ nextReviewDate: '2027-05-18' }))).toEqual(['reviewTooLate'])
    expect(codesOf(await refuse({ nextReviewDate: '2026-11-17' }))).toEqual([
      'nextReviewBeforeThis',
    ])
    await worker.plans.review(click({ id, version, review }))
    const plan = await worker.plans.find({ id })
    expect(plan.input.nextReviewDate).toBe('2027-05-17')
    expect(plan.reviews).toMatchObject([{ ...review, writtenBy: 'Профил socialWorker' }])
  })
})

describe('two windows', () => {
  test('the second save is shown the first and overwrites nothing', async () => {
    const { id, version } = await create()
    const save = (client: Client, caseManager: string) =>
      client.plans.update(click({ id, version, plan: planInput(of.assessmentId, { caseManager }) }))
    await save(head, 'Галина Димитрова')
    expect(await refusal(save(worker, 'Петър Илиев'))).toMatchObject({
      code: 'CONFLICT',
      data: {
        changedBy: 'Профил head',
        theirs: { caseManager: 'Галина Димитрова', version: 2, rows: [{ activity: 'hygiene' }] },
      },
    })
    expect((await worker.plans.find({ id })).input.caseManager).toBe('Галина Димитрова')
  })
})

describe('the list', () => {
  test('finds by name, state and due review, and counts what it shows', async () => {
    const { id } = await signed()
    const ask = async (client: Client, question: { text: string } | { view: string }) => {
      const { rows, total } = await client.plans.list({ ...question, offset: 0, limit: 9 })
      expect(rows).toHaveLength(total)
      return rows.map((row) => row.id)
    }
    expect(await ask(worker, { text: 'георг' })).toEqual([id])
    expect(await ask(worker, { view: 'draft' })).toEqual([])
    expect(await ask(worker, { view: 'reviewDue' })).toEqual([])
    expect(await waits(worker, 'plansToReview')).toBe(0)
    await issuedContract({ worker, head }, of.personId)
    await daysLater(170)
    expect(await ask(worker, { view: 'reviewDue' })).toEqual([id])
    expect(await waits(worker, 'plansToReview')).toBe(1)
    // Who died is reviewed no more, also while the contract is not ended yet.
    const { version, ...person } = await worker.people.edit({ id: of.personId })
    await worker.people.update(
      click({ id: of.personId, version, data: { ...person, deathDate: '2026-12-01' } }),
    )
    expect(await ask(worker, { view: 'reviewDue' })).toEqual([])
    expect(await waits(worker, 'plansToReview')).toBe(0)
  })

  test('what waits is counted for the role that can do it', async () => {
    expect(await waits(worker, 'toPlan')).toBe(1)
    await ready()
    expect(await waits(worker, 'toPlan')).toBe(0)
    expect(await waits(worker, 'plansToApprove')).toBe(0)
    expect(await waits(head, 'plansToApprove')).toBe(1)
  })
})

test('the next plan follows the one that ran out and replaces it; none begins before it', async () => {
  const { id, version } = await signed()
  const early = { id, version, validFrom: '2026-11-15' }
  expect(codesOf(await refusal(worker.plans.newVersion(click(early))))).toEqual([
    'versionBeforePlan',
  ])
  expect(await worker.plans.start({ personId: of.personId })).toEqual({ existing: id })
  await daysLater(365)
  const start = await worker.plans.start({ personId: of.personId })
  if (start.existing !== null) throw new Error('the plan that ended is opened again')
  expect(start.input).toMatchObject({ validFrom: '2027-11-17', validTo: '2028-11-16' })
  const { personId } = of
  const next = await worker.plans.create(click({ personId, plan: start.input }))
  expect(
    codesOf(await refusal(worker.plans.create(click({ personId, plan: start.input })))),
  ).toEqual(['planAlreadyOpen'])
  const ready = await worker.plans.prepare(click(next))
  const approved = await head.plans.approve(click({ id: next.id, version: ready.version }))
  const on = { signedOn: '2027-11-17', mode: 'person' as const }
  await worker.plans.markSigned(click({ id: next.id, version: approved.version, ...on }))
  expect((await worker.plans.find({ id })).status).toBe('superseded')
})

describe('roles', () => {
  test('clerk, accountant and administrator receive no plan, nor may they sign one', async () => {
    const { id, version } = await approved()
    for (const role of ['clerk', 'accountant', 'administrator'] as const) {
      const client = await running.as(role)
      expect((await refusal(client.plans.find({ id }))).code, role).toBe('FORBIDDEN')
      expect((await refusal(client.plans.ofPerson({ personId: of.personId }))).code).toBe(
        'FORBIDDEN',
      )
    }
    const clerk = await running.as('clerk')
    const sign = clerk.plans.markSigned(
      click({ id, version, signedOn: '2026-11-16', mode: 'person' }),
    )
    expect((await refusal(sign)).code).toBe('NOT_FOUND')
  })

  test('a coordinator reads the week without the doctor, the weak areas and the ЕГН', async () => {
    const { id } = await approved()
    const coordinator = await running.as('coordinator')
    const plan = await coordinator.plans.find({ id })
    expect(plan.input.rows).toHaveLength(1)
    expect(plan.measures.weakAreas).toEqual([])
    expect(plan.measures.assessment.id).toBeNull()
    const { rows } = await coordinator.plans.list({ offset: 0, limit: 5 })
    const all = JSON.stringify([plan, rows])
    expect(all).not.toContain('Колева')
    expect(rows[0]).not.toHaveProperty('idNumber')
    expect((await refusal(coordinator.plans.draftPdf({ id }))).code).toBe('FORBIDDEN')
  })

  test('every step leaves its line in the dossier', async () => {
    await signed()
    const { entries } = await head.audit.timeline({ personId: of.personId })
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['plan.created', 'plan.prepared', 'plan.approved', 'plan.signed']),
    )
  })
})
