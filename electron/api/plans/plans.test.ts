import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPdf } from '#papers/testing/read-pdf.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import { approveAnother, approvedCase } from '../testing/approved-assessment.ts'
import { issuedContract } from '../testing/contract-data.ts'
import { click, openOffice, type Client, type RunningOffice } from '../testing/office.ts'
import { planInput, weekRow } from '../testing/plan-data.ts'

let running: RunningOffice
let worker: Client
let head: Client
let of: Awaited<ReturnType<typeof approvedCase>>

beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
  head = await running.as('head')
  of = await approvedCase(running, worker)
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
const codes = (refused: Refusal) => refused.data.problems?.map(({ code }) => code)

async function create(own: Partial<PlanInput> = {}) {
  const plan = planInput(of.assessmentId, own)
  return worker.plans.create(click({ personId: of.personId, plan }))
}
async function ready(own: Partial<PlanInput> = {}) {
  const { id, version } = await create(own)
  return worker.plans.prepare(click({ id, version }))
}
async function approved(own: Partial<PlanInput> = {}) {
  const { id, version } = await ready(own)
  return head.plans.approve(click({ id, version }))
}
/** Sessions do not outlive a night: everybody logs in again. */
async function daysLater(days: number) {
  running.advance(days * 24 * 3_600_000)
  worker = await running.as('socialWorker')
  head = await running.as('head')
}
async function signed() {
  const { id, version } = await approved()
  await daysLater(1)
  const on = { signedOn: '2026-11-17', mode: 'person' as const }
  return worker.plans.markSigned(click({ id, version, ...on }))
}

describe('a new plan', () => {
  test('begins with what the office knows and what the assessment found', async () => {
    const start = await worker.plans.start({ personId: of.personId })
    if (start.existing !== null) throw new Error('there is no plan yet')
    expect(start.input).toMatchObject({
      validFrom: '2026-11-16',
      validTo: '2027-11-15',
      nextReviewDate: '2027-05-16',
      emergencyContactName: 'Анна Георгиева',
      generalPractitioner: 'д-р Колева',
      caseManager: 'Профил socialWorker',
    })
    expect(start.measures.weakAreas.map(({ groupId }) => groupId)).toEqual(['SELF', 'HOME'])
    expect(start.measures).toMatchObject({ grantedMinutes: 3360, dailyMaxMinutes: 240 })
  })

  test('the office’s own review term moves the default and the limit', async () => {
    await head.settings.add(
      click({ key: 'reviewMonths', value: 3, validFrom: '2026-11-16', source: 'заповед 12' }),
    )
    const start = await worker.plans.start({ personId: of.personId })
    if (start.existing !== null) throw new Error('there is no plan yet')
    expect(start.input.nextReviewDate).toBe('2027-02-16')
    const { id, version } = await create()
    expect(codes(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
      'reviewTooLate',
    ])
  })

  test('is one for an application, whatever two windows thought', async () => {
    const once = click({ personId: of.personId, plan: planInput(of.assessmentId) })
    const [first, second] = await Promise.all([
      worker.plans.create(once),
      worker.plans.create(once),
    ])
    expect(second).toEqual(first)
    expect(await worker.plans.start({ personId: of.personId })).toEqual({ existing: first.id })
    expect(codes(await refusal(create()))).toEqual(['planAlreadyOpen'])
  })

  test('needs an approved assessment, a living person and hours', async () => {
    const none = await approvedCase(running, worker, { grantedMinutes: 0 })
    const start = (personId: string) => refusal(worker.plans.start({ personId }))
    expect(codes(await start(none.personId))).toEqual(['planWithoutHours'])
    const { version, ...person } = await worker.people.edit({ id: of.personId })
    await worker.people.update(
      click({ id: of.personId, version, data: { ...person, deathDate: '2026-11-15' } }),
    )
    expect(codes(await start(of.personId))).toEqual(['personDied'])
  })

  test('rests on the approved assessment of its own person, whatever the page sent', async () => {
    const other = await approvedCase(running, worker)
    const { id } = await worker.plans.create(
      click({ personId: of.personId, plan: planInput(other.assessmentId) }),
    )
    const plan = await worker.plans.find({ id })
    expect(plan.measures.assessment.id).toBe(of.assessmentId)
    expect(plan.input.assessmentId).toBe(of.assessmentId)
  })
})

