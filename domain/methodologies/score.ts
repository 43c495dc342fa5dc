import type { Problem, Verdict } from '#domain/problems/schema.ts'
import type { Methodology, MethodologyBand, MethodologyItem } from './schema.ts'

export interface Answer {
  itemId: string
  optionId: string | null
}

export interface AreaScore {
  groupId: string
  letter: string
  name: string
  /** Weighted points in hundredths, so that half weights stay exact. */
  hundredths: number
  maxHundredths: number
  answered: number
  items: number
}

/** One line of „Защо?“: a code named in locales and the numbers that fill it. */
export type WhyStep =
  | { code: 'area'; letter: string; name: string; points: number; max: number }
  | { code: 'sum'; points: number; max: number }
  | { code: 'coefficient'; percent: number; before: number; points: number }
  | { code: 'band'; min: number; max: number; degree: string | null }
  | { code: 'hours'; minutes: number }
  | { code: 'extraHours'; itemId: string; text: string; minutes: number }
  | { code: 'cap'; before: number; minutes: number }
  | { code: 'rule'; methodology: string; version: number; validFromDate: string }

export interface Score {
  areas: AreaScore[]
  /** Sum of weighted points before the coefficient (may have two decimals). */
  sum: number
  /** Whole points after coefficient, rounded half up: what the bands judge. */
  total: number
  maxTotal: number
  degree: string | null
  minutesPerMonth: number
  /** Every row that is asked at this age has an answer. */
  complete: boolean
  why: WhyStep[]
}

/** Is something with these ends (inclusive, null = open) asked of a person of this age? */
export function appliesAtAge(
  range: { minAge: number | null; maxAge: number | null },
  age: number,
): boolean {
  return (range.minAge ?? 0) <= age && age <= (range.maxAge ?? Infinity)
}

/** Most points a row has on paper, before weight. */
export function itemMax(item: MethodologyItem): number {
  return Math.max(...item.options.map((option) => option.points))
}

/** Weighted need of one answer in hundredths of a point. */
function itemHundredths(item: MethodologyItem, points: number): number {
  return (item.direction === 'need' ? points : itemMax(item) - points) * item.weightPercent
}

function itemMaxHundredths(item: MethodologyItem): number {
  const lowest = Math.min(...item.options.map((option) => option.points))
  return itemHundredths(item, item.direction === 'need' ? itemMax(item) : lowest)
}

/** Whole points after a coefficient in percent; half a point goes up. Exact in whole numbers. */
export function pointsAfterCoefficient(hundredths: number, percent: number): number {
  return Math.floor((hundredths * percent + 5000) / 10000)
}

function coefficientPercent(methodology: Methodology, age: number): number {
  return methodology.coefficients.find((range) => appliesAtAge(range, age))?.percent ?? 100
}

/** The range of whole points that a person of this age can reach. */
export function totalRange(methodology: Methodology, age: number): { min: number; max: number } {
  let min = 0
  let max = 0
  for (const group of methodology.groups)
    for (const item of group.items) {
      if (!appliesAtAge(item, age)) continue
      const values = item.options.map((option) => itemHundredths(item, option.points))
      min += Math.min(...values)
      max += Math.max(...values)
    }
  const percent = coefficientPercent(methodology, age)
  return {
    min: pointsAfterCoefficient(min, percent),
    max: pointsAfterCoefficient(max, percent),
  }
}

/** The band a whole number of points falls into; ends inclusive. */
export function bandOf(methodology: Methodology, total: number): MethodologyBand | undefined {
  return methodology.bands.find((band) => band.min <= total && total <= band.max)
}

type ExtraHours = Extract<WhyStep, { code: 'extraHours' }>

/** What the answers come to before any band is asked. */
interface PointCount {
  /** Areas with at least one row that is asked. */
  areas: AreaScore[]
  extras: ExtraHours[]
  sumHundredths: number
  maxHundredths: number
  percent: number
  total: number
  maxTotal: number
  complete: boolean
}

/**
 * The points of a sheet by area and in all. An unanswered row counts as nothing and leaves the count
 * incomplete; an answer that the methodology does not know is a problem (`answerUnknown`).
 */
