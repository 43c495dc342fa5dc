import type { AssessmentAnswer } from '#domain/assessments/schema.ts'
import { formatAddress } from '#domain/text/format-person.ts'
import { addressSchema } from '#domain/people/schema.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { Case } from './case.ts'
import { sheetFor, type Visit } from './assessment-sheet.ts'
import type { Need } from './sheet-texts.ts'

const placeOf = (one: Case) => formatAddress(addressSchema.parse(one.person.person.currentAddress))

function visitOf(one: Case): Visit {
  const { desk, worker, day } = one
  const colleague = desk.workers.find((known) => known !== worker) ?? worker
  const visitDate = addWorkingDays(day, -1)
  return {
    // Nobody visits before the application came.
    visitDate: visitDate < one.entry ? one.entry : visitDate,
    assessmentDate: day,
    place: placeOf(one),
    team: [worker, colleague].map(({ name, position }) => ({ name, position })),
  }
}

async function sheetOf(one: Case) {
  const sheet = await one.worker.client.assessments.sheet({ applicationId: one.applicationId })
  if (sheet.kind !== 'sheet') throw new Error('the sheet is not open for writing')
  return sheet
}

/** Half a sheet, as it lies on the desk between two visits. */
export async function beginSheet(one: Case, need: Need): Promise<void> {
  const { desk } = one
  const sheet = await sheetOf(one)
  const whole = sheetFor(one.random, sheet.input, sheet.methodology, one.person, need, visitOf(one))
  const saved = await one.worker.client.assessments.save(
    desk.click({
      id: null,
      version: null,
      methodologyVersionId: sheet.methodologyVersionId,
      data: { ...whole, answers: whole.answers.slice(0, 12), conclusions: '', personView: '' },
    }),
  )
  one.assessmentId = saved.id
}

/** The whole sheet, finished and sent to the head. */
export async function finishSheet(
  one: Case,
  need: Need,
  before: readonly AssessmentAnswer[] = [],
): Promise<void> {
  const { desk } = one
  const { client } = one.worker
  const sheet = await sheetOf(one)
  const data = sheetFor(
    one.random,
    sheet.input,
    sheet.methodology,
    one.person,
    need,
    visitOf(one),
    before,
  )
  const saved = await client.assessments.save(
    desk.click({
      id: sheet.assessment?.id ?? null,
      version: sheet.assessment?.version ?? null,
      methodologyVersionId: sheet.methodologyVersionId,
      data,
    }),
  )
  desk.clock.tick()
  one.assessmentId = saved.id
  await client.assessments.finish(desk.click({ id: saved.id, version: saved.version }))
}

/** A visit that came to nothing, before a witness. */
export async function visitInVain(one: Case, outcome: 'notFound' | 'refused'): Promise<void> {
  const { desk } = one
  const { client } = one.worker
  const sheet = await sheetOf(one)
  const { visitDate, place, team } = visitOf(one)
  const saved = await client.assessments.save(
    desk.click({
      id: null,
      version: null,
      methodologyVersionId: sheet.methodologyVersionId,
      data: {
        ...sheet.input,
        outcome,
        visitDate,
        visitPlace: place,
        team,
        witness: outcome === 'notFound' ? 'съсед от №\u00A012' : 'кметският наместник',
      },
    }),
  )
  desk.clock.tick()
  await client.assessments.finish(desk.click({ id: saved.id, version: saved.version }))
}

export async function sendSheetBack(one: Case): Promise<void> {
  const { desk } = one
  const found = await desk.head.assessments.find({ id: one.assessmentId })
  await desk.head.assessments.sendBack(
    desk.click({
      id: found.id,
      version: found.version,
      reason: 'Липсва обосновка за нощния надзор; допълнете от разговора с близките.',
    }),
  )
}

/** Hours as the methodology gave them; now and then fewer, with the reason. */
export async function approveHours(one: Case): Promise<void> {
  const { desk, random } = one
  const { head } = desk
  const found = await head.assessments.find({ id: one.assessmentId })
  const computed = found.computedMinutes ?? 0
  const lowered = computed > 60 * 60 && random.chance(7)
  const approved = await head.assessments.approve(
    desk.click({
      id: found.id,
      version: found.version,
      grantedMinutes: lowered ? computed - 12 * 60 : computed,
      reason: lowered
        ? 'Близките поемат събота и неделя; часовете са намалени по тяхно желание.'
        : '',
    }),
  )
  desk.clock.tick()
  if (random.chance(85)) await head.papers.markPrinted(desk.click({ id: approved.paperId, version: 1 })) // prettier-ignore
}

/** A review after half a year: a new visit on the answers of the last one. */
export async function reviewAssessment(one: Case, need: Need): Promise<void> {
  const { desk } = one
  const { client } = one.worker
  const old = await client.assessments.find({ id: one.assessmentId })
  const begun = await client.assessments.newVersion(
    desk.click({ id: one.assessmentId, updateReason: 'periodicReview', updateReasonText: '' }),
  )
  one.assessmentId = begun.id
  await finishSheet(one, need, old.input.answers)
}