test('the next plan follows the one that ran out and replaces it; none begins before it', async () => {
  const { id, version } = await signed()
  const early = { id, version, validFrom: '2026-11-15' }
  expect(codes(await refusal(worker.plans.newVersion(click(early))))).toEqual(['versionBeforePlan'])
  expect(await worker.plans.start({ personId: of.personId })).toEqual({ existing: id })
  await daysLater(365)
  const start = await worker.plans.start({ personId: of.personId })
  if (start.existing !== null) throw new Error('the plan that ended is opened again')
  expect(start.input).toMatchObject({ validFrom: '2027-11-17', validTo: '2028-11-16' })
  const { personId } = of
  const next = await worker.plans.create(click({ personId, plan: start.input }))
  expect(codes(await refusal(worker.plans.create(click({ personId, plan: start.input }))))).toEqual(
    ['planAlreadyOpen'],
  )
  const ready = await worker.plans.prepare(click(next))
  const approved = await head.plans.approve(click({ id: next.id, version: ready.version }))
  const on = { signedOn: '2027-11-17', mode: 'person' as const }
  await worker.plans.markSigned(click({ id: next.id, version: approved.version, ...on }))
  expect((await worker.plans.find({ id })).status).toBe('superseded')
})

describe('hours', () => {
  test('over in the fullest month are blocked here too, with the month', async () => {
    // 13 hours a week are 60 in March 2027, of 23 working days; 56 are granted.
    const { id, version } = await create({
      rows: [weekRow(), weekRow({ weekdays: [1, 3, 5], fromMinute: 600, toMinute: 660 })],
    })
    const refused = await refusal(worker.plans.prepare(click({ id, version })))
    expect(refused.data.problems).toEqual([
      {
        code: 'planOverGranted',
        path: ['rows'],
        params: {
          plannedMinutes: 3600,
          grantedMinutes: 3360,
          overMinutes: 240,
          month: 3,
          year: 2027,
        },
      },
    ])
    const kept = await worker.plans.find({ id })
    expect([kept.status, kept.maxMinutes]).toEqual(['draft', 3600])
  })

  test('over a day, a clash and a weak area without a goal are named together', async () => {
    const { id, version } = await create({
      rows: [weekRow({ weekdays: [1], toMinute: 780 }), weekRow({ weekdays: [1] })],
      areasWithoutGoal: [],
    })
    expect(codes(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
      'areaWithoutGoal',
      'rowsOverlap',
      'planDailyLimit',
    ])
  })

  test('under are let through', async () => {
    expect((await ready({ rows: [weekRow({ weekdays: [1] })] })).status).toBe('ready')
  })

  test('fewer hours after the plan was prepared stop its approval', async () => {
    const { id, version } = await ready()
    approveAnother(running, of, 20 * 60)
    expect(codes(await refusal(head.plans.approve(click({ id, version }))))).toEqual([
      'assessmentReplaced',
      'planOverGranted',
    ])
    await head.plans.sendBack(click({ id, version, reason: 'Нова оценка с 20 ч.' }))
    const back = await worker.plans.find({ id })
    expect([back.status, back.sentBackReason, back.measures.grantedMinutes]).toEqual([
      'draft',
      'Нова оценка с 20 ч.',
      1200,
    ])
    const lean = planInput(of.assessmentId, {
      rows: [weekRow({ weekdays: [1, 4] })],
      areasWithoutGoal: [],
    })
    const saved = await worker.plans.update(click({ id, version: back.version, plan: lean }))
    const again = await worker.plans.prepare(click(saved))
    expect(again.status).toBe('ready')
    expect((await worker.plans.find({ id })).grantedMinutes).toBe(1200)
  })
})

