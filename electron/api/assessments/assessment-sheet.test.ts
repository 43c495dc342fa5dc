import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { can } from '#domain/accounts/permissions.ts'
import { roles } from '#domain/accounts/roles.ts'
import { defaultMethodology } from '#domain/methodologies/default-methodology.ts'
import { score } from '#domain/methodologies/score.ts'
import { computed, openAssessmentDesk, type AssessmentDesk } from '../testing/assessment-desk.ts'
import { finishedAssessment, personWithApplication } from '../testing/assessment-data.ts'
import { click } from '../testing/office.ts'
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
    expect(codesOf(again)).toEqual(['assessmentAlreadyOpen'])
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
    expect(codesOf(said)).toEqual(['assessmentNotYet'])
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
    expect(codesOf(said)).toEqual(['visitDateMissing', 'answerMissing', 'teamTooSmall'])
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
  expect(codesOf(none)).toContain('assessmentNotFinished')
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
