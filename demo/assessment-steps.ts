import { emptyAssessment, type AssessmentInput } from '#domain/assessments/schema.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { score } from '#domain/methodologies/score.ts'
import { addressSchema } from '#domain/people/schema.ts'
import { formatAddress } from '#domain/text/format-person.ts'
import { sheetFor, type Visit } from './assessment-sheet.ts'
import type { Case } from './case.ts'
import type { SheetRules } from './desk.ts'
import type { Need } from './sheet-texts.ts'

/** Comes from outside for the visits, and has no profile. */
const psychologist = { name: 'Ралица Беседова', position: 'психолог' }

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
    team: [worker, colleague, psychologist].map(({ name, position }) => ({ name, position })),
  }
}

/** The rows that are asked: read from the first sheet that is opened. */
async function rulesOf(one: Case): Promise<SheetRules> {
  const { desk } = one
  if (desk.sheetRules) return desk.sheetRules
  const sheet = await one.worker.client.assessments.sheet({ applicationId: one.application.id })
  if (sheet.kind !== 'sheet') throw new Error('the sheet is not open for writing')
  const { methodologyVersionId, methodology } = sheet
  desk.sheetRules = { methodologyVersionId, methodology }
  return desk.sheetRules
}

async function save(one: Case, rules: SheetRules, data: AssessmentInput): Promise<void> {
  const { desk, assessment } = one
  const begun = assessment.id !== ''
  one.assessment = await one.worker.client.assessments.save(
    desk.click({
      id: begun ? assessment.id : null,
      version: begun ? assessment.version : null,
      methodologyVersionId: rules.methodologyVersionId,
      data,
    }),
  )
}

function begunInput(one: Case, attempt: number): AssessmentInput {
  return { ...emptyAssessment(one.application.id), visitAttempt: attempt }
}

/** Half a sheet, as it lies on the desk between two visits. */
export async function beginSheet(one: Case, need: Need): Promise<void> {
  const rules = await rulesOf(one)
  const input = begunInput(one, 1)
  const whole = sheetFor(one.random, input, rules.methodology, one.person, need, visitOf(one))
  await save(one, rules, {
    ...whole,
    answers: whole.answers.slice(0, 12),
    conclusions: '',
    personView: '',
  })
}

/** The whole sheet, finished and sent to the head. */
export async function finishSheet(
  one: Case,
  need: Need,
  review: Pick<AssessmentInput, 'kind' | 'updateReason'> | null = null,
): Promise<void> {
  const { desk, person, random, day } = one
  const rules = await rulesOf(one)
  const { methodology } = rules
  const begun = { ...begunInput(one, 1), ...(review ?? {}) }
  const before = review ? one.answers : []
  const data = sheetFor(random, begun, methodology, person, need, visitOf(one), before)
  await save(one, rules, data)
  desk.clock.tick()
  const judged = score(methodology, data.answers, ageOn(person.person.birthDate, day))
  one.answers = data.answers
  one.computedMinutes = judged.ok ? judged.score.minutesPerMonth : 0
  const { id, version } = await one.worker.client.assessments.finish(desk.click(one.assessment))
  one.assessment = { id, version }
}

/** A visit that came to nothing, before a witness; the next one begins a sheet of its own. */
export async function visitInVain(
  one: Case,
  outcome: 'notFound' | 'refused',
  attempt: number,
): Promise<void> {
  const { desk } = one
  const { visitDate, place, team } = visitOf(one)
  await save(one, await rulesOf(one), {
    ...begunInput(one, attempt),
    outcome,
    visitDate,
    visitPlace: place,
    team,
    witness:
      outcome === 'notFound'
        ? 'Дочка Съседова, съседка от №\u00A012'
        : 'Стоил Наместников, кметски наместник',
  })
  desk.clock.tick()
  await one.worker.client.assessments.finish(desk.click(one.assessment))
  one.assessment = { id: '', version: 0 }
}

export async function sendSheetBack(one: Case): Promise<void> {
  const { desk } = one
  one.assessment = await desk.head.assessments.sendBack(
    desk.click({
      ...one.assessment,
      reason: 'Липсва обосновка за нощния надзор; допълнете от разговора с близките.',
    }),
  )
}

/** Hours as the methodology gave them; now and then fewer, with the reason. */
export async function approveHours(one: Case): Promise<void> {
  const { desk, random, computedMinutes: computed } = one
  const { head } = desk
  const lowered = computed > 60 * 60 && random.chance(7)
  const { id, version, paperId } = await head.assessments.approve(
    desk.click({
      ...one.assessment,
      grantedMinutes: lowered ? computed - 12 * 60 : computed,
      reason: lowered
        ? 'Близките поемат събота и неделя; часовете са намалени по тяхно желание.'
        : '',
    }),
  )
  one.assessment = { id, version }
  desk.clock.tick()
  if (random.chance(85)) await head.papers.markPrinted(desk.click({ id: paperId, version: 1 }))
}

/** A review after half a year: a new visit on the answers of the last one. */
export async function reviewAssessment(one: Case, need: Need): Promise<void> {
  const { desk } = one
  const begun = await one.worker.client.assessments.newVersion(
    desk.click({ id: one.assessment.id, updateReason: 'periodicReview', updateReasonText: '' }),
  )
  one.assessment = { id: begun.id, version: 1 }
  await finishSheet(one, need, { kind: 'update', updateReason: 'periodicReview' })
}
