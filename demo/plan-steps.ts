import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { addMonths } from '#domain/calendar/civil-date.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { there, type Case } from './case.ts'
import { planFor } from './plan-content.ts'

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
  one.planId = made.id
}

export async function preparePlan(one: Case): Promise<void> {
  const { desk, worker } = one
  const { version } = await worker.client.plans.find({ id: one.planId })
  await worker.client.plans.prepare(desk.click({ id: one.planId, version }))
}

export async function approvePlan(one: Case): Promise<void> {
  const { desk } = one
  const { version } = await desk.head.plans.find({ id: one.planId })
  await desk.head.plans.approve(desk.click({ id: one.planId, version }))
}

export async function signPlan(one: Case): Promise<void> {
  const { desk, worker, day } = one
  const { version } = await worker.client.plans.find({ id: one.planId })
  await worker.client.plans.markSigned(
    desk.click({ id: one.planId, version, signedOn: day, mode: modeOf(one) }),
  )
}

/** How this person signs (the contract's proposal says the same). */
export function modeOf(one: Case) {
  const { representative, cannotSign } = one.wish
  if (representative === 'parent') return 'guardianFor' as const
  if (representative === 'guardian') return 'guardianFor' as const
  if (representative === 'curator') return 'curatorWith' as const
  if (representative === 'proxy') return 'proxyFor' as const
  return cannotSign ? ('thumbprint' as const) : ('person' as const)
}

/** Another week after a new assessment; the plan before it is replaced when this one is signed. */
export async function changePlan(one: Case): Promise<void> {
  const { desk, random, worker, day } = one
  const { client } = worker
  const old = await client.plans.find({ id: one.planId })
  const made = await client.plans.newVersion(
    desk.click({ id: one.planId, version: old.version, validFrom: day }),
  )
  one.planId = made.id
  const begun = await client.plans.find({ id: made.id })
  const plan = planFor(random, {
    begun: begun.input,
    weakAreas: begun.measures.weakAreas.map((area) => area.groupId),
    grantedMinutes: begun.measures.grantedMinutes,
    dailyMaxMinutes: there(begun.measures.dailyMaxMinutes, 'daily limit'),
    assistant: one.assistant,
    caseManager: worker.name,
  })
  await client.plans.update(desk.click({ id: made.id, version: begun.version, plan }))
}

const findings = [
  'Идва редовно, лицето е доволно от асистента.',
  'Има подобрение, излиза навън по-често.',
  'Състоянието е без промяна.',
  'Целта остава, нужен е още един период.',
] as const

/** The half-yearly look at the plan. Returns the day of the next one. */
export async function reviewPlan(one: Case): Promise<CivilDate | null> {
  const { desk, random, worker, day } = one
  const { client } = worker
  const { version, input } = await client.plans.find({ id: one.planId })
  const latest = addMonths(day, 6)
  const next = latest < input.validTo ? latest : null
  const review = {
    reviewedOn: day,
    results: input.goals.map(() => ({
      result: random.pick(['achieved', 'partly', 'partly', 'notAchieved'] as const),
      note: random.pick(findings),
    })),
    note: '',
    nextReviewDate: next,
  }
  await client.plans.review(desk.click({ id: one.planId, version, review }))
  return next
}
