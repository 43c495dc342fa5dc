import {
  and,
  asc,
  eq,
  gte,
  inArray,
  isNotNull,
  lte,
  ne,
  not,
  notInArray,
  sql,
  type SQL,
} from 'drizzle-orm'
import { overStates } from '#domain/applications/schema.ts'
import { unfinishedStatuses } from '#domain/contracts/schema.ts'
import { applications } from '#db/schema/applications.ts'
import { assessments } from '#db/schema/assessments.ts'
import { contracts } from '#db/schema/contracts.ts'
import { persons } from '#db/schema/people.ts'
import { supportPlans } from '#db/schema/plans.ts'
import type { Db } from '../connection.ts'
import { contractExpired } from './application-state.ts'
import { lastDay, shownAs, shownAsOne } from './contract-days.ts'
import { isHelpedOn } from './contracts-list.ts'
import { alive, none, ofCase, person, type WaitingLine } from './today-line.ts'

/** Applications in these states; due is the term of the letter for missing documents. */
export function waitingApplications(
  db: Db,
  states: readonly (typeof applications.$inferSelect)['state'][],
): (WaitingLine & { entryDate: string })[] {
  return db
    .select({
      ...person,
      ...ofCase,
      id: applications.id,
      number: applications.entryNumber,
      entryDate: applications.entryDate,
      due: applications.documentsDueDate,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(and(inArray(applications.state, [...states]), alive))
    .orderBy(asc(applications.entryDate), asc(applications.id))
    .all()
}

/** Approved applications without a plan that is ready (`plan`), or without a contract (`contract`). */
export function approvedWithout(
  db: Db,
  missing: 'plan' | 'contract',
): (WaitingLine & { entryDate: string })[] {
  const planReady = sql`exists (select 1 from ${supportPlans} p where p.application_id = ${applications.id}
    and p.status in ('ready', 'approved', 'signed'))`
  const planApproved = sql`exists (select 1 from ${supportPlans} p where p.application_id = ${applications.id}
    and p.status in ('approved', 'signed'))`
  const contract = sql`exists (select 1 from ${contracts} c where c.application_id = ${applications.id}
    and c.status <> 'annulled')`
  return db
    .select({
      ...person,
      ...ofCase,
      id: applications.id,
      number: applications.entryNumber,
      entryDate: applications.entryDate,
      due: none,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(
      and(
        eq(applications.state, 'approved'),
        alive,
        missing === 'plan' ? not(planReady) : and(planApproved, not(contract)),
      ),
    )
    .orderBy(asc(applications.entryDate), asc(applications.id))
    .all()
}

/** Finished assessments that somebody else than `me` prepared. */
export function assessmentsToApprove(db: Db, me: string): WaitingLine[] {
  return db
    .select({ ...person, ...ofCase, id: assessments.id, number: assessments.number, due: none })
    .from(assessments)
    .innerJoin(persons, eq(persons.id, assessments.personId))
    .innerJoin(applications, eq(applications.id, assessments.applicationId))
    .where(and(eq(assessments.status, 'finished'), ne(assessments.preparedBy, me), alive))
    .orderBy(asc(assessments.assessmentDate), asc(assessments.id))
    .all()
}

/** Plans that are ready and that somebody else than `me` prepared. */
export function plansToApprove(db: Db, me: string): WaitingLine[] {
  return db
    .select({ ...person, ...ofCase, id: supportPlans.id, number: supportPlans.number, due: none })
    .from(supportPlans)
    .innerJoin(persons, eq(persons.id, supportPlans.personId))
    .innerJoin(applications, eq(applications.id, supportPlans.applicationId))
    .where(and(eq(supportPlans.status, 'ready'), ne(supportPlans.preparedBy, me), alive))
    .orderBy(asc(supportPlans.createdAt), asc(supportPlans.id))
    .all()
}

/** Plans in force whose review falls until `until`, of people whom the service still helps on `date`. */
export function plansToReview(db: Db, date: string, until: string): WaitingLine[] {
  return planLines(
    db,
    supportPlans.nextReviewDate,
    and(
      inArray(supportPlans.status, ['approved', 'signed']),
      isNotNull(supportPlans.nextReviewDate),
      lte(supportPlans.nextReviewDate, until),
      alive,
      isHelpedOn(supportPlans.personId, date),
    ),
  )
}

/** Plans whose last day falls until `until`, of people whom the service helps; none follows them yet. */
export function plansEnding(db: Db, date: string, until: string): WaitingLine[] {
  return planLines(
    db,
    supportPlans.validTo,
    and(
      inArray(supportPlans.status, ['approved', 'signed']),
      lte(supportPlans.validTo, until),
      alive,
      isHelpedOn(supportPlans.personId, date),
      sql`not exists (select 1 from ${supportPlans} later where later.person_id = ${supportPlans.personId}
        and later.status in ('ready', 'approved', 'signed') and later.valid_to > ${supportPlans.validTo})`,
    ),
  )
}

function planLines(
  db: Db,
  due: typeof supportPlans.nextReviewDate | typeof supportPlans.validTo,
  where: SQL | undefined,
): WaitingLine[] {
  return db
    .select({
      ...person,
      ...ofCase,
      id: supportPlans.id,
      number: supportPlans.number,
      due,
    })
    .from(supportPlans)
    .innerJoin(persons, eq(persons.id, supportPlans.personId))
    .innerJoin(applications, eq(applications.id, supportPlans.applicationId))
    .where(where)
    .orderBy(asc(due), asc(supportPlans.id))
    .all()
}

/** Contracts in these states. */
export function waitingContracts(
  db: Db,
  statuses: readonly (typeof contracts.$inferSelect)['status'][],
): WaitingLine[] {
  return db
    .select({ ...person, ...ofCase, id: contracts.id, number: contracts.number, due: none })
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(and(inArray(contracts.status, [...statuses]), alive))
    .orderBy(asc(contracts.contractDate), asc(contracts.id))
    .all()
}

/** Contracts of the deceased that are neither ended nor annulled. */
export function contractsAfterDeath(db: Db): WaitingLine[] {
  return db
    .select({
      ...person,
      ...ofCase,
      id: contracts.id,
      number: contracts.number,
      due: persons.deathDate,
    })
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(
      and(inArray(contracts.status, unfinishedStatuses), lte(persons.deathDate, contracts.endDate)),
    )
    .orderBy(asc(persons.deathDate), asc(contracts.id))
    .all()
}

/** Applications of the deceased that are not closed and have no contract to be ended first. */
export function openAfterDeath(db: Db): WaitingLine[] {
  const open = sql`exists (select 1 from ${contracts} c where c.application_id = ${applications.id}
    and c.status in ${unfinishedStatuses})`
  return db
    .select({
      ...person,
      ...ofCase,
      id: applications.id,
      number: applications.entryNumber,
      due: persons.deathDate,
    })
    .from(applications)
    .innerJoin(persons, eq(persons.id, applications.personId))
    .where(
      and(isNotNull(persons.deathDate), notInArray(applications.state, [...overStates]), not(open)),
    )
    .orderBy(asc(persons.deathDate), asc(applications.id))
    .all()
}

/** Running contracts whose last day falls from `from` to `until` and that no signed one follows. */
export function contractsEnding(db: Db, from: string, until: string): WaitingLine[] {
  return db
    .select({
      ...person,
      ...ofCase,
      id: contracts.id,
      number: contracts.number,
      due: contracts.endDate,
    })
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(
      and(
        inArray(contracts.status, ['signed', 'suspended']),
        gte(lastDay, from),
        lte(lastDay, until),
        alive,
        sql`not exists (select 1 from ${contracts} later where later.application_id = ${applications.id}
          and later.status in ('signed', 'suspended') and later.start_date > ${contracts.endDate})`,
      ),
    )
    .orderBy(asc(contracts.endDate), asc(contracts.id))
    .all()
}

/** Contracts that ran out and that nothing follows: each is renewed, or its case is closed. */
export function contractsExpired(db: Db, date: string): WaitingLine[] {
  return db
    .select({ ...person, ...ofCase, id: contracts.id, number: contracts.number, due: lastDay })
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(
      and(
        shownAs('expired', date),
        contractExpired(date),
        alive,
        // Of several on one application the last one.
        sql`not exists (select 1 from ${contracts} later where later.application_id = ${applications.id}
          and later.status <> 'annulled' and later.start_date > ${contracts.startDate})`,
      ),
    )
    .orderBy(asc(lastDay), asc(contracts.id))
    .all()
}

/** Contracts that run, or are yet to, with other hours than the newest approved assessment gives. */
export function contractsWithOtherHours(db: Db, date: string): WaitingLine[] {
  return db
    .select({ ...person, ...ofCase, id: contracts.id, number: contracts.number, due: none })
    .from(contracts)
    .innerJoin(persons, eq(persons.id, contracts.personId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(
      and(
        shownAsOne(['signed', 'inForce', 'annexed', 'suspended'], date),
        alive,
        sql`exists (select 1 from ${assessments} given where given.application_id = ${applications.id}
          and given.status = 'approved' and given.granted_minutes <> ${contracts.minutesPerMonth})`,
      ),
    )
    .orderBy(asc(contracts.contractDate), asc(contracts.id))
    .all()
}
