import type { AssessmentFacts } from '#domain/assessments/facts.ts'
import { assessmentCatalogue } from '#domain/papers/catalogues.ts'
import { typographyInside } from '#domain/papers/hard-spaces.ts'
import { mergeText } from '#domain/papers/merge.ts'
import { signingProblems, type SignatureSlot } from '#domain/papers/signatures.ts'
import type { StandardText } from '#domain/papers/standard-text.ts'
import type { Problem } from '#domain/problems/schema.ts'
import {
  formatDate,
  formatHoursText,
  formatNumber,
  formatRegistryNumber,
} from '#domain/text/format.ts'
import type { AssessmentData, FactRow } from '#papers/layout-data.ts'
import { assessmentAssistantSupport } from '#papers/assessments/text-assistant-support.ts'
import { assessmentNotCarriedOut } from '#papers/assessments/text-not-carried-out.ts'
import { frameOf, type Built } from '../kit/frame.ts'
import { partyValues } from '../kit/parties.ts'
import { personRows } from '../kit/person-rows.ts'
import { serviceSides, teamSlots, witnessSides } from '../kit/signatures.ts'
import { referenceOf, termWords } from '../kit/words.ts'

const outcomeWords: Record<AssessmentFacts['outcome'], string> = {
  done: 'оценката е извършена',
  refused: 'лицето отказа да бъде оценено',
  notFound: 'лицето не беше открито на адреса',
}
const riskWords = { low: 'ниска', medium: 'средна', high: 'висока' } as const

