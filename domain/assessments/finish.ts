import type { Methodology, MethodologyItem } from '#domain/methodologies/schema.ts'
import { appliesAtAge, score } from '#domain/methodologies/score.ts'
import type { Score } from '#domain/methodologies/score.ts'
import type { Problem, Verdict } from '#domain/problems/schema.ts'
import { valueOn } from '#domain/settings/rules.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import { isReason } from '#domain/text/reason.ts'
import { narrativeFields, optionalNarrative } from './schema.ts'
import type { AssessmentAnswer, AssessmentInput } from './schema.ts'

export interface FinishContext {
  today: string
  /** Date of the application. */
  entryDate: string
  /** Completed years on the day of the assessment. */
  age: number
  /** The version frozen when the assessment began. */
  methodology: Methodology
  /** Answers of the last approved assessment; empty when there was none. */
  previous: readonly AssessmentAnswer[]
  dailyMaxMinutes: number | null
  settings: readonly DatedSetting[]
}

/** Points now and last time; null where there is no answer to compare. */
export function changeOf(
  item: MethodologyItem,
  optionId: string | null,
  previousOptionId: string | null | undefined,
): 'up' | 'down' | 'same' | null {
  const points = (id: string | null | undefined) =>
    item.options.find((option) => option.id === id)?.points
  const now = points(optionId)
  const before = points(previousOptionId)
  if (now === undefined || before === undefined) return null
  return now === before ? 'same' : now > before ? 'up' : 'down'
}

/** Rows whose reason must be typed, and is not (or too short). */
export function reasonProblems(
  answers: readonly AssessmentAnswer[],
  ctx: FinishContext,
): Problem[] {
  const min = valueOn(ctx.settings, 'minReasonLength', ctx.today)
  const onChange = valueOn(ctx.settings, 'changeNeedsReason', ctx.today)
  const given = new Map(answers.map((answer) => [answer.itemId, answer]))
  const before = new Map(ctx.previous.map((answer) => [answer.itemId, answer.optionId]))
  const problems: Problem[] = []
  for (const item of ctx.methodology.groups.flatMap((group) => group.items)) {
    const answer = given.get(item.id)
    if (!answer?.optionId || !appliesAtAge(item, ctx.age)) continue
    const change = changeOf(item, answer.optionId, before.get(item.id))
    const needed = item.reason === 'always' || (onChange && (change === 'up' || change === 'down'))
    if (needed && !isReason(answer.reason, min))
      problems.push({
        code: answer.reason === '' ? 'answerReasonMissing' : 'reasonTooShort',
        path: ['answers', item.id, 'reason'],
        params: { item: item.text, min },
      })
  }
  return problems
}

function dateProblems(input: AssessmentInput, ctx: FinishContext): Problem[] {
  const problems: Problem[] = []
  const { visitDate, assessmentDate } = input
  const add = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, path: [field], ...(params ? { params } : {}) })
  if (!visitDate) add('visitDateMissing', 'visitDate')
  else if (visitDate > ctx.today) add('dateInFuture', 'visitDate', { todayDate: ctx.today })
  else if (visitDate < ctx.entryDate)
    add('dateBeforeEntry', 'visitDate', { entryDate: ctx.entryDate })
  if (input.outcome !== 'done') return problems
  if (!assessmentDate) add('assessmentDateMissing', 'assessmentDate')
  else if (assessmentDate > ctx.today)
    add('dateInFuture', 'assessmentDate', { todayDate: ctx.today })
  else if (assessmentDate < ctx.entryDate)
    add('dateBeforeEntry', 'assessmentDate', { entryDate: ctx.entryDate })
  else if (visitDate && assessmentDate < visitDate)
    add('assessmentBeforeVisit', 'assessmentDate', { visitDate })
  return problems
}

