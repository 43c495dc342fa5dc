import type { AssessmentAnswer, AssessmentInput } from '#domain/assessments/schema.ts'
import { ageOn } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Methodology, MethodologyItem } from '#domain/methodologies/schema.ts'
import { appliesAtAge, score } from '#domain/methodologies/score.ts'
import type { ActivityGroup } from '#domain/regimes/activity-groups.ts'
import type { TermKind } from '#domain/regimes/catalogue.ts'
import type { InventedPerson } from './people.ts'
import type { Random } from './random.ts'
import {
  answerReasons,
  conclusionsFor,
  narrativeFor,
  personViewFor,
  risks,
  sources,
  type Need,
} from './sheet-texts.ts'

/** Share of the points from which the answers begin to be looked for. */
const share: Record<Need, number> = { none: 0.1, I: 0.33, II: 0.55, III: 0.74, IV: 0.9 }
const degrees: Record<Need, string | null> = { none: null, I: 'I', II: 'II', III: 'III', IV: 'IV' }

/** Rows that a fact decides, not the assessor's eye. */
function factOf(item: MethodologyItem, person: InventedPerson): string | undefined {
  const { telk, livesWith } = person
  if (item.id === 'telk') {
    if (!telk) return 'o3'
    if (telk.percent >= 90) return telk.attendance ? 'o6' : 'o5'
    return telk.percent > 70 ? 'o4' : 'o2'
  }
  if (item.id === 'household')
    return { alone: 'o4', spouse: 'o3', family: 'o2', others: 'o2' }[livesWith]
  return undefined
}

/** Answers that reach the wanted degree, one row moved at a time from a first guess. */
export function answersFor(
  random: Random,
  methodology: Methodology,
  person: InventedPerson,
  need: Need,
  on: CivilDate,
): AssessmentAnswer[] {
  const age = ageOn(person.person.birthDate, on)
  const items = methodology.groups
    .flatMap((group) => group.items)
    .filter((item) => appliesAtAge(item, age))
  const chosen = new Map<string, number>()
  for (const item of items) {
    const fact = factOf(item, person)
    const last = item.options.length - 1
    const guess = Math.round(last * share[need] + (random.next() - 0.5) * 1.6)
    const byFact = item.options.findIndex((option) => option.id === fact)
    chosen.set(item.id, byFact >= 0 ? byFact : Math.min(last, Math.max(0, guess)))
  }
  const free = items.filter((item) => factOf(item, person) === undefined)
  for (let turn = 0; turn < 400; turn += 1) {
    const answers = items.map((item) => ({
      itemId: item.id,
      optionId: item.options[chosen.get(item.id) ?? 0]?.id ?? null,
      reason: '',
    }))
    const found = score(methodology, answers, age)
    if (!found.ok) throw new Error('the methodology cannot judge its own rows')
    if (found.score.degree === degrees[need]) return answers
    const wanted = methodology.bands.find((band) => band.degree === degrees[need])
    if (!wanted) throw new Error(`the methodology knows no degree ${String(degrees[need])}`)
    const up = found.score.total < wanted.min
    const movable = free.filter((item) => {
      const at = chosen.get(item.id) ?? 0
      return up ? at < item.options.length - 1 : at > 0
    })
    if (movable.length === 0) throw new Error(`degree ${need} cannot be reached`)
    const item = random.pick(movable)
    chosen.set(item.id, (chosen.get(item.id) ?? 0) + (up ? 1 : -1))
  }
  throw new Error(`degree ${need} was not reached`)
}

const groups: Record<Need, readonly ActivityGroup[]> = {
  none: ['dailyTasks'],
  I: ['dailyTasks', 'communication'],
  II: ['selfCare', 'mobility', 'dailyTasks'],
  III: ['selfCare', 'mobility', 'positioning', 'dailyTasks'],
  IV: ['selfCare', 'mobility', 'positioning', 'dailyTasks', 'communication'],
}
const perDay: Record<Need, number> = { none: 0, I: 120, II: 210, III: 225, IV: 240 }
const terms: Record<Need, TermKind> = {
  none: 'short',
  I: 'medium',
  II: 'medium',
  III: 'long',
  IV: 'long',
}

export interface Visit {
  visitDate: CivilDate
  assessmentDate: CivilDate
  place: string
  team: AssessmentInput['team']
}

/** The finished content of a sheet; `before` are the answers of the sheet that this one reviews. */
export function sheetFor(
  random: Random,
  begun: AssessmentInput,
  methodology: Methodology,
  person: InventedPerson,
  need: Need,
  visit: Visit,
  before: readonly AssessmentAnswer[] = [],
): AssessmentInput {
  const earlier = new Map(before.map((answer) => [answer.itemId, answer.optionId]))
  const answers = answersFor(random, methodology, person, need, visit.assessmentDate).map(
    (answer) => {
      const changed = earlier.has(answer.itemId) && earlier.get(answer.itemId) !== answer.optionId
      return changed || random.chance(6)
        ? { ...answer, reason: random.pick(answerReasons) }
        : answer
    },
  )
  const found = need === 'none' ? [] : random.some(risks, random.whole(1, 2))
  return {
    ...begun,
    assessmentDate: visit.assessmentDate,
    visitDate: visit.visitDate,
    visitPlace: visit.place,
    outcome: 'done',
    answers,
    team: visit.team,
    sources: random.some(sources, 3),
    opinions: random.chance(30)
      ? [
          {
            from: person.person.gp ?? 'личен лекар',
            date: visit.visitDate,
            summary: 'Препоръчва помощ при къпане и контрол на лекарствата.',
          },
        ]
      : [],
    narrative: narrativeFor(random, person, need),
    risks: found.map(({ risk, measure }) => ({
      risk,
      measure,
      level: random.pick(['low', 'medium', 'high']),
    })),
    noRisks: found.length === 0,
    personView: personViewFor(random, person, need),
    conclusions: conclusionsFor(need),
    recommendedActivities: [...groups[need]],
    recommendedMinutesPerDay: perDay[need],
    recommendedTerm: terms[need],
  }
}
