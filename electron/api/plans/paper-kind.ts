import { planTransition } from '#domain/plans/rules.ts'
import { getPlan } from '#db/queries/plans.ts'
import type { PaperKind } from '../kernel/paper-kinds.ts'
import { planRecord, replaceBefore, signed } from './moves.ts'

/** „Индивидуален план за подкрепа“: signed when its paper comes back. */
export const planPapers: PaperKind = {
  kind: 'plan',
  mask: 'planNumberMask',
  read: 'plans.read',
  issue: 'plans.approve',
  markSigned: 'papers.markSigned',
  comesBack(call, planId, { on }) {
    const plan = getPlan(call.tx, planId)
    // The paper of a plan that was replaced meanwhile is signed all the same; the plan stays as it is.
    if (!planTransition(plan.row.status, 'sign', []).ok) return
    planRecord.save(call, plan.row, signed(plan, on))
    replaceBefore(call, plan)
  },
}
