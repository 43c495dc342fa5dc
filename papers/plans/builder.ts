import { planCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText } from '#domain/papers/merge.ts'
import { signingProblems, type SignatureSlot } from '#domain/papers/signatures.ts'
import type { StandardText } from '#domain/papers/standard-text.ts'
import type { GoalFacts, SupportPlanFacts } from '#domain/plans/facts.ts'
import type { Problem } from '#domain/problems/schema.ts'
import { formatDate, formatHoursText, formatPeriod } from '#domain/text/format.ts'
import { formatPhone } from '#domain/text/format-person.ts'
import type { PlanData } from '#papers/layout-data.ts'
import { planAssistantSupport } from '#papers/plans/text-assistant-support.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { partyValues } from '../kit/parties.ts'
import { personRows } from '../kit/person-rows.ts'
import { serviceSides, teamSlots } from '../kit/signatures.ts'
import { weekData } from './week.ts'
import { referenceOf } from '../kit/words.ts'

function goalData(goal: GoalFacts): PlanData['goals'][number] {
  return {
    kind: goal.kind === 'longTerm' ? 'Дългосрочна цел' : 'Краткосрочна цел',
    goal: goal.goal,
    rows: [
      ...(goal.area === null ? [] : [{ label: 'Област от оценката', value: goal.area }]),
      { label: 'Дейности', value: goal.activities.join('; ') },
      { label: 'Очакван резултат', value: goal.expectedResult },
      { label: 'Отговаря', value: goal.responsible },
      { label: 'Срок', value: formatPeriod(goal.startDate, goal.endDate) },
    ],
  }
}

function plannedText({ min, max }: { min: number; max: number }): string {
  return min === max
    ? formatHoursText(min)
    : `от ${formatHoursText(min)} до ${formatHoursText(max)} според месеца`
}

function serviceSlots(facts: SupportPlanFacts): SignatureSlot[] {
  const slots: SignatureSlot[] = [
    { role: 'caseManager', name: facts.caseManager.name, position: facts.caseManager.position },
  ]
  if (facts.preparedBy.name !== facts.caseManager.name)
    slots.unshift({
      role: 'preparedBy',
      name: facts.preparedBy.name,
      position: facts.preparedBy.position,
    })
  slots.push(
    facts.approvedBy === null
      ? { role: 'headOfService', name: facts.provider.headOfService ?? '' }
      : { role: 'approver', name: facts.approvedBy.name, position: facts.approvedBy.position },
  )
  return slots
}

/** Paper data of „Индивидуален план за подкрепа“ (ЗСУ чл. 80, ал. 3). */
export function buildPlan(
  facts: SupportPlanFacts,
  text: StandardText = planAssistantSupport,
): Built<PlanData> {
  const { frame, hash, textVersion } = frameOf(facts, text, 'План за подкрепа', referenceOf(facts))
  const parties = partyValues(facts)
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.validFrom,
    data: typographyInside<PlanData>({
      frame,
      text: mergeText(text, planCatalogue, {
        ...parties,
        fields: {
          ...parties.fields,
          'basis.assessment': referenceOf(facts.assessment),
          'plan.start': formatDate(facts.validFrom),
          'plan.end': formatDate(facts.validTo),
          'plan.review': formatDate(facts.nextReviewDate),
          'volume.month': formatHoursText(facts.grantedMinutesPerMonth),
          'caseManager.name': facts.caseManager.name,
          'caseManager.position': facts.caseManager.position,
        },
      }),
      person: personRows(facts.person, facts.representative),
      hours: [
        {
          label: 'Дадени часове',
          value: `${formatHoursText(facts.grantedMinutesPerMonth)} месечно`,
        },
        {
          label: 'По този план',
          value: `${formatHoursText(facts.plannedMinutesPerWeek)} седмично`,
        },
        { label: 'За календарен месец', value: plannedText(facts.plannedMinutesPerMonth) },
        { label: 'Версия на плана', value: String(facts.planVersion) },
      ],
      goals: facts.goals.map(goalData),
      'without-goal': facts.areasWithoutGoal,
      week: weekData(facts.week),
      difference: facts.differenceReason,
      contacts: [
        {
          label: 'Рискове',
          value: facts.risks.length === 0 ? 'не са установени' : facts.risks.join('; '),
        },
        { label: 'Участие на лицето и близките', value: facts.involvement },
        {
          label: 'Близък за връзка',
          value:
            facts.emergencyContact === null
              ? null
              : `${facts.emergencyContact.name}, тел. ${formatPhone(facts.emergencyContact.phone)}`,
        },
        { label: 'Личен лекар', value: facts.generalPractitioner },
      ],
      team: teamSlots(facts.team),
      sides: serviceSides(facts, serviceSlots(facts)),
    }),
  }
}

/** What the law needs and the facts lack (ЗСУ чл. 80, ал. 3: goals, activities, expected results). */
export function missingForPlan(facts: SupportPlanFacts): Problem[] {
  const missing = (path: (string | number)[]): Problem => ({ code: 'paperValueMissing', path })
  const problems: Problem[] = []
  if (facts.person.fullName.trim() === '') problems.push(missing(['person', 'fullName']))
  if (facts.person.identifier.trim() === '') problems.push(missing(['person', 'identifier']))
  if (facts.assessment.number.trim() === '') problems.push(missing(['assessment']))
  if (facts.goals.length === 0) problems.push(missing(['goals']))
  facts.goals.forEach((goal, i) => {
    if (goal.activities.length === 0) problems.push(missing(['goals', i, 'activities']))
    if (goal.expectedResult.trim() === '') problems.push(missing(['goals', i, 'expectedResult']))
  })
  if (facts.week.length === 0) problems.push(missing(['week']))
  if (facts.caseManager.name.trim() === '') problems.push(missing(['caseManager', 'name']))
  return [...problems, ...signingProblems(facts.representative, facts.signing)]
}
