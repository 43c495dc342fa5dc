import { can, type Permission } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { applicationDeadlines } from '#domain/applications/rules.ts'
import type { ShownApplicationState } from '#domain/applications/schema.ts'
import {
  aliveStatuses,
  concludedStatuses,
  type ShownContractStatus,
} from '#domain/contracts/schema.ts'
import type { OwnDay } from '#domain/calendar/schema.ts'
import { applicationStateOn, contractStatusOn } from '#domain/contracts/days.ts'
import {
  deadlinesOf,
  endOf,
  type Deadline,
  type DeadlineDates,
  type EndingKind,
  type TermKind,
} from '#domain/people/deadlines.ts'
import { expiringRight } from '#domain/expiring/list.ts'
import { telkEndOn } from '#domain/people/telk.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import { statusOfPeople, type PersonStatusRow } from '#db/queries/people-status.ts'
import { datedSettings } from '../kernel/settings.ts'

/** That something is due is no score: who takes applications answers the telephone about it. */
const termRight: Permission = 'applications.read'

/** What is known of a case beside its row, on the day that is asked about. */
interface CaseNow {
  today: string
  /** The newest contract is signed and not over. */
  agreed: boolean
  /** It is issued and not over. */
  helped: boolean
}

/** Last day of what „Изтича“ lists, read from where the case stands. */
const ends: readonly {
  kind: EndingKind
  on: (row: PersonStatusRow, now: CaseNow) => string | null
}[] = [
  { kind: 'planReview', on: (row, { helped }) => (helped ? row.planReviewDate : null) },
  { kind: 'plan', on: (row, { helped }) => (helped ? row.planEnd : null) },
  {
    kind: 'contract',
    on: (row, { agreed }) => (agreed ? (row.contractEnded ?? row.contractEnd) : null),
  },
  // Unless it holds for life by its words or by law.
  { kind: 'telk', on: (row, { today }) => row.telk && telkEndOn(row.telk, row, today) },
  { kind: 'idCard', on: (row) => row.idCardValidUntil },
]

/** Where the case of one person stands, as far as these roles may know of it. */
export interface Standing {
  deathDate: string | null
  sex: 'male' | 'female'
  contract: ShownContractStatus | null
  application: ShownApplicationState | null
  /** Most urgent first. */
  deadlines: Deadline[]
}

/** Rules by which the terms of an application are counted. */
const termRules = [
  'preliminaryAssessmentDays',
  'assessmentAndPlanDays',
  'missingDocumentsDays',
] as const

interface TermRules {
  settings: readonly DatedSetting[]
  own: readonly OwnDay[]
}

/** By person; the rows of a list are asked for together. */
export function standings(
  db: Db,
  ids: readonly string[],
  roles: readonly Role[],
  today: string,
): Map<string, Standing> {
  const rules = { settings: datedSettings(db, termRules), own: listOwnDays(db) }
  return new Map(
    statusOfPeople(db, ids, today).map((row) => {
      const contract = shownContract(row, today)
      return [
        row.personId,
        {
          deathDate: row.deathDate,
          sex: row.sex,
          contract: can(roles, 'contracts.read') ? contract : null,
          application: can(roles, 'applications.read') ? shownApplication(row, contract) : null,
          deadlines: deadlines(row, contract, rules, { roles, today }),
        },
      ]
    }),
  )
}

function shownApplication(row: PersonStatusRow, contract: ShownContractStatus | null) {
  const { applicationState } = row
  return applicationState && applicationStateOn(applicationState, contract ? [contract] : [])
}

function shownContract(row: PersonStatusRow, today: string) {
  if (!row.contractStatus || !row.contractStart || !row.contractEnd) return null
  return contractStatusOn(
    {
      status: row.contractStatus,
      startDate: row.contractStart,
      endDate: row.contractEnd,
      endedOn: row.contractEnded,
      annexes: row.contractAnnexes ?? 0,
    },
    today,
  )
}

/** Terms of the application and whatever ends, as far as these roles may know of it. */
function deadlines(
  row: PersonStatusRow,
  contract: ShownContractStatus | null,
  rules: TermRules,
  { roles, today }: { roles: readonly Role[]; today: string },
) {
  const agreed =
    contract !== null && concludedStatuses.includes(contract) && row.contractFollowed !== 1
  const helped = contract !== null && aliveStatuses.includes(contract)
  const dates: DeadlineDates = {
    deathDate: row.deathDate,
    ...(can(roles, termRight) ? caseTerms(row, rules) : {}),
  }
  for (const { kind, on } of ends)
    if (can(roles, expiringRight[kind])) dates[endOf[kind]] = on(row, { today, agreed, helped })
  return deadlinesOf(dates, today, rules.own)
}

/** The next term of an open case: the plan's once there is an approved assessment. */
function caseTerms(
  row: PersonStatusRow,
  { settings, own }: TermRules,
): Record<TermKind, string | null> {
  const { applicationState: state, entryDate } = row
  const documentsDue = state === 'incomplete' ? row.documentsDueDate : null
  const none = { documentsDue, assessmentDue: null, planDue: null }
  if (state === null || entryDate === null) return none
  const terms = applicationDeadlines(
    {
      state,
      entryDate,
      documentsLetterDate: null,
      preliminaryAssessmentDate: null,
      assessmentApprovedDate: row.assessmentApprovedDate,
      planReadyDate: row.planReadyDate,
    },
    settings,
    own,
  )
  const due = (code: (typeof terms)[number]['code']) =>
    terms.find((term) => term.code === code)?.dueDate ?? null
  const assessmentDue = due('assessment')
  const planDue = assessmentDue === null ? due('supportPlan') : null
  return { documentsDue, assessmentDue, planDue }
}
