import { z } from 'zod'
import { beginPlan, type PlanBeginning } from '#domain/plans/begin.ts'
import { plansList } from '#domain/plans/list.ts'
import { mayEditPlan, newPlanVersion, planEnded } from '#domain/plans/rules.ts'
import { planInputSchema, type PlanInput } from '#domain/plans/schema.ts'
import { overStates, type ApplicationState } from '#domain/applications/schema.ts'
import type { Db } from '#db/connection.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { getApplication } from '#db/queries/applications.ts'
import { caseOfPerson } from '#db/queries/cases.ts'
import { getPerson } from '#db/queries/people.ts'
import {
  getPlan,
  insertPlan,
  nextPlanRevision,
  openPlanOf,
  plansOfPerson,
  updatePlan,
} from '#db/queries/plans.ts'
import type { SupportPlanRow } from '#db/schema/plans.ts'
import type { AssessmentRow } from '#db/schema/assessments.ts'
import { buildPlan } from '#papers/plans/builder.ts'
import { changesBetween } from '../kernel/changes.ts'
import { formOf, saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { action } from '../kernel/actions.ts'
import { id, which } from '../kernel/ids.ts'
import { defineList } from '../kernel/lists.ts'
import { pdfFile } from '../kernel/printing.ts'
import { stampOf } from '../kernel/steps.ts'
import { read } from '../kernel/procedures.ts'
import { approvedAssessmentOf, planFacts } from './facts.ts'
import { plansSource } from './list.ts'
import { planSteps } from './steps.ts'
import { measuresFor, personOfPlan, planFor } from './view.ts'

const isOver = (state: ApplicationState) => overStates.some((one) => one === state)

/** The approved assessment a new plan may rest on, or RULE with the reason why not. */
function basisOf(db: Db, applicationId: string): AssessmentRow {
  const application = getApplication(db, applicationId)
  const { deathDate } = existing(getPerson(db, application.personId))
  if (deathDate !== null) throw ruleError([{ code: 'personDied', params: { deathDate } }])
  if (isOver(application.state)) throw ruleError([{ code: 'planApplicationOver' }])
  const assessment = approvedAssessmentOf(db, applicationId)
  if (!assessment) throw ruleError([{ code: 'assessmentNotApproved' }])
  if ((assessment.grantedMinutes ?? 0) === 0) throw ruleError([{ code: 'planWithoutHours' }])
  return assessment
}

/** What a new plan begins with: nothing but what is known, or the one that ran out before it. */
function nextPlanOf(db: Db, ended: SupportPlanRow | undefined, known: PlanBeginning): PlanInput {
  const begun = beginPlan(known)
  if (!ended) return begun
  const before = {
    status: ended.status,
    revision: ended.revision,
    input: getPlan(db, ended.id).input,
  }
  const next = newPlanVersion(before, begun.validFrom, known.today)
  if (!next.ok) return begun
  const { assessmentId, nextReviewDate, caseManager } = begun
  return { ...next.input, assessmentId, nextReviewDate, caseManager }
}

/** Plans of support (ЗСУ чл. 80): goals that fit the assessment, a week that fits the hours. */
export default {
  ...planSteps,

  ...defineList(plansList, plansSource),

  /** Plans of a dossier, newest first. */
  ofPerson: read(
    { permission: 'plans.read', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, noteReading }) => {
      existing(getPerson(db, input.personId))
      noteReading(input.personId)
      return plansOfPerson(db, input.personId).map((row) => ({
        id: row.id,
        status: row.status,
        revision: row.revision,
        number: row.number,
        planDate: row.planDate,
        validFrom: row.validFrom,
        validTo: row.validTo,
        nextReviewDate: row.nextReviewDate,
        grantedMinutes: row.grantedMinutes,
        minMinutes: row.minMinutes,
        maxMinutes: row.maxMinutes,
      }))
    },
  ),

  /** What a new plan of a person begins with, and what it will be measured by. */
  start: read(
    { permission: 'plans.write', audit: 'dossier.opened', input: z.object({ personId: id }) },
    ({ input, db, actor, today, noteReading }) => {
      const person = existing(getPerson(db, input.personId))
      noteReading(person.id)
      const { application } = caseOfPerson(db, person.id, today)
      if (!application) throw ruleError([{ code: 'assessmentNotApproved' }])
      const open = openPlanOf(db, application.id)
      if (open && !planEnded(open, today)) return { existing: open.id }
      const assessment = basisOf(db, application.id)
      const measures = measuresFor(db, actor, assessment, today, open?.id)
      return {
        existing: null,
        person: personOfPlan(db, person.id),
        measures,
        input: nextPlanOf(db, open, {
          assessmentId: assessment.id,
          assessmentDate: measures.assessmentDate,
          today,
          reviewMonths: measures.reviewMonths,
          emergencyContactName: person.emergencyContactName ?? '',
          emergencyContactPhone: person.emergencyContactPhone ?? '',
          generalPractitioner: person.gp ?? '',
          caseManager: findAccount(db, actor.accountId)?.displayName ?? '',
        }),
      }
    },
  ),

  find: read(
    { permission: 'plans.read', audit: 'plan.opened', input: z.object({ id }) },
    ({ input, db, actor, noteReading }) => {
      const stored = getPlan(db, input.id)
      noteReading(stored.row.personId, { kind: 'plan', id: stored.row.id })
      return planFor(db, actor, stored)
    },
  ),

  /** The paper as it would be printed now, with „ПРОЕКТ“ across it. */
  draftPdf: read(
    { permission: 'plans.write', audit: 'plan.opened', input: z.object({ id }) },
    async ({ input, db, office, today, signal, noteReading }) => {
      const stored = getPlan(db, input.id)
      noteReading(stored.row.personId, { kind: 'plan', id: stored.row.id })
      const marks = { number: null, date: null, approvedBy: null, on: today }
      const { data, documentDate } = buildPlan(planFacts(db, stored, marks))
      const { pdf } = await office.papers.render({ layout: 'plan', data, documentDate }, signal)
      return pdfFile(pdf, 'plan')
    },
  ),

  create: action(
    {
      permission: 'plans.write',
      audit: 'plan.created',
      subject: 'plan',
      input: z.object({ personId: id, plan: planInputSchema }),
    },
    (call) => {
      const { input, tx, audit, today } = call
      existing(getPerson(tx, input.personId))
      const { application } = caseOfPerson(tx, input.personId, today)
      if (!application) throw ruleError([{ code: 'assessmentNotApproved' }])
      const open = openPlanOf(tx, application.id)
      if (open && !planEnded(open, today)) throw ruleError([{ code: 'planAlreadyOpen' }])
      const assessment = basisOf(tx, application.id)
      const created = insertPlan(
        tx,
        { ...input.plan, assessmentId: assessment.id },
        {
          applicationId: application.id,
          personId: input.personId,
          grantedMinutes: assessment.grantedMinutes ?? 0,
          revision: nextPlanRevision(tx, application.id),
          previousId: open?.id ?? null,
        },
        stampOf(call),
      )
      audit({ subjectId: created, personId: input.personId })
      return { id: created, version: 1 }
    },
  ),

  update: action(
    {
      permission: 'plans.write',
      audit: 'plan.changed',
      subject: 'plan',
      input: which.extend({ plan: planInputSchema }),
    },
    (call) => {
      const { input, tx, audit } = call
      const before = getPlan(tx, input.id)
      demand(mayEditPlan(before.row.status))
      const assessment = basisOf(tx, before.row.applicationId)
      const plan: PlanInput = { ...input.plan, assessmentId: assessment.id }
      const saved = saveOrConflict(
        tx,
        () => updatePlan(tx, input.id, input.version, plan, stampOf(call)),
        () => formOf(before.row, before.input),
      )
      audit({
        subjectId: input.id,
        personId: before.row.personId,
        payload: changesBetween(before.input, plan),
      })
      return { id: input.id, version: saved }
    },
  ),
}
