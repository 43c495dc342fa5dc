import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { roles } from '#domain/accounts/roles.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { score } from '#domain/methodologies/score.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { eventsOf } from '#db/queries/application-events.ts'
import { findApplicationRow } from '#db/queries/applications.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { click, openOffice, testToday, type Client, type RunningOffice } from '../testing/office.ts'
import { wholeSheet } from '../testing/sheet-data.ts'

let running: RunningOffice
let worker: Client
let head: Client
beforeEach(async () => {
  running = await openOffice()
  worker = await running.as('socialWorker')
  head = await running.as('head')
})
afterEach(() => running.dispose())

interface Refusal {
  code: string
  data: { problems?: Problem[] }
}
async function refusal(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => {
      throw new Error('was not refused')
    },
    (error: unknown) => error as Refusal,
  )
}
const codes = (r: Refusal) => r.data.problems?.map((problem) => problem.code)
const stateOf = (applicationId: string) =>
  findApplicationRow(running.office.vault.database().orm, applicationId)?.state

async function sheetOf(applicationId: string, client = worker) {
  const sheet = await client.assessments.sheet({ applicationId })
  if (sheet.kind !== 'sheet') throw new Error('not a sheet')
  return sheet
}
/** All answers at the third place: 57 of 90 points, degree II. */
const computed = 84 * 60
async function approved(applicationId: string, own: { minutes?: number; reason?: string } = {}) {
  const finished = await finishedAssessment(worker, applicationId)
  return head.assessments.approve(
    click({
      id: finished.id,
      version: finished.version,
      grantedMinutes: own.minutes ?? computed,
      reason: own.reason ?? '',
    }),
  )
}

describe('a sheet', () => {
  test('begins on an admitted application, may be saved half written, and begins once', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const sheet = await sheetOf(applicationId)
    expect(sheet.assessment).toBeNull()
    expect(sheet.input.answers).toEqual([])
    const begin = click({
      id: null,
      version: null,
      methodologyVersionId: sheet.methodologyVersionId,
      data: { ...sheet.input, visitDate: '2026-11-12' },
    })
    const [first, second] = await Promise.all([
      worker.assessments.save(begin),
      worker.assessments.save(begin),
    ])
    expect(second).toEqual(first)
    expect(stateOf(applicationId)).toBe('forAssessment')
    const again = await refusal(worker.assessments.save(click(begin.data)))
    expect(codes(again)).toEqual(['assessmentAlreadyOpen'])
    expect((await sheetOf(applicationId)).input.visitDate).toBe('2026-11-12')
    const { problems } = await worker.assessments.find({ id: first.id })
    expect(problems.filter((problem) => problem.code === 'answerMissing')).toHaveLength(28)
  })

  test('does not begin before admission', async () => {
    const { applicationId } = await personWithApplication(running, worker, 'registered')
    const sheet = await sheetOf(applicationId)
    expect(sheet.problems.map((problem) => problem.code)).toEqual(['assessmentNotYet'])
    const said = await refusal(
      worker.assessments.save(
        click({
          id: null,
          version: null,
          methodologyVersionId: sheet.methodologyVersionId,
          data: sheet.input,
        }),
      ),
    )
    expect(codes(said)).toEqual(['assessmentNotYet'])
  })

  test('saved from two windows shows the other one and overwrites nothing', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const sheet = await sheetOf(applicationId)
    const save = (id: string | null, version: number | null, conclusions: string) =>
      worker.assessments.save(
        click({
          id,
          version,
          methodologyVersionId: sheet.methodologyVersionId,
          data: wholeSheet(applicationId, sheet.methodology, 1, { conclusions }),
        }),
      )
    const { id, version } = await save(null, null, 'първо')
    await save(id, version, 'второ')
    const stale = await refusal(save(id, version, 'трето'))
    expect(stale.code).toBe('CONFLICT')
    expect(stale.data).toMatchObject({ theirs: { conclusions: 'второ', version: 2 } })
    expect((await sheetOf(applicationId)).input.conclusions).toBe('второ')
  })

  test('is finished only when whole, and everything that is open is named', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const sheet = await sheetOf(applicationId)
    const data = wholeSheet(applicationId, sheet.methodology, 2, { team: [], visitDate: null })
    const saved = await worker.assessments.save(
      click({
        id: null,
        version: null,
        methodologyVersionId: sheet.methodologyVersionId,
        data: { ...data, answers: data.answers.slice(1) },
      }),
    )
    const said = await refusal(worker.assessments.finish(click(saved)))
    expect(codes(said)).toEqual(['visitDateMissing', 'answerMissing', 'teamTooSmall'])
    expect(said.data.problems?.[1]?.params).toEqual({ item: 'Хранене' })
    expect(stateOf(applicationId)).toBe('forAssessment')
  })

  test('thrown away before it is finished leaves the application waiting', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const sheet = await sheetOf(applicationId)
    const saved = await worker.assessments.save(
      click({
        id: null,
        version: null,
        methodologyVersionId: sheet.methodologyVersionId,
        data: sheet.input,
      }),
    )
    await worker.assessments.discard(click(saved))
    expect((await sheetOf(applicationId)).assessment).toBeNull()
    expect(stateOf(applicationId)).toBe('forAssessment')
  })

  test('begins with the team of the last one', async () => {
    const first = await personWithApplication(running, worker)
    await finishedAssessment(worker, first.applicationId)
    const second = await personWithApplication(running, worker)
    const sheet = await sheetOf(second.applicationId)
    expect(sheet.carried).toBe(true)
    expect(sheet.input.team.map((member) => member.position)).toEqual([
      'социален работник',
      'психолог',
    ])
    expect(sheet.input.visitDate).toBeNull()
  })
})

