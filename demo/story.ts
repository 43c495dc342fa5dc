import { addDays, daysBetween } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import { lastDayOfMonths } from '#domain/contracts/term.ts'
import {
  admit,
  askForDocuments,
  bringTheRest,
  close,
  dropOut,
  notePreliminary,
  queue,
  refuse,
  register,
  sendToAssessment,
} from './application-steps.ts'
import {
  approveHours,
  beginSheet,
  finishSheet,
  reviewAssessment,
  sendSheetBack,
  visitInVain,
} from './assessment-steps.ts'
import { later, type Case } from './case.ts'
import {
  annulContract,
  draftContract,
  endContract,
  issueContract,
  recordDeath,
  sendContractOut,
  signContract,
  type Term,
} from './contract-steps.ts'
import { steps, type Step } from './fates.ts'
import { approvePlan, changePlan, draftPlan, preparePlan, reviewPlan, signPlan } from './plan-steps.ts' // prettier-ignore
import type { Need } from './sheet-texts.ts'

/** Yields the day on which it goes on; ends where its fate ends. */
export type Story = AsyncGenerator<CivilDate, void>

export interface Numbers {
  entry(day: CivilDate, skip: number): string
}

/** One case from the counter to wherever it stands on the last day of the office. */
export async function* storyOf(one: Case, numbers: Numbers): Story {
  const { fate } = one
  const reaches = (step: Step) => steps.indexOf(step) <= steps.indexOf(fate.until)
  yield* application(one, numbers)
  if (reaches('sheetBegun')) yield* assessment(one, reaches)
  if (reaches('planDraft')) yield* plan(one, reaches)
  if (reaches('contractDraft')) yield* contract(one, reaches)
  yield* turn(one)
}

async function* application(one: Case, numbers: Numbers): Story {
  const { fate, random } = one
  const lacks =
    fate.turn.kind === 'incomplete' ||
    (fate.turn.kind === 'droppedOut' && fate.turn.why === 'documentsNotProvided')
  const late = !lacks && fate.until !== 'registered' && random.chance(9)
  const entryNumber = numbers.entry(one.day, random.whole(1, 9))
  const intake = await register(one, lacks || late ? 'notAll' : 'everything', entryNumber)
  if (late || (lacks && random.chance(70))) {
    yield later(one, 1, 2)
    await askForDocuments(one)
  }
  if (late) {
    yield later(one, 2, 3)
    await bringTheRest(one, intake)
  }
  if (fate.until === 'registered') return
  yield later(one, 1, 3)
  await admit(one)
  if (fate.until === 'admitted') return
  yield later(one, 1, 2)
  if (random.chance(70)) await notePreliminary(one, `ПО-${String(random.whole(20, 900))}`)
  await sendToAssessment(one)
}

function needOf(one: Case): Need {
  const { fate, wish } = one
  if (fate.turn.kind === 'belowThreshold') return 'none'
  if (fate.turn.kind === 'refused') return 'IV'
  return wish.need
}

async function* assessment(one: Case, reaches: (step: Step) => boolean): Story {
  const { fate, random } = one
  const need = needOf(one)
  yield later(one, 2, 5)
  if (fate.until === 'sheetBegun') {
    await beginSheet(one, need)
    return
  }
  if (random.chance(20)) {
    await beginSheet(one, need)
    yield later(one, 1, 2)
  }
  await finishSheet(one, need)
  if (!reaches('hoursApproved')) return
  if (random.chance(8)) {
    yield later(one, 1, 1)
    await sendSheetBack(one)
    yield later(one, 1, 2)
    await finishSheet(one, need)
  }
  yield later(one, 1, 3)
  await approveHours(one)
  if (fate.queues === true || (fate.served === true && random.chance(40))) yield* waitingList(one)
}

/** Two of five who are served today have waited for a place; a few days are room enough for it. */
async function* waitingList(one: Case): Story {
  const { fate, random, desk } = one
  const days = random.whole(12, 60)
  if (fate.served === true && daysBetween(one.day, desk.end) < fate.age[0] + days) return
  yield later(one, 1, 2)
  await queue(one, 'enterWaitingList')
  if (fate.served !== true) return
  yield addWorkingDays(addDays(one.day, days), 0)
  await queue(one, 'placeFreed')
}

/** Months for which plan and contract are made: long enough for who is still served. */
function monthsOf(one: Case): number {
  const { fate, desk, day } = one
  if (fate.turn.kind === 'expired') return 6
  const old = daysBetween(day, desk.end)
  return old > 330 || fate.turn.kind === 'reviewed' ? 36 : one.random.pick([12, 12, 24, 36])
}

async function* plan(one: Case, reaches: (step: Step) => boolean): Story {
  one.months = monthsOf(one)
  yield later(one, 1, 2)
  // The plan of a short contract goes on beyond it, so that another may follow.
  await draftPlan(one, Math.max(12, one.months))
  if (!reaches('planReady')) return
  yield later(one, 0, 1)
  await preparePlan(one)
  if (!reaches('planApproved')) return
  yield later(one, 1, 2)
  await approvePlan(one)
}

function termOf(one: Case): Term {
  const { fate, desk, random, months } = one
  const { end } = desk
  const whole: Term = { startDate: null, endDate: (start) => lastDayOfMonths(start, months) }
  if (fate.turn.kind === 'startsLater')
    return { ...whole, startDate: addWorkingDays(addDays(end, random.whole(4, 18)), 0) }
  if (fate.turn.kind === 'runsOut')
    return { startDate: null, endDate: () => addDays(end, random.whole(6, 40)) }
  return whole
}

async function* contract(one: Case, reaches: (step: Step) => boolean): Story {
  yield later(one, 0, 2)
  await draftContract(one, termOf(one))
  if (!reaches('contractIssued')) return
  yield later(one, 0, 1)
  await issueContract(one)
  if (!reaches('contractOut')) return
  yield* signature(one, reaches)
}

async function* signature(one: Case, reaches: (step: Step) => boolean): Story {
  yield later(one, 0, 1)
  await sendContractOut(one)
  if (!reaches('contractSigned')) return
  yield later(one, 2, 5)
  await signContract(one)
  await signPlan(one)
}

/** What the fate still has in store after its last step. */
async function* turn(one: Case): Story {
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
      if (!what.renewed) return
      yield addWorkingDays(addDays(lastDayOfMonths(one.day, one.months), 5), 2)
      one.months = 36
      await draftContract(one, termOf(one))
      yield later(one, 0, 2)
      await issueContract(one)
      yield later(one, 0, 1)
      await sendContractOut(one)
      yield later(one, 2, 5)
      await signContract(one)
      return
    case 'terminated':
      yield addWorkingDays(addDays(one.day, random.whole(20, 80)), 0)
      await endContract(one, random.pick(what.grounds))
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
      await changePlan(one)
      await preparePlan(one)
      yield later(one, 1, 2)
      await approvePlan(one)
      yield later(one, 2, 5)
      await signPlan(one)
      yield* served(one)
  }
}

/** Half-yearly reviews for as long as the service goes on; a few are late. */
async function* served(one: Case): Story {
  for (;;) {
    const lateness = one.random.chance(8) ? one.random.whole(10, 40) : -one.random.whole(2, 8)
    yield addWorkingDays(addDays(one.day, 180 + lateness), 0)
    if ((await reviewPlan(one)) === null) return
  }
}
