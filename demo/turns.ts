import { addDays } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import { close, dropOut, refuse } from './application-steps.ts'
import { approveHours, reviewAssessment, sendSheetBack, visitInVain } from './assessment-steps.ts'
import { later, there, type Case, type Story } from './case.ts'
import { signature, termOf } from './contract-story.ts'
import {
  annulContract,
  draftContract,
  endContract,
  issueContract,
  missContractPaper,
  recordDeath,
} from './contract-steps.ts'
import { approvePlan, changePlan, preparePlan, reviewPlan, signPlan } from './plan-steps.ts'

/** What the fate still has in store after its last step. */
export async function* turn(one: Case): Story {
  const { fate, random, desk } = one
  const { turn: what } = fate
  switch (what.kind) {
    case 'stays':
    case 'startsLater':
    case 'incomplete':
      if (fate.served) yield* served(one)
      return
    case 'runsOut':
      yield* served(one)
      return
    case 'returned':
      yield later(one, 1, 2)
      await sendSheetBack(one)
      return
    case 'refused':
      yield later(one, 2, 5)
      await refuse(one, what.ground)
      return
    case 'belowThreshold':
      yield later(one, 1, 3)
      await approveHours(one)
      return
    case 'droppedOut':
      if (what.why === 'notFound' || what.why === 'refusedAssessment') {
        const outcome = what.why === 'notFound' ? 'notFound' : 'refused'
        for (let attempt = 1; attempt <= (outcome === 'notFound' ? 2 : 1); attempt += 1) {
          yield later(one, 3, 6)
          await visitInVain(one, outcome, attempt)
        }
      }
      yield what.why === 'documentsNotProvided' ? later(one, 10, 15) : later(one, 3, 10)
      await dropOut(one, what.why)
      return
    case 'closed':
      yield later(one, 3, 6)
      await dropOut(one, 'withdrawn')
      yield later(one, 5, 12)
      await close(one)
      return
    case 'annulled':
      yield later(one, 1, 2)
      await annulContract(one)
      if (!what.again) return
      yield later(one, 0, 1)
      await draftContract(one, termOf(one))
      yield later(one, 0, 1)
      await issueContract(one)
      yield* signature(one, () => true)
      yield* served(one)
      return
    case 'expired':
      if (what.renewed) yield* renewal(one)
      return
    case 'terminated':
      yield addWorkingDays(addDays(one.day, random.whole(20, 80)), 0)
      await endContract(one, random.pick(what.grounds))
      return
    case 'noticeGiven':
      yield addWorkingDays(addDays(desk.end, -random.whole(2, 8)), 0)
      await endContract(one, 'personRequest', addDays(desk.end, random.whole(10, 25)))
      return
    case 'paperLost':
      yield addWorkingDays(addDays(desk.end, -random.whole(1, 6)), 0)
      await missContractPaper(one)
      return
    case 'diedServed':
      yield addWorkingDays(addDays(one.day, random.whole(20, 80)), 0)
      await recordDeath(one)
      yield later(one, 1, 4)
      await endContract(one, 'death')
      return
    case 'diedOpen':
      yield addWorkingDays(addDays(desk.end, -random.whole(3, 9)), 0)
      await recordDeath(one)
      return
    case 'reviewed':
      yield addWorkingDays(addDays(one.day, random.whole(160, 200)), 0)
      await reviewAssessment(one, one.wish.need)
      yield later(one, 1, 3)
      await approveHours(one)
      yield later(one, 1, 2)
      await changePlan(one, one.day, one.planEnd)
      await preparePlan(one)
      yield later(one, 1, 2)
      await approvePlan(one)
      yield later(one, 2, 5)
      await signPlan(one)
      yield* served(one)
  }
}

/**
 * In the last weeks of a contract the plan is looked at and made anew for the time after it; the next
 * contract follows the one that ran out.
 */
async function* renewal(one: Case): Story {
  const { endDate } = there(one.issue, 'contract that runs out')
  const next = addDays(endDate, 1)
  yield addWorkingDays(addDays(endDate, -one.random.whole(14, 20)), 0)
  await reviewPlan(one)
  one.months = 36
  yield later(one, 1, 2)
  await changePlan(one, next, lastDayOfMonths(next, one.months))
  yield later(one, 0, 1)
  await preparePlan(one)
  yield later(one, 1, 2)
  await approvePlan(one)
  yield addWorkingDays(next, 0)
  await draftContract(one, termOf(one))
  await issueContract(one)
  yield* signature(one, () => true)
  yield* served(one)
}

/** Half-yearly reviews for as long as the service goes on; a few are late. */
async function* served(one: Case): Story {
  for (;;) {
    const lateness = one.random.chance(8) ? one.random.whole(10, 40) : -one.random.whole(2, 8)
    yield addWorkingDays(addDays(one.day, 180 + lateness), 0)
    if ((await reviewPlan(one)) === null) return
  }
}