describe('the score', () => {
  test('is the one the methodology gives, with the same why, whenever it is asked', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const { id } = await finishedAssessment(worker, applicationId)
    const view = await worker.assessments.find({ id })
    const expected = score(defaultMethodology, view.input.answers, view.person.age)
    expect(expected.ok && expected.score).toEqual(view.score)
    expect([view.total, view.degree, view.computedMinutes]).toEqual([57, 'II', computed])
    expect(view.score?.why.map((step) => step.code)).toEqual([
      ...Array<string>(6).fill('area'),
      'sum',
      'band',
      'hours',
      'rule',
    ])
    expect(stateOf(applicationId)).toBe('assessed')
    expect((await worker.assessments.find({ id })).score).toEqual(view.score)
  })
})

describe('approval', () => {
  test('freezes the sheet with its number, once, and approves the application', async () => {
    const { applicationId, personId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const press = click({ id, version, grantedMinutes: computed, reason: '' })
    const [first, second] = await Promise.all([
      head.assessments.approve(press),
      head.assessments.approve(press),
    ])
    expect(second).toEqual(first)
    expect(first.number).toBe('ИОП-1')
    expect(stateOf(applicationId)).toBe('approved')
    const view = await worker.assessments.find({ id })
    expect(view).toMatchObject({
      status: 'approved',
      grantedMinutes: computed,
      approvedBy: 'Профил head',
      preparedBy: 'Профил socialWorker',
      approvalDate: testToday,
      paper: { id: first.paperId, number: 'ИОП-1' },
    })
    const filed = await worker.papers.ofPerson({ personId })
    expect(filed.map((paper) => paper.kind)).toEqual(['assessment'])
    const bytes = await (await worker.papers.pdf({ id: first.paperId })).arrayBuffer()
    const { text } = await readPdf(new Uint8Array(bytes))
    expect(text).toContain('ИОП-1')
    expect(text).toContain('степен II')
    expect(text).toContain('84 ч.')
    expect(text).toContain('Последици от инсулт')
    expect(text).not.toContain('ПРОЕКТ')
    const again = await (await worker.papers.pdf({ id: first.paperId })).arrayBuffer()
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
  })

  test('is given by another person, even where one person has both roles', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const both = await running.as('head', 'socialWorker', 'clerk')
    const { id, version } = await finishedAssessment(both, applicationId)
    const said = await refusal(
      both.assessments.approve(click({ id, version, grantedMinutes: computed, reason: '' })),
    )
    expect(codes(said)).toEqual(['approverIsPreparer'])
    expect((await both.assessments.find({ id })).may).toMatchObject({
      approve: false,
      approvesOwn: true,
    })
    expect((await both.assessments.counts({})).toApprove).toBe(0)
    expect((await head.assessments.counts({})).toApprove).toBe(1)
    const back = await refusal(
      both.assessments.sendBack(click({ id, version, reason: 'Още веднъж да се провери.' })),
    )
    expect(codes(back)).toEqual(['approverIsPreparer'])
    expect(
      (await worker.papers.ofPerson({ personId: (await head.assessments.find({ id })).person.id }))
        .length,
    ).toBe(0)
  })

  test('with other hours asks why, and prints the reason', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const other = { id, version, grantedMinutes: 42 * 60 }
    const none = await refusal(head.assessments.approve(click({ ...other, reason: '' })))
    expect(codes(none)).toEqual(['grantedReasonMissing'])
    const short = await refusal(head.assessments.approve(click({ ...other, reason: 'малко' })))
    expect(codes(short)).toEqual(['reasonTooShort'])
    const reason = 'Дъщерята поема почивните дни.'
    const { paperId } = await head.assessments.approve(click({ ...other, reason }))
    const bytes = await (await head.papers.pdf({ id: paperId })).arrayBuffer()
    expect((await readPdf(new Uint8Array(bytes))).text).toContain(reason)
    const events = eventsOf(running.office.vault.database().orm, applicationId)
    expect(events.at(-1)?.kind).toBe('hoursApproved')
  })

  test('of no hours leaves the application below the threshold', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const finished = await finishedAssessment(worker, applicationId, 0)
    const view = await head.assessments.find({ id: finished.id })
    expect([view.total, view.degree, view.computedMinutes]).toEqual([0, null, 0])
    await head.assessments.approve(
      click({ id: finished.id, version: finished.version, grantedMinutes: 0, reason: '' }),
    )
    expect(stateOf(applicationId)).toBe('belowThreshold')
  })

  test('sent back with a reason, corrected and finished again', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const short = await refusal(head.assessments.sendBack(click({ id, version, reason: 'не' })))
    expect(codes(short)).toEqual(['reasonTooShort'])
    const reason = 'Липсва становище на личния лекар.'
    await head.assessments.sendBack(click({ id, version, reason }))
    expect(stateOf(applicationId)).toBe('forAssessment')
    const sheet = await sheetOf(applicationId)
    expect(sheet.assessment).toMatchObject({ id, status: 'returned', sentBackReason: reason })
    const again = await finishedAssessment(worker, applicationId)
    expect(again.id).toBe(id)
    expect(stateOf(applicationId)).toBe('assessed')
  })

  test('of a sheet that somebody changed meanwhile files nothing', async () => {
    const { applicationId, personId } = await personWithApplication(running, worker)
    const { id, version } = await finishedAssessment(worker, applicationId)
    const said = await refusal(
      head.assessments.approve(
        click({ id, version: version - 1, grantedMinutes: computed, reason: '' }),
      ),
    )
    expect(said.code).toBe('CONFLICT')
    expect(await worker.papers.ofPerson({ personId })).toEqual([])
    const { number } = await head.assessments.approve(
      click({ id, version, grantedMinutes: computed, reason: '' }),
    )
    expect(number).toBe('ИОП-1')
  })
})

