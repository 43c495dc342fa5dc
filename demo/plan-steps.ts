import { addMonths } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import type { PlanInput } from '#domain/plans/schema.ts'
import { there, type Case } from './case.ts'
import { planFor } from './plan-content.ts'

/** What the story must know of a plan later on. */
function keep(one: Case, id: string, version: number, plan: PlanInput): void {
  one.plan = { id, version }
  one.goals = plan.goals.length
  one.planEnd = plan.validTo
}

export async function draftPlan(one: Case, months: number): Promise<void> {
  const { desk, random, worker } = one
  const start = await worker.client.plans.start({ personId: one.personId })
  if (start.existing !== null) throw new Error('a plan is open already')
  const { measures, input } = start
  const plan = planFor(random, {
    begun: { ...input, validTo: lastDayOfMonths(input.validFrom, months) },
    weakAreas: measures.weakAreas.map((area) => area.groupId),
    grantedMinutes: measures.grantedMinutes,
    dailyMaxMinutes: there(measures.dailyMaxMinutes, 'daily limit'),
    assistant: one.assistant,
    caseManager: worker.name,
  })
  const made = await worker.client.plans.create(desk.click({ personId: one.personId, plan }))
  keep(one, made.id, made.version, plan)
}

export async function preparePlan(one: Case): Promise<void> {
  const { desk, worker, plan } = one
  const { version } = await worker.client.plans.prepare(desk.click(plan))
  one.plan = { id: plan.id, version }
}

export async function approvePlan(one: Case): Promise<void> {
  const { desk, plan } = one
  const { version } = await desk.head.plans.approve(desk.click(plan))
  one.plan = { id: plan.id, version }
}

export async function signPlan(one: Case): Promise<void> {
  const { desk, worker, day, plan, signingMode: mode } = one
  const { version } = await worker.client.plans.markSigned(
    desk.click({ ...plan, signedOn: day, mode }),
  )
  one.plan = { id: plan.id, version }
}

/** The plan anew for these days; the one before it is replaced when this one is signed. */
export async function changePlan(
  one: Case,
  validFrom: CivilDate,
  validTo: CivilDate,
): Promise<void> {
  const { desk, random, worker } = one
  const { client } = worker
  const made = await client.plans.newVersion(desk.click({ ...one.plan, validFrom }))
  const begun = await client.plans.find({ id: made.id })
  const plan = planFor(random, {
    begun: { ...begun.input, validTo },
    weakAreas: begun.measures.weakAreas.map((area) => area.groupId),
    grantedMinutes: begun.measures.grantedMinutes,
    dailyMaxMinutes: there(begun.measures.dailyMaxMinutes, 'daily limit'),
    assistant: one.assistant,
    caseManager: worker.name,
  })
  const opened = { id: made.id, version: begun.version }
  const saved = await client.plans.update(desk.click({ ...opened, plan }))
  keep(one, saved.id, saved.version, plan)
}

const findings = [
  'Идва редовно, лицето е доволно от асистента.',
  'Има подобрение, излиза навън по-често.',
  'Състоянието е без промяна.',
  'Целта остава, нужен е още един период.',
] as const

/** The half-yearly look at the plan. Returns the day of the next one, null when the plan ends before. */
export async function reviewPlan(one: Case): Promise<CivilDate | null> {
  const { desk, random, worker, day, plan } = one
  const latest = addMonths(day, 6)
  const next = latest < one.planEnd ? latest : null
  const review = {
    reviewedOn: day,
    results: Array.from({ length: one.goals }, () => ({
      result: random.pick(['achieved', 'partly', 'partly', 'notAchieved'] as const),
      note: random.pick(findings),
    })),
    note: '',
    nextReviewDate: next,
  }
  const { version } = await worker.client.plans.review(desk.click({ ...plan, review }))
  one.plan = { id: plan.id, version }
  return next
}
