import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { applications } from '#db/schema/applications.ts'
import { assessments } from '#db/schema/assessments.ts'
import { contracts } from '#db/schema/contracts.ts'
import { persons } from '#db/schema/people.ts'
import { supportPlans } from '#db/schema/plans.ts'
import { overStates, type ApplicationState } from '#domain/applications/schema.ts'
import type { CaseFacts } from '#domain/contracts/path.ts'
import { contractStatusOn, inForceOn } from '#domain/contracts/days.ts'
import { runningStatuses } from '#domain/contracts/schema.ts'
import { planEnded } from '#domain/plans/rules.ts'
import { shownStateOf } from './application-state.ts'
import { assessmentsOfApplication } from './assessments.ts'

export interface CaseSummary {
  facts: CaseFacts
  application: typeof applications.$inferSelect | null
  assessment: typeof assessments.$inferSelect | null
  plan: typeof supportPlans.$inferSelect | null
  contract: typeof contracts.$inferSelect | null
  /** The one in force on the day: `contract` may be the one that is to follow it. */
  running: typeof contracts.$inferSelect | null
}

const over: readonly ApplicationState[] = overStates

/**
 * The case of a person on a civil date: the open application (otherwise the newest) with its newest
 * assessment, plan and contract, and the facts that `nextStepOf` judges.
 */
export function caseOfPerson(db: Db, personId: string, date: string): CaseSummary {
  const person = db
    .select({ deathDate: persons.deathDate })
    .from(persons)
    .where(eq(persons.id, personId))
    .all()[0]
  const all = db
    .select()
    .from(applications)
    .where(eq(applications.personId, personId))
    .orderBy(desc(applications.entryDate), desc(applications.id))
    .all()
  const application = all.find((row) => !over.includes(row.state)) ?? all[0] ?? null
  const assessment = (application && assessmentsOfApplication(db, application.id)[0]) ?? null
  const plan =
    (application &&
      db
        .select()
        .from(supportPlans)
        .where(eq(supportPlans.applicationId, application.id))
        .orderBy(desc(supportPlans.revision))
        .limit(1)
        .all()[0]) ??
    null
  // An annulled contract keeps its number but is not where the case stands.
  const made = application
    ? db
        .select()
        .from(contracts)
        .where(eq(contracts.applicationId, application.id))
        .orderBy(
          sql`${contracts.status} = 'annulled'`,
          desc(contracts.createdAt),
          desc(contracts.id),
        )
        .all()
    : []
  const deathDate = person?.deathDate ?? null
  const running = made.find((one) => inForceOn(one, date)) ?? null
  // After a death what runs is ended first, whatever was to follow it.
  const toEnd =
    deathDate !== null && running && runningStatuses.includes(contractStatusOn(running, date))
      ? running
      : null
  const contract = toEnd ?? made[0] ?? null
  return {
    application,
    assessment,
    plan,
    contract,
    running,
    facts: {
      application: application && {
        id: application.id,
        state: shownStateOf(db, application, date),
      },
      assessment: assessment && { id: assessment.id, status: assessment.status },
      plan: plan && { id: plan.id, status: plan.status, ended: planEnded(plan, date) },
      contract: contract && { id: contract.id, status: contractStatusOn(contract, date) },
      deathDate,
    },
  }
}