describe('versions', () => {
  test('a correction begins with the old answers and asks why a row changed; the old one stays', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const old = await approved(applicationId)
    const { id } = await worker.assessments.newVersion(
      click({ id: old.id, updateReason: 'changeInCondition', updateReasonText: '' }),
    )
    expect(stateOf(applicationId)).toBe('forAssessment')
    const sheet = await sheetOf(applicationId)
    expect(sheet.assessment?.id).toBe(id)
    expect(sheet.previous).toMatchObject({ id: old.id, number: 'ИОП-1' })
    expect(sheet.input).toMatchObject({ kind: 'update', updateReason: 'changeInCondition' })
    expect(sheet.input.assessmentDate).toBeNull()

    const answers = sheet.input.answers.map((answer) =>
      answer.itemId === 'eating' ? { ...answer, optionId: 'o4' } : answer,
    )
    const data = wholeSheet(applicationId, sheet.methodology, 2, { ...sheet.input, answers })
    const dated = { ...data, assessmentDate: testToday, visitDate: testToday }
    const save = (values: typeof dated, version: number) =>
      worker.assessments.save(
        click({ id, version, methodologyVersionId: sheet.methodologyVersionId, data: values }),
      )
    const saved = await save(dated, 1)
    const said = await refusal(worker.assessments.finish(click(saved)))
    expect(codes(said)).toEqual(['answerReasonMissing'])
    const reasoned = {
      ...dated,
      answers: answers.map((answer) =>
        answer.itemId === 'eating' ? { ...answer, reason: 'Вече не се храни без помощ.' } : answer,
      ),
    }
    const finished = await worker.assessments.finish(click(await save(reasoned, saved.version)))
    const next = await head.assessments.approve(
      click({ ...finished, grantedMinutes: computed, reason: '' }),
    )
    expect(next.number).toBe('ИОП-2')
    const before = await worker.assessments.find({ id: old.id })
    expect(before).toMatchObject({ status: 'superseded', number: 'ИОП-1', total: 57 })
    expect(before.input.answers.find((answer) => answer.itemId === 'eating')?.optionId).toBe('o3')
    expect((await worker.papers.pdf({ id: old.paperId })).size).toBeGreaterThan(10_000)
    expect(stateOf(applicationId)).toBe('approved')
  })

  test('a correction that is thrown away puts the application back where it was', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const old = await approved(applicationId)
    const { id } = await worker.assessments.newVersion(
      click({ id: old.id, updateReason: 'correction', updateReasonText: '' }),
    )
    await worker.assessments.discard(click({ id, version: 1 }))
    expect(stateOf(applicationId)).toBe('approved')
    expect(await worker.assessments.sheet({ applicationId })).toEqual({
      kind: 'elsewhere',
      id: old.id,
    })
  })

  test('stay with the methodology they began with, and say that there is a newer one', async () => {
    const { applicationId } = await personWithApplication(running, worker)
    const sheet = await sheetOf(applicationId)
    const saved = await worker.assessments.save(
      click({
        id: null,
        version: null,
        methodologyVersionId: sheet.methodologyVersionId,
        data: wholeSheet(applicationId, sheet.methodology),
      }),
    )
    const [from] = await head.methodologies.list({})
    const bands = sheet.methodology.bands.map((band) =>
      band.degree === 'II' ? { ...band, minutesPerMonth: 100 * 60 } : band,
    )
    const made = await head.methodologies.create(
      click({
        fromId: from?.id ?? '',
        data: { ...sheet.methodology, bands, validFrom: testToday },
      }),
    )
    expect(made.number).toBe(2)
    const finished = await worker.assessments.finish(click(saved))
    expect((await worker.assessments.find({ id: finished.id })).computedMinutes).toBe(computed)
    const other = await personWithApplication(running, worker)
    const stale = await refusal(
      worker.assessments.save(
        click({
          id: null,
          version: null,
          methodologyVersionId: sheet.methodologyVersionId,
          data: wholeSheet(other.applicationId, sheet.methodology),
        }),
      ),
    )
    expect(codes(stale)).toEqual(['methodologyChanged'])
    const second = await finishedAssessment(worker, other.applicationId)
    expect((await worker.assessments.find({ id: second.id })).computedMinutes).toBe(100 * 60)
  })
})

