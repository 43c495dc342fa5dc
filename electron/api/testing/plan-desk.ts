import type { PlanInput } from '#domain/plans/schema.ts'
import { approvedCase } from './approved-assessment.ts'
import { click, openOffice } from './office.ts'
import { planInput } from './plan-data.ts'

/** An office with a person whose assessment is approved, who plans and who approves. */
export async function openPlanDesk() {
  const running = await openOffice()
  let worker = await running.as('socialWorker')
  let head = await running.as('head')
  const of = await approvedCase(running, worker)

  async function create(own: Partial<PlanInput> = {}) {
    const plan = planInput(of.assessmentId, own)
    return worker.plans.create(click({ personId: of.personId, plan }))
  }

  async function ready(own: Partial<PlanInput> = {}) {
    const { id, version } = await create(own)
    return worker.plans.prepare(click({ id, version }))
  }

  /** Sessions do not outlive a night: everybody logs in again. */
  async function daysLater(days: number) {
    running.advance(days * 24 * 3_600_000)
    worker = await running.as('socialWorker')
    head = await running.as('head')
    return { worker, head }
  }

  return { running, worker, head, of, create, ready, daysLater }
}
export type PlanDesk = Awaited<ReturnType<typeof openPlanDesk>>
