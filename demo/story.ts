import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { addDays, daysBetween } from '#domain/calendar/civil-date.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import {
  admit,
  askForDocuments,
  bringTheRest,
  notePreliminary,
  queue,
  register,
  sendToAssessment,
} from './application-steps.ts'
import { approveHours, beginSheet, finishSheet, sendSheetBack } from './assessment-steps.ts'
import { later, type Case, type Story } from './case.ts'
import { contract } from './contract-story.ts'
import { steps, type Step } from './fates.ts'
import { approvePlan, draftPlan, preparePlan } from './plan-steps.ts'
import type { Need } from './sheet-texts.ts'
import { turn } from './turns.ts'

export interface Numbers {
  entry(day: CivilDate, skip: number, series?: string): string
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
  const entryNumber = numbers.entry(one.day, random.whole(1, 9), fate.series)
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
