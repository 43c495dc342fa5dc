import type { AssessmentFacts } from '#domain/assessments/facts.ts'
import type { AssessmentInput, NarrativeField, updateReasons } from '#domain/assessments/schema.ts'
import type { WhyStep } from '#domain/methodologies/score.ts'
import { activityGroupNames } from '#domain/regimes/activities-data.ts'
import { formatDate, formatHoursText, formatNumber, formatPercent } from '#domain/text/format.ts'

const outOf = (points: number, max: number) => `${formatNumber(points)} от ${formatNumber(max)} т.`

/** One step of „Защо?“ as the sheet prints it. */
export function whyLine(step: WhyStep): string {
  switch (step.code) {
    case 'area':
      return `${step.letter}. ${step.name}: ${outOf(step.points, step.max)}`
    case 'sum':
      return `Сбор от областите: ${outOf(step.points, step.max)}`
    case 'coefficient':
      return `Коефициент за възрастта ${formatPercent(step.percent)}: от ${formatNumber(step.before)} стават ${formatNumber(step.points)} т.`
    case 'band':
      return step.degree === null
        ? `От ${formatNumber(step.min)} до ${formatNumber(step.max)} т.: под първата степен`
        : `От ${formatNumber(step.min)} до ${formatNumber(step.max)} т.: степен ${step.degree}`
    case 'hours':
      return `За тази степен: ${formatHoursText(step.minutes)} месечно`
    case 'extraHours':
      return `${step.text}: още ${formatHoursText(step.minutes)} месечно`
    case 'cap':
      return `Най-много ${formatHoursText(step.minutes)} месечно (вместо ${formatHoursText(step.before)})`
    case 'rule':
      return `${step.methodology}, версия ${String(step.version)}, в сила от ${formatDate(step.validFromDate)}`
  }
}

const headings: Record<NarrativeField, string> = {
  health: 'Здравословно състояние',
  mentalEmotional: 'Психично и емоционално състояние',
  familySupport: 'Семейна среда и близки',
  social: 'Социална среда и интереси',
  housing: 'Жилищни и битови условия',
  incomeAndWork: 'Образование, заетост, доходи',
  otherSupport: 'Ползвани помощи и услуги',
  strengths: 'Силни страни и ресурси',
}

/** Printed order; used help and services stand among the facts of the visit. */
const printed: readonly NarrativeField[] = [
  'health',
  'mentalEmotional',
  'familySupport',
  'social',
  'housing',
  'incomeAndWork',
  'strengths',
]
const leftOutWhenEmpty: readonly NarrativeField[] = ['incomeAndWork', 'strengths']

/** Free texts with their headings. After a futile visit nothing is described. */
export function narrativeParts(input: AssessmentInput): AssessmentFacts['narrative'] {
  return printed
    .map((field) => ({ field, heading: headings[field], text: input.narrative[field] }))
    .filter(
      ({ field, text }) =>
        text !== '' || (input.outcome === 'done' && !leftOutWhenEmpty.includes(field)),
    )
    .map(({ heading, text }) => ({ heading, text }))
}

export const updateReasonWords: Record<(typeof updateReasons)[number], string> = {
  periodicReview: 'периодичен преглед',
  changeInCondition: 'промяна в състоянието',
  newTelkDecision: 'ново решение на ТЕЛК',
  personRequest: 'искане на лицето',
  correction: 'корекция',
  other: 'друго',
}

/** „промяна в състоянието“, „друго – …“ */
export function updateReasonText(
  input: Pick<AssessmentInput, 'updateReason' | 'updateReasonText'>,
): string | null {
  if (input.updateReason === null) return null
  const { updateReasonText: own } = input
  if (input.updateReason === 'other' && own !== '') return own
  return [updateReasonWords[input.updateReason], own].filter(Boolean).join(' – ')
}

export const activityWords = (groups: AssessmentInput['recommendedActivities']): string =>
  groups.map((group) => activityGroupNames[group]).join('; ')

/** Where the profile names no position. */
export const positionWords = {
  preparedBy: 'социален работник',
  approvedBy: 'ръководител на услугата',
} as const