test('nobody at the address: the application waits on, and the next attempt is counted', async () => {
  const { applicationId } = await personWithApplication(running, worker)
  const sheet = await sheetOf(applicationId)
  const saved = await worker.assessments.save(
    click({
      id: null,
      version: null,
      methodologyVersionId: sheet.methodologyVersionId,
      data: {
        ...sheet.input,
        outcome: 'notFound' as const,
        visitDate: '2026-11-12',
        witness: 'П. Илиев, кметски наместник',
      },
    }),
  )
  const done = await worker.assessments.finish(click(saved))
  expect(done.status).toBe('notCarriedOut')
  expect(stateOf(applicationId)).toBe('forAssessment')
  expect((await worker.assessments.find({ id: saved.id })).may.nextAttempt).toBe(true)
  const next = await sheetOf(applicationId)
  expect(next.assessment).toBeNull()
  expect(next.input.visitAttempt).toBe(2)
  const none = await refusal(
    head.assessments.approve(click({ ...done, grantedMinutes: 0, reason: '' })),
  )
  expect(codes(none)).toContain('assessmentNotFinished')
})

describe('who may see scores', () => {
  test('roles without the right are sent nothing of them', async () => {
    const { applicationId, personId } = await personWithApplication(running, worker)
    const { id } = await approved(applicationId)
    for (const role of ['clerk', 'coordinator', 'accountant', 'administrator'] as const) {
      const client = await running.as(role)
      const asked = [
        client.assessments.find({ id }),
        client.assessments.ofPerson({ personId }),
        client.assessments.list({ offset: 0, limit: 10 }),
        client.assessments.sheet({ applicationId }),
        client.assessments.draftPdf({ id }),
      ]
      for (const work of asked) expect((await refusal(work)).code, role).toBe('FORBIDDEN')
    }
  })

  test('the narrative about health is in the sheet: who may read the one may read the other', () => {
    for (const role of roles)
      if (can([role], 'assessments.read')) expect(can([role], 'people.readHealth'), role).toBe(true)
  })

  test('a list line carries no number of the person', async () => {
    const { applicationId, personId } = await personWithApplication(running, worker)
    await approved(applicationId)
    const { idNumber } = await worker.people.edit({ id: personId })
    const list = await worker.assessments.list({ offset: 0, limit: 10 })
    expect(list.total).toBe(1)
    expect(list.rows[0]).toMatchObject({
      name: 'Георгиев, Иван Петров',
      number: 'ИОП-1',
      total: 57,
    })
    expect(JSON.stringify(list)).not.toContain(idNumber)
    const found = await worker.assessments.list({ text: 'геор ива', offset: 0, limit: 10 })
    expect(found.rows.map((row) => row.personId)).toEqual([personId])
  })
})
