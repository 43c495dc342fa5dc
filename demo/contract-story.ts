import { addDays } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { later, type Case, type Story } from './case.ts'
import {
  draftContract,
  issueContract,
  printContract,
  sendContractOut,
  signContract,
  type Term,
} from './contract-steps.ts'
import type { Step } from './fates.ts'
import { signPlan } from './plan-steps.ts'

/** How long the contract of a fate runs, and from when. */
export function termOf(one: Case): Term {
  const { fate, desk, random, months } = one
  const { end } = desk
  const whole: Term = { startDate: null, endDate: (start) => lastDayOfMonths(start, months) }
  if (fate.turn.kind === 'startsLater')
    return { ...whole, startDate: addWorkingDays(addDays(end, random.whole(4, 18)), 0) }
  if (fate.turn.kind === 'runsOut')
    return { startDate: null, endDate: () => addDays(end, random.whole(6, 40)) }
  return whole
}

/** From the draft as far as the fate goes. */
export async function* contract(one: Case, reaches: (step: Step) => boolean): Story {
  const { random } = one
  yield later(one, 0, 2)
  await draftContract(one, termOf(one))
  if (!reaches('contractIssued')) return
  yield later(one, 0, 1)
  await issueContract(one)
  if (random.chance(50)) await printContract(one)
  if (!reaches('contractOut')) return
  yield* signature(one, reaches)
}

/** Out and back, the plan with it. */
export async function* signature(one: Case, reaches: (step: Step) => boolean): Story {
  yield later(one, 0, 1)
  await sendContractOut(one)
  if (!reaches('contractSigned')) return
  yield later(one, 2, 5)
  await signContract(one)
  await signPlan(one)
}