function contentProblems(input: AssessmentInput, ctx: FinishContext): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, path: (string | number)[], params?: Problem['params']) =>
    problems.push({ code, path, ...(params ? { params } : {}) })
  if (input.visitPlace === '') add('visitPlaceMissing', ['visitPlace'])
  const given = new Map(input.answers.map((answer) => [answer.itemId, answer.optionId]))
  for (const group of ctx.methodology.groups)
    for (const item of group.items)
      if (appliesAtAge(item, ctx.age) && !given.get(item.id))
        add('answerMissing', ['answers', item.id], { item: item.text })
  problems.push(...reasonProblems(input.answers, ctx))
  const team = valueOn(ctx.settings, 'minTeamSize', ctx.today)
  // Two social workers are a team, but of one discipline.
  const positions = new Set(input.team.map(({ position }) => position.toLocaleLowerCase('bg')))
  if (positions.size < team) add('teamTooSmall', ['team'], { min: team })
  if (input.sources.length === 0) add('sourcesMissing', ['sources'])
  for (const field of narrativeFields)
    if (!optionalNarrative.includes(field) && input.narrative[field] === '')
      add('narrativeMissing', ['narrative', field], { field })
  if (input.risks.length === 0 && !input.noRisks) add('risksUnanswered', ['risks'])
  if (input.personView === '') add('personViewMissing', ['personView'])
  if (input.conclusions === '') add('conclusionsMissing', ['conclusions'])
  if (input.recommendedActivities.length === 0) add('activitiesMissing', ['recommendedActivities'])
  const perDay = input.recommendedMinutesPerDay
  if (perDay === null) add('recommendedHoursMissing', ['recommendedMinutesPerDay'])
  else if (ctx.dailyMaxMinutes !== null && perDay > ctx.dailyMaxMinutes)
    add('dailyLimit', ['recommendedMinutesPerDay'], {
      dayMinutes: perDay,
      limitMinutes: ctx.dailyMaxMinutes,
    })
  if (input.recommendedTerm === null) add('recommendedTermMissing', ['recommendedTerm'])
  return problems
}

/**
 * The check page „Завърши оценката“: everything that is still open, in the order of the form; empty
 * = may be finished. After a refusal or a futile visit only the visit itself and its witness count.
 */
export function finishProblems(input: AssessmentInput, ctx: FinishContext): Problem[] {
  const problems: Problem[] = []
  if (input.kind === 'update' && input.updateReason === null)
    problems.push({ code: 'updateReasonMissing', path: ['updateReason'] })
  if (input.updateReason === 'other' && input.updateReasonText === '')
    problems.push({ code: 'updateReasonMissing', path: ['updateReasonText'] })
  problems.push(...dateProblems(input, ctx))
  if (input.outcome === 'done') problems.push(...contentProblems(input, ctx))
  else if (input.witness === '') problems.push({ code: 'witnessMissing', path: ['witness'] })
  return problems
}

/** The finished sheet with its score, or everything that is open. Score null = not carried out. */
export function finish(
  input: AssessmentInput,
  ctx: FinishContext,
): Verdict<{ status: 'finished' | 'notCarriedOut'; score: Score | null }> {
  const problems = finishProblems(input, ctx)
  if (problems.length > 0) return { ok: false, problems }
  if (input.outcome !== 'done') return { ok: true, status: 'notCarriedOut', score: null }
  const result = score(ctx.methodology, input.answers, ctx.age)
  return result.ok ? { ok: true, status: 'finished', score: result.score } : result
}

/** Areas at or over this share of their points: each wants a goal in the plan or „няма цел“. */
export function weakAreas(
  methodology: Methodology,
  given: Score,
  percent: number,
): { groupId: string; letter: string; name: string }[] {
  return given.areas
    .filter((area) => {
      const group = methodology.groups.find((known) => known.id === area.groupId)
      return (
        group?.needsGoal === true &&
        area.hundredths > 0 &&
        area.hundredths * 100 >= area.maxHundredths * percent
      )
    })
    .map(({ groupId, letter, name }) => ({ groupId, letter, name }))
}