function visitRows(facts: AssessmentFacts): FactRow[] {
  const { visit } = facts
  const rows: FactRow[] = [
    {
      label: 'Вид на оценката',
      value:
        facts.kind === 'initial'
          ? 'първоначална'
          : ['актуализация', facts.updateReason ?? ''].filter(Boolean).join(' – '),
    },
    {
      label: 'Посещение',
      value: [
        visit.date === null ? '' : formatDate(visit.date),
        visit.place ?? '',
        visit.attempt > 1 ? `опит ${String(visit.attempt)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    },
    { label: 'Изход', value: outcomeWords[facts.outcome] },
  ]
  if (facts.outcome !== 'done') {
    rows.push({ label: 'Свидетел', value: facts.witness })
    if (facts.conclusions !== '') rows.push({ label: 'Бележки', value: facts.conclusions })
    return rows
  }
  rows.push({
    label: 'Ползвани помощи и услуги',
    value: facts.otherSupport.length === 0 ? 'няма' : facts.otherSupport.join('; '),
  })
  return rows
}

function resultRows(facts: AssessmentFacts): FactRow[] {
  if (facts.outcome !== 'done') return []
  const rows: FactRow[] = [
    {
      label: 'Степен',
      value: facts.degree ?? 'под първата степен – не се определят часове',
    },
    {
      label: 'Часове по методиката',
      value: `${formatHoursText(facts.computedMinutesPerMonth)} месечно`,
    },
    {
      label: 'Дадени часове',
      value:
        facts.grantedMinutesPerMonth === null
          ? null
          : `${formatHoursText(facts.grantedMinutesPerMonth)} месечно`,
      strong: true,
    },
  ]
  if (facts.grantedReason !== null) rows.push({ label: 'Основание', value: facts.grantedReason })
  return rows
}

function serviceSlots(facts: AssessmentFacts): SignatureSlot[] {
  const prepared: SignatureSlot = {
    role: 'preparedBy',
    name: facts.preparedBy.name,
    position: facts.preparedBy.position,
  }
  const approved: SignatureSlot =
    facts.approvedBy === null
      ? {
          role: 'approver',
          name: facts.provider.headOfService ?? '',
          position: 'ръководител на услугата',
        }
      : { role: 'approver', name: facts.approvedBy.name, position: facts.approvedBy.position }
  return facts.team.some((m) => m.name === facts.preparedBy.name)
    ? [approved]
    : [prepared, approved]
}

function conclusionRows(facts: AssessmentFacts): FactRow[] {
  const { recommendedMinutesPerDay: minutes, recommendedTerm: term } = facts
  return [
    ...(facts.noRisks ? [{ label: 'Рискове', value: 'не са установени' }] : []),
    { label: 'Заключения, изводи и препоръки', value: facts.conclusions },
    { label: 'Препоръчани дейности', value: facts.recommendedActivities },
    {
      label: 'Препоръчан обем',
      value: minutes === null ? null : `${formatHoursText(minutes)} на ден`,
    },
    { label: 'Препоръчан срок', value: term === null ? null : termWords[term] },
    { label: 'Желания и мнение на лицето', value: facts.personView },
  ]
}

/** „методика „Център““, „Методика за оценка …“: the word stands once, the quotation marks too. */
function methodologyName(name: string): string {
  const named = /^методика\s+(.*)$/iu.exec(name)
  if (named === null) return name.includes('„') ? `методика ${name}` : `методика „${name}“`
  return name.includes('„') ? `методика ${named[1] ?? ''}` : `„${name}“`
}

/** Paper data of „Индивидуална оценка на потребностите“ (ЗСУ чл. 6 и чл. 80). */
export function buildAssessment(
  facts: AssessmentFacts,
  text: StandardText = facts.outcome === 'done'
    ? assessmentAssistantSupport
    : assessmentNotCarriedOut,
): Built<AssessmentData> {
  const reference = referenceOf(facts)
  const { frame, hash, textVersion } = frameOf(
    facts,
    text,
    facts.outcome === 'done' ? 'Индивидуална оценка' : 'Протокол за неизвършена оценка',
    reference,
  )
  const parties = partyValues(facts)
  const { methodology } = facts
  const done = facts.outcome === 'done'
  // Of whom nobody assessed nothing is told: a neighbour reads the record and signs it.
  const told = <T>(list: readonly T[]): T[] => (done ? [...list] : [])
  const outOf = (points: number, max: number): string =>
    `${formatNumber(points)} от ${formatNumber(max)}`
  return {
    dataHash: hash,
    textVersion,
    documentDate: facts.date ?? facts.visit.date ?? methodology.validFrom,
    data: typographyInside<AssessmentData>({
      frame,
      text: mergeText(text, assessmentCatalogue, {
        ...parties,
        fields: {
          ...parties.fields,
          'basis.application': formatRegistryNumber(
            facts.application.number,
            facts.application.date,
          ),
          'methodology.name': `${methodologyName(methodology.name)}, версия ${String(methodology.version)}, в сила от ${formatDate(methodology.validFrom)}`,
          'methodology.approval': methodology.approvedBy,
        },
        facts: { ...parties.facts, outcome: facts.outcome },
      }),
      person: personRows(facts.person, facts.representative),
      visit: visitRows(facts),
      sources: told(facts.sources),
      opinions: told(facts.opinions).map((o) => ({
        ...o,
        date: o.date === null ? null : formatDate(o.date),
      })),
      narrative: told(facts.narrative),
      'has-previous': facts.areas.some((a) => a.items.some((i) => i.previousPoints !== null)),
      areas: told(facts.areas).map((area) => ({
        letter: area.letter,
        name: area.name,
        total: outOf(area.points, area.maxPoints),
        items: area.items.map((item) => ({
          text: item.text,
          answer: item.answer,
          previous: item.previousPoints === null ? null : formatNumber(item.previousPoints),
          points: item.points === null ? null : formatNumber(item.points),
          reason: item.reason,
        })),
      })),
      totals: facts.areas.map((area) => ({
        name: `${area.letter}. ${area.name}`,
        points: outOf(area.points, area.maxPoints),
      })),
      total: outOf(facts.total, facts.maxTotal),
      result: resultRows(facts),
      why: facts.why,
      risks: told(facts.risks).map((r) => ({ ...r, level: riskWords[r.level] })),
      conclusion: told(conclusionRows(facts)),
      team: teamSlots(facts.team),
      sides: done
        ? serviceSides(facts, serviceSlots(facts))
        : witnessSides(facts.witness ?? '', serviceSlots(facts)),
    }),
  }
}

/** What the law needs and the facts lack (ЗСУ чл. 80, ал. 2: a team, so at least two). */
export function missingForAssessment(facts: AssessmentFacts): Problem[] {
  const missing = (path: (string | number)[]): Problem => ({ code: 'paperValueMissing', path })
  const problems: Problem[] = []
  if (facts.person.fullName.trim() === '') problems.push(missing(['person', 'fullName']))
  if (facts.person.identifier.trim() === '') problems.push(missing(['person', 'identifier']))
  if (facts.application.number.trim() === '') problems.push(missing(['application']))
  if (facts.team.length < 2)
    problems.push({ code: 'teamTooSmall', path: ['team'], params: { min: 2 } })
  if (facts.conclusions.trim() === '') problems.push(missing(['conclusions']))
  if (facts.outcome === 'done') {
    if (facts.personView.trim() === '') problems.push(missing(['personView']))
    if (facts.grantedMinutesPerMonth === null) problems.push(missing(['grantedMinutesPerMonth']))
    facts.areas.forEach((area, a) => {
      area.items.forEach((item, i) => {
        if (item.points === null) problems.push(missing(['areas', a, 'items', i, 'points']))
      })
    })
  } else if ((facts.witness ?? '').trim() === '') problems.push(missing(['witness']))
  return [...problems, ...signingProblems(facts.representative, facts.signing)]
}
