import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventsOf } from '#db/queries/application-events.ts'
import { readPdf } from '#papers/testing/read-pdf.ts'
import { computed, openAssessmentDesk, type AssessmentDesk } from '../testing/assessment-desk.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { click, testToday } from '../testing/office.ts'
import { wholeSheet } from '../testing/sheet-data.ts'
import { codesOf, refusal } from '../testing/refusal.ts'

let running: AssessmentDesk['running']
let worker: AssessmentDesk['worker']
let head: AssessmentDesk['head']
let stateOf: AssessmentDesk['stateOf']
let sheetOf: AssessmentDesk['sheetOf']
let approved: AssessmentDesk['approved']
beforeEach(async () => {
  ;({ running, worker, head, stateOf, sheetOf, approved } = await openAssessmentDesk())
})
afterEach(() => running.dispose())

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
    expect(codesOf(said)).toEqual(['approverIsPreparer'])
    expect((await both.assessments.find({ id })).may).toMatchObject({
      approve: false,
      approvesOwn: true,
    })
    expect((await both.assessments.counts({})).toApprove).toBe(0)
    expect((await head.assessments.counts({})).toApprove).toBe(1)
    const back = await refusal(
      both.assessments.sendBack(click({ id, version, reason: 'Още веднъж да се провери.' })),
    )
    expect(codesOf(back)).toEqual(['approverIsPreparer'])
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
    expect(codesOf(none)).toEqual(['grantedReasonMissing'])
    const short = await refusal(head.assessments.approve(click({ ...other, reason: 'малко' })))
    expect(codesOf(short)).toEqual(['reasonTooShort'])
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
    expect(codesOf(short)).toEqual(['reasonTooShort'])
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
    expect(codesOf(said)).toEqual(['answerReasonMissing'])
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
    expect(codesOf(stale)).toEqual(['methodologyChanged'])
    const second = await finishedAssessment(worker, other.applicationId)
    expect((await worker.assessments.find({ id: second.id })).computedMinutes).toBe(100 * 60)
  })
})
