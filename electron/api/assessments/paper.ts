import type { AssessedAreaFacts, AssessmentFacts } from '#domain/assessments/facts.ts'
import { appliesAtAge, itemMax, score, type Score } from '#domain/methodologies/score.ts'
import type { Methodology } from '#domain/methodologies/schema.ts'
import { serviceById } from '#domain/regimes/rules.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import type { StoredAssessment } from '#db/queries/assessments.ts'
import { getMethodology } from '#db/queries/methodologies.ts'
import { buildAssessment } from '#papers/assessments/builder.ts'
import {
  activityWords,
  narrativeParts,
  positionWords,
  updateReasonText,
  whyLine,
} from '#papers/assessments/words.ts'
import { ageAt, assessmentCase, previousOf, type Previous } from './facts.ts'
import type { PaperToFreeze } from '../kernel/freezing.ts'
import { personSide, placeOf, providerFacts } from '../kernel/parties.ts'

/** What the head is about to decide; null while nobody has. */
export interface Approval {
  approverId: string
  grantedMinutes: number
  reason: string
  date: string
}

function signer(db: Db, accountId: string, position: string) {
  const account = findAccount(db, accountId)
  return { name: account?.displayName ?? '', position: account?.position || position }
}

function areasOf(
  methodology: Methodology,
  given: Score | null,
  stored: StoredAssessment,
  previous: Previous | null,
  age: number,
): AssessedAreaFacts[] {
  const answers = new Map(stored.input.answers.map((answer) => [answer.itemId, answer]))
  const before = new Map(previous?.answers.map((answer) => [answer.itemId, answer.optionId]))
  return methodology.groups.flatMap((group) => {
    const items = group.items.filter((item) => appliesAtAge(item, age))
    if (items.length === 0) return []
    const area = given?.areas.find((one) => one.groupId === group.id)
    return [
      {
        letter: group.letter,
        name: group.name,
        points: (area?.hundredths ?? 0) / 100,
        maxPoints: (area?.maxHundredths ?? 0) / 100,
        items: items.map((item) => {
          const answer = answers.get(item.id)
          const chosen = item.options.find((option) => option.id === answer?.optionId)
          return {
            text: item.text,
            answer: chosen?.text ?? null,
            points: chosen?.points ?? null,
            maxPoints: itemMax(item),
            previousPoints:
              item.options.find((option) => option.id === before.get(item.id))?.points ?? null,
            reason: answer?.reason ? answer.reason : null,
          }
        }),
      },
    ]
  })
}

/**
 * Everything the sheet „Индивидуална оценка на потребностите“ prints. Without a number it is a
 * draft. `problem`: nobody may sign for the person.
 */
export function assessmentFacts(
  db: Db,
  stored: StoredAssessment,
  issue: { number: string; approval: Approval } | null,
  today: string,
): { facts: AssessmentFacts; problem: Problem | undefined } {
  const { row, input } = stored
  const { application, person } = assessmentCase(db, row.applicationId)
  const methodology = getMethodology(db, row.methodologyVersionId).data
  const age = ageAt(person, input, today)
  const computed = score(methodology, input.answers, age)
  const given = row.score ?? (computed.ok ? computed.score : null)
  const date = input.assessmentDate ?? today
  const side = personSide(db, person.id, date)
  const previous = previousOf(db, row.previousId)
  const granted = issue?.approval.grantedMinutes ?? row.grantedMinutes
  const grantedReason = issue?.approval.reason ?? row.grantedReason
  const approver = issue?.approval.approverId ?? row.approvedBy
  const approvalDate = issue?.approval.date ?? row.approvalDate
  return {
    problem: side.problem,
    facts: {
      number: issue?.number ?? row.number,
      date: input.assessmentDate,
      // A record of what could not be done gets no number and is no draft either.
      draft: issue === null && row.status !== 'notCarriedOut',
      place: placeOf(db, date),
      provider: providerFacts(db, { chiefAccountant: false }),
      person: side.person,
      representative: side.representative,
      signing: side.signing,
      service: serviceById(application.service).name,
      application: { number: application.entryNumber, date: application.entryDate },
      kind: input.kind,
      updateReason: updateReasonText(input),
      visit: {
        date: input.visitDate,
        place: input.visitPlace === '' ? null : input.visitPlace,
        attempt: input.visitAttempt,
      },
      outcome: input.outcome,
      witness: input.witness === '' ? null : input.witness,
      sources: input.sources,
      opinions: input.opinions,
      narrative: narrativeParts(input),
      otherSupport: input.narrative.otherSupport.split('\n').filter((line) => line.trim() !== ''),
      risks: input.risks,
      noRisks: input.noRisks,
      methodology: {
        name: methodology.name,
        version: methodology.version,
        validFrom: methodology.validFrom,
        approvedBy: methodology.approvedBy,
      },
      areas: areasOf(methodology, given, stored, previous, age),
      total: given?.total ?? 0,
      maxTotal: given?.maxTotal ?? 0,
      degree: given?.degree ?? null,
      computedMinutesPerMonth: given?.minutesPerMonth ?? 0,
      grantedMinutesPerMonth: granted,
      grantedReason: grantedReason === '' ? null : grantedReason,
      why: given?.complete ? given.why.map(whyLine) : [],
      conclusions: input.conclusions,
      recommendedActivities: activityWords(input.recommendedActivities),
      recommendedMinutesPerDay: input.recommendedMinutesPerDay,
      recommendedTerm: input.recommendedTerm,
      personView: input.personView,
      team: input.team,
      preparedBy: signer(db, row.preparedBy, positionWords.preparedBy),
      approvedBy:
        approver === null || approvalDate === null
          ? null
          : { ...signer(db, approver, positionWords.approvedBy), date: approvalDate },
    },
  }
}

/** Ready for the compiler. */
export function assessmentSheet(facts: AssessmentFacts): PaperToFreeze {
  const built = buildAssessment(facts)
  return {
    request: { layout: 'assessment', data: built.data, documentDate: built.documentDate },
    textVersion: built.textVersion,
    dataHash: built.dataHash,
  }
}
