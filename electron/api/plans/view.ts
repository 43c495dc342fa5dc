import { can, mayApproveWorkOf } from '#domain/accounts/permissions.ts'
import { formatFullName, formatInitials } from '#domain/text/format-person.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { assessmentsOfApplication } from '#db/queries/assessments.ts'
import { assistantsOn } from '#db/queries/assignments.ts'
import { currentPaperOf } from '#db/queries/papers.ts'
import { getPerson } from '#db/queries/people.ts'
import { planVersions, reviewsOfPlan, type StoredPlan } from '#db/queries/plans.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { existing } from '../kernel/faults.ts'
import { personSide } from '../kernel/parties.ts'
import { approvedAssessmentOf, areasOf, openProblems, planContextOf } from './facts.ts'

/** Name and end of the person a plan is for; no number of theirs is needed here. */
export function personOfPlan(db: Db, personId: string) {
  const person = existing(getPerson(db, personId))
  return {
    id: person.id,
    name: formatFullName(person),
    initials: formatInitials(person),
    sex: person.sex,
    deathDate: person.deathDate,
  }
}

/**
 * What a plan is measured against, as a role may read it: that an area is weak is read off the
 * score, so it goes only to who may read assessments.
 */
export function measuresFor(
  db: Db,
  actor: Session,
  assessment: AssessmentRow,
  validFrom: string,
  previousId: string | null = null,
) {
  const { weakAreas, ...limits } = planContextOf(db, assessment, validFrom, previousId)
  return {
    ...limits,
    weakAreas: can(actor.roles, 'assessments.read') ? [...weakAreas] : [],
    areas: areasOf(db, assessment),
    /** Who helps on the first day: offered where the week names its assistants. */
    assistants: assistantsOn(db, assessment.applicationId, validFrom).map(formatFullName),
    assessment: {
      id: can(actor.roles, 'assessments.read') ? assessment.id : null,
      number: assessment.number,
      date: assessment.approvalDate ?? assessment.assessmentDate,
    },
  }
}

/** What a plan says of health and of scores: nothing of it is needed to keep the week. */
const hiddenFields = ['generalPractitioner', 'risks', 'areasWithoutGoal'] as const
const keptBack: Pick<PlanInput, (typeof hiddenFields)[number]> = {
  generalPractitioner: '',
  risks: [],
  areasWithoutGoal: [],
}

/** The plan with everything its page shows. */
export function planFor(db: Db, actor: Session, { row, input }: StoredPlan) {
  const own = existing(
    assessmentsOfApplication(db, row.applicationId).find(({ id }) => id === row.assessmentId),
  )
  // A draft follows the newest approved assessment; later the plan stays with the one it was made by.
  const assessment =
    row.status === 'draft' ? (approvedAssessmentOf(db, row.applicationId) ?? own) : own
  const paper = currentPaperOf(db, { kind: 'plan', id: row.id })
  const keeps = can(actor.roles, 'people.write')
  const hidden: readonly (typeof hiddenFields)[number][] = keeps ? [] : hiddenFields
  const waits = row.status === 'draft' || row.status === 'ready'
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    revision: row.revision,
    number: row.number,
    planDate: row.planDate,
    applicationId: row.applicationId,
    grantedMinutes: row.grantedMinutes,
    minMinutes: row.minMinutes,
    maxMinutes: row.maxMinutes,
    sentBackReason: keeps ? row.sentBackReason : '',
    signedOn: row.signedOn,
    preparedBy: findAccount(db, row.preparedBy)?.displayName ?? '',
    approvedBy:
      row.approvedBy === null ? null : (findAccount(db, row.approvedBy)?.displayName ?? ''),
    input: keeps ? input : { ...input, ...keptBack },
    /** What was left out: the page says „Скрито за Вашата роля“ there. */
    hidden,
    person: personOfPlan(db, row.personId),
    measures: measuresFor(db, actor, assessment, input.validFrom, row.previousId),
    // They name what the assessment found weak: for who can do something about it.
    problems: keeps && waits ? openProblems(db, row, input) : [],
    /** How the paper is to be signed by the person's side. */
    signingMode: personSide(db, row.personId, row.planDate ?? input.validFrom).signing.mode,
    mayApprove:
      row.status === 'ready' &&
      mayApproveWorkOf(
        { id: actor.accountId, roles: actor.roles },
        row.preparedBy,
        'plans.approve',
      ),
    paper:
      paper && can(actor.roles, 'papers.read')
        ? {
            id: paper.id,
            version: paper.version,
            status: paper.status,
            number: paper.number,
            pages: paper.pages,
            printedAt: paper.printedAt,
            signedOn: paper.signedOn,
          }
        : null,
    reviews: reviewsOfPlan(db, row.id),
    versions: planVersions(db, row.applicationId),
  }
}
