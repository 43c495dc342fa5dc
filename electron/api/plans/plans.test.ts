import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { approveAnother, approvedCase } from '../testing/approved-assessment.ts'
import { click } from '../testing/office.ts'
import { planInput, weekRow } from '../testing/plan-data.ts'
import { openPlanDesk, type PlanDesk } from '../testing/plan-desk.ts'
import { codesOf, refusal } from '../testing/refusal.ts'

let running: PlanDesk['running']
let worker: PlanDesk['worker']
let head: PlanDesk['head']
let of: PlanDesk['of']
let create: PlanDesk['create']
let ready: PlanDesk['ready']
beforeEach(async () => {
  ;({ running, worker, head, of, create, ready } = await openPlanDesk())
})
afterEach(() => running.dispose())

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
    expect(codesOf(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
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
    expect(codesOf(await refusal(create()))).toEqual(['planAlreadyOpen'])
  })

  test('needs an approved assessment, a living person and hours', async () => {
    const none = await approvedCase(running, worker, { grantedMinutes: 0 })
    const start = (personId: string) => refusal(worker.plans.start({ personId }))
    expect(codesOf(await start(none.personId))).toEqual(['planWithoutHours'])
    const { version, ...person } = await worker.people.edit({ id: of.personId })
    await worker.people.update(
      click({ id: of.personId, version, data: { ...person, deathDate: '2026-11-15' } }),
    )
    expect(codesOf(await start(of.personId))).toEqual(['personDied'])
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
    expect(codesOf(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
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
    expect(codesOf(await refusal(head.plans.approve(click({ id, version }))))).toEqual([
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
    expect(codesOf(own)).toEqual(['planApproverIsPreparer'])
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
    expect(codesOf(await refusal(worker.plans.prepare(click({ id, version }))))).toEqual([
      'guardianMissing',
    ])
  })
})
