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
import { deadlinesOf, type Deadline, type DeadlineKind } from '#domain/people/deadlines.ts'
import { telkEndOn } from '#domain/people/telk.ts'
import type { DatedSetting } from '#domain/settings/rules.ts'
import type { Db } from '#db/connection.ts'
import { listOwnDays } from '#db/queries/calendar.ts'
import { statusOfPeople, type PersonStatusRow } from '#db/queries/people-status.ts'
import { datedSettings } from '../kernel/settings.ts'

const deadlineRight: Record<DeadlineKind, Permission> = {
  documentsDue: 'applications.read',
  // That something is due is no score: who takes applications answers the telephone about it.
  assessmentDue: 'applications.read',
  planDue: 'applications.read',
  planReview: 'plans.read',
  planEnds: 'plans.read',
  contractEnds: 'contracts.read',
  telkEnds: 'people.readTelk',
  idCardEnds: 'people.write',
}

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
          deadlines: deadlines(row, contract, rules, today).filter(({ kind }) =>
            can(roles, deadlineRight[kind]),
          ),
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

function deadlines(
  row: PersonStatusRow,
  contract: ShownContractStatus | null,
  rules: TermRules,
  today: string,
) {
  const agreed = contract !== null && concludedStatuses.includes(contract)
  const helped = contract !== null && aliveStatuses.includes(contract)
  return deadlinesOf(
    {
      deathDate: row.deathDate,
      documentsDue: row.applicationState === 'incomplete' ? row.documentsDueDate : null,
      ...caseTerms(row, rules),
      planReview: helped ? row.planReviewDate : null,
      planEnds: helped ? row.planEnd : null,
      contractEnds: agreed ? (row.contractEnded ?? row.contractEnd) : null,
      telkEnds: telkEnd(row, today),
      idCardEnds: row.idCardValidUntil,
    },
    today,
    rules.own,
  )
}

/** The next term of an open case: the plan's once there is an approved assessment. */
function caseTerms(row: PersonStatusRow, { settings, own }: TermRules) {
  const none = { assessmentDue: null, planDue: null }
  const { applicationState: state, entryDate } = row
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
  return { assessmentDue, planDue: assessmentDue === null ? due('supportPlan') : null }
}

/** Last day of the decision in force, unless it holds for life by its words or by law. */
function telkEnd(row: PersonStatusRow, today: string): string | null {
  return row.telk && telkEndOn(row.telk, row, today)
}