export function countPoints(
  methodology: Methodology,
  answers: readonly Answer[],
  age: number,
): Verdict<{ count: PointCount }> {
  const chosen = new Map<string, string>()
  const problems: Problem[] = []
  for (const answer of answers) {
    if (chosen.has(answer.itemId))
      problems.push({ code: 'answerTwice', path: ['answers', answer.itemId] })
    if (answer.optionId !== null) chosen.set(answer.itemId, answer.optionId)
  }

  const areas: AreaScore[] = []
  const extras: ExtraHours[] = []
  for (const group of methodology.groups) {
    const area: AreaScore = {
      groupId: group.id,
      letter: group.letter,
      name: group.name,
      hundredths: 0,
      maxHundredths: 0,
      answered: 0,
      items: 0,
    }
    for (const item of group.items) {
      const optionId = chosen.get(item.id)
      chosen.delete(item.id)
      if (!appliesAtAge(item, age)) continue
      area.items += 1
      area.maxHundredths += itemMaxHundredths(item)
      if (optionId === undefined) continue
      const option = item.options.find((known) => known.id === optionId)
      if (!option) {
        problems.push({ code: 'answerUnknown', path: ['answers', item.id] })
        continue
      }
      area.answered += 1
      area.hundredths += itemHundredths(item, option.points)
      if (option.extraMinutes > 0)
        extras.push({
          code: 'extraHours',
          itemId: item.id,
          text: item.text,
          minutes: option.extraMinutes,
        })
    }
    areas.push(area)
  }
  for (const itemId of chosen.keys())
    problems.push({ code: 'answerUnknown', path: ['answers', itemId] })
  if (problems.length > 0) return { ok: false, problems }

  const asked = areas.filter((area) => area.items > 0)
  const sumHundredths = areas.reduce((sum, area) => sum + area.hundredths, 0)
  const percent = coefficientPercent(methodology, age)
  return {
    ok: true,
    count: {
      areas: asked,
      extras,
      sumHundredths,
      maxHundredths: asked.reduce((sum, area) => sum + area.maxHundredths, 0),
      percent,
      total: pointsAfterCoefficient(sumHundredths, percent),
      maxTotal: totalRange(methodology, age).max,
      complete: asked.every((area) => area.answered === area.items),
    },
  }
}

/**
 * Points, degree and minutes a month of a sheet, with the computed why. `age` in completed years on
 * the day of the assessment.
 */
export function score(
  methodology: Methodology,
  answers: readonly Answer[],
  age: number,
): Verdict<{ score: Score }> {
  const counted = countPoints(methodology, answers, age)
  if (!counted.ok) return counted
  const { areas: asked, extras, sumHundredths, maxHundredths, percent, total } = counted.count
  const band = bandOf(methodology, total)
  if (!band)
    return { ok: false, problems: [{ code: 'scoreOutsideBands', params: { points: total } }] }

  const why: WhyStep[] = asked.map((area) => ({
    code: 'area',
    letter: area.letter,
    name: area.name,
    points: area.hundredths / 100,
    max: area.maxHundredths / 100,
  }))
  why.push({ code: 'sum', points: sumHundredths / 100, max: maxHundredths / 100 })
  if (percent !== 100)
    why.push({ code: 'coefficient', percent, before: sumHundredths / 100, points: total })
  why.push({ code: 'band', min: band.min, max: band.max, degree: band.degree })
  why.push({ code: 'hours', minutes: band.minutesPerMonth })

  // Additions belong to somebody who is inside the service: below the first band there is nothing
  // to add them to.
  let minutesPerMonth = band.minutesPerMonth
  if (minutesPerMonth > 0)
    for (const extra of extras) {
      minutesPerMonth += extra.minutes
      why.push(extra)
    }
  const cap = methodology.maxMinutesPerMonth
  if (cap !== null && minutesPerMonth > cap) {
    why.push({ code: 'cap', before: minutesPerMonth, minutes: cap })
    minutesPerMonth = cap
  }
  why.push({
    code: 'rule',
    methodology: methodology.name,
    version: methodology.version,
    validFromDate: methodology.validFrom,
  })

  return {
    ok: true,
    score: {
      areas: asked,
      sum: sumHundredths / 100,
      total,
      maxTotal: counted.count.maxTotal,
      degree: band.degree,
      minutesPerMonth,
      complete: counted.count.complete,
      why,
    },
  }
}
