import { planTransition } from '#domain/plans/rules.ts'
import {
  findPlanRow,
  getPlan,
  setPlan,
  type PlanChanges,
  type StoredPlan,
} from '#db/queries/plans.ts'
import { demand } from '../kernel/faults.ts'
import { stepsOf, type StepCall } from '../kernel/steps.ts'

export const planRecord = stepsOf<StoredPlan, PlanChanges>({
  subject: 'plan',
  read: 'plans.read',
  load: getPlan,
  row: ({ row }) => row,
  save: setPlan,
  stand: ({ row: { status } }) => ({ status }),
})

/** The signed plan holds from here on. Throws RULE. */
export function signed({ row }: StoredPlan, signedOn: string) {
  const step = planTransition(row.status, 'sign', [])
  demand(step)
  return { status: step.status, signedOn }
}

/** The version before a plan that holds now is replaced by it and stays readable. */
export function replaceBefore(call: StepCall, { row }: StoredPlan): void {
  const before = row.previousId === null ? undefined : findPlanRow(call.tx, row.previousId)
  if (!before) return
  const over = planTransition(before.status, 'supersede', [])
  if (over.ok) planRecord.save(call, before, { status: over.status })
}