describe('approval', () => {
  test('is by another person than the one who prepared it', async () => {
    const start = planInput(of.assessmentId)
    const { id, version } = await head.plans.create(click({ personId: of.personId, plan: start }))
    const prepared = await head.plans.prepare(click({ id, version }))
    expect((await head.plans.find({ id })).mayApprove).toBe(false)
    const own = await refusal(head.plans.approve(click({ id, version: prepared.version })))
    expect(codes(own)).toEqual(['planApproverIsPreparer'])
    expect((await head.plans.find({ id })).number).toBeNull()
    const foreign = await refusal(worker.plans.approve(click({ id, version: prepared.version })))
    expect(foreign.code).toBe('FORBIDDEN')
  })

  test('draws the number once and freezes the paper that shows it', async () => {
    const { id, version } = await ready()
    const once = { requestId: randomUUID(), data: { id, version } }
    const [first, second] = await Promise.all([head.plans.approve(once), head.plans.approve(once)])
    expect(second).toEqual(first)
    expect(first.number).toBe('ИПП-1')
    const plan = await worker.plans.find({ id })
    expect(plan).toMatchObject({ status: 'approved', number: 'ИПП-1', planDate: '2026-11-16' })
    const file = await worker.papers.pdf({ id: first.paperId })
    const { text } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    for (const words of [
      'ИНДИВИДУАЛЕН ПЛАН ЗА ПОДКРЕПА № ИПП-1/16.11.2026 г.',
      'Да поддържа личната си хигиена.',
      'Домакинството поема дъщерята.',
      'от 40 ч. до 46 ч. според месеца',
      'Профил head',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('ПРОЕКТ')
  })

  test('a plan that was changed since the page opened is not approved', async () => {
    const { id, version } = await ready()
    const back = await head.plans.sendBack(click({ id, version, reason: 'Добавете цел.' }))
    await worker.plans.prepare(click({ id, version: back.version }))
    expect((await refusal(head.plans.approve(click({ id, version })))).code).toBe('CONFLICT')
  })

  test('the draft on the screen says ПРОЕКТ and has no number', async () => {
    const { id } = await create()
    const file = await worker.plans.draftPdf({ id })
    const { text } = await readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(text).toContain('ПРОЕКТ')
    expect(text).not.toContain('ИПП-')
  })

  test('a person under guardianship without a guardian on record stops the preparation', async () => {
    const ward = await approvedCase(running, worker, {
      person: { capacity: 'fullInterdiction', ownWishText: 'Желая да остана у дома.' },
    })
    const { id, version } = await worker.plans.create(
      click({ personId: ward.personId, plan: planInput(ward.assessmentId) }),
    )
    expect(codes(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
      'guardianMissing',
    ])
  })
})

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
    expect(codes(await sign('2026-11-15'))).toEqual(['signedBeforePaper'])
    expect(codes(await sign('2026-11-18'))).toEqual(['signedInFuture'])
  })

  test('a locked plan is not written into', async () => {
    const { id, version } = await approved()
    const plan = planInput(of.assessmentId)
    expect(codes(await refusal(worker.plans.update(click({ id, version, plan }))))).toEqual([
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
      codes(
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
    expect(codes(await refuse({ results: [] }))).toEqual(['reviewResultMissing'])
    expect(codes(await refuse({ reviewedOn: '2026-11-18' }))).toEqual(['dateInFuture'])
    expect(codes(await refuse({ nextReviewDate: '2027-05-18' }))).toEqual(['reviewTooLate'])
    expect(codes(await refuse({ nextReviewDate: '2026-11-17' }))).toEqual(['nextReviewBeforeThis'])
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

/** How much of a kind „Днес“ has for this account. */
const waits = async (client: Client, kind: 'toPlan' | 'plansToApprove' | 'plansToReview') =>
  (await client.today.list({ kind })).lines.length

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
