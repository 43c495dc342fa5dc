import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ApplicationInput } from './schema.ts'

/** What of the decision in force decides about a group. */
interface GroupTelk {
  percent: number | null
  attendance: boolean | null
}

export interface GroupFacts {
  /** Completed years on the day of entry. */
  age: number
  /** The day on which pension age is reached; null = not known yet. */
  pensionAgeDate: CivilDate | null
  hasTelkDecision: boolean
  /** The decision that counts on the day of entry; null = none, or not for this role to know. */
  telk: GroupTelk | null
}

/** From this percent on a disability is a permanent one (ЗХУ, § 1, т. 2). */
const permanentDisabilityPercent = 50

/** Where the law leaves no choice: the group does not fit this person (ЗСУ чл. 93, ал. 2). */
export function groupProblems(
  application: Pick<ApplicationInput, 'eligibilityGroup' | 'entryDate'>,
  facts: GroupFacts,
): Problem[] {
  const group = application.eligibilityGroup
  const problems: Problem[] = []
  const wrong = (code: string, params?: Problem['params']) =>
    problems.push({ code, path: ['eligibilityGroup'], ...(params && { params }) })
  if (group === null) wrong('eligibilityGroupMissing')
  if (group === 'disabledChild' && facts.age >= 18) wrong('groupIsForChildren')
  if (group === 'disabledAdult' && facts.age < 18) wrong('groupIsForAdults')
  if (group === 'overWorkingAge') {
    if (facts.hasTelkDecision) wrong('groupIsWithoutTelk')
    if (facts.pensionAgeDate !== null && facts.pensionAgeDate > application.entryDate)
      wrong('groupIsForPensionAge', { pensionAgeDate: facts.pensionAgeDate })
  } else if (group !== null && facts.telk) {
    const { percent, attendance } = facts.telk
    if (percent !== null && percent < permanentDisabilityPercent)
      wrong('groupNeedsPermanentDisability', { percent, min: permanentDisabilityPercent })
    if (group === 'disabledAdult' && attendance === false) wrong('groupNeedsAttendance')
  }
  return problems
}

export interface GroupWarningFacts {
  eligibilityGroup?: ApplicationInput['eligibilityGroup']
  /** Whether the decision of ТЕЛК in force gives another person's help; null = no decision known. */
  hasAttendance?: boolean | null
  /** Last day of a decision that ran out; null = it is in force, or none is known. */
  telkExpiredDate?: CivilDate | null
}

/** Doubts about the group that a paper may still settle (ЗСУ чл. 93, ал. 2, т. 2). */
export function groupWarnings(facts: GroupWarningFacts): Problem[] {
  if (facts.eligibilityGroup !== 'disabledAdult' && facts.eligibilityGroup !== 'disabledChild')
    return []
  const path = ['eligibilityGroup']
  if (facts.telkExpiredDate)
    return [{ code: 'groupTelkExpired', path, params: { expiredDate: facts.telkExpiredDate } }]
  return facts.hasAttendance === false ? [{ code: 'groupWithoutAttendance', path }] : []
}

/** Things that do not stop the saving but are said. */
export function applicationWarnings(
  facts: GroupWarningFacts & { currentMunicipality: string | null; officeMunicipality: string },
): Problem[] {
  const warnings = groupWarnings(facts)
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^община\s+/u, '')
  if (
    facts.currentMunicipality !== null &&
    plain(facts.currentMunicipality) !== plain(facts.officeMunicipality)
  )
    warnings.push({
      code: 'outsideMunicipality',
      path: ['personId'],
      params: { municipality: facts.currentMunicipality },
    })
  return warnings
}
