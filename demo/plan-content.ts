import { addMonths } from '#domain/calendar/civil-date.ts'
import type { PlanInput, Goal, WeekRow } from '#domain/plans/schema.ts'
import type { Random } from './random.ts'

interface GoalText {
  goal: string
  expectedResult: string
  activities: string[]
}

/** Goals by the area of the methodology that they answer. */
const goalTexts: Record<string, readonly GoalText[]> = {
  SELF: [
    {
      goal: 'Личната хигиена да се поддържа всеки ден с помощ, без риск от падане.',
      expectedResult: 'Къпане два пъти в седмицата и тоалет всеки ден, без нито едно падане.',
      activities: ['hygiene', 'bathing', 'dressing'],
    },
    {
      goal: 'Редовно хранене и вземане на лекарствата по схема.',
      expectedResult: 'Три хранения на ден; кутията с лекарства е празна в края на седмицата.',
      activities: ['feeding', 'medicines'],
    },
  ],
  MOVE: [
    {
      goal: 'Да става от леглото всеки ден и да се движи в рамките на дома.',
      expectedResult: 'Седи на стол на всяко хранене и стига до прозореца с помощ.',
      activities: ['movingAtHome', 'transfer', 'walk'],
    },
    {
      goal: 'Да излиза навън с придружител поне веднъж седмично.',
      expectedResult: 'Една разходка седмично, когато времето позволява.',
      activities: ['walk', 'accompanying'],
    },
  ],
  HOME: [
    {
      goal: 'Домът да е чист, отоплен и с достатъчно храна.',
      expectedResult: 'Топла храна всеки ден, почистване веднъж седмично, дърва до печката.',
      activities: ['cooking', 'cleaning', 'shopping', 'heating'],
    },
  ],
  COMM: [
    {
      goal: 'Да поддържа разговор и връзка с близките си.',
      expectedResult: 'Разговор по телефона с близък поне два пъти седмично.',
      activities: ['conversation', 'letters'],
    },
  ],
  SOC: [
    {
      goal: 'Да не остава само повече от ден и да участва в живота на общността.',
      expectedResult: 'Среща със съсед или близък всяка седмица.',
      activities: ['conversation', 'leisure', 'accompanying'],
    },
  ],
}
const ownWish: GoalText = {
  goal: 'Да продължи да живее в дома си.',
  expectedResult: 'Остава у дома до края на плана без престой в институция.',
  activities: ['cooking', 'cleaning', 'conversation'],
}

export interface PlanFrame {
  begun: PlanInput
  weakAreas: readonly string[]
  grantedMinutes: number
  dailyMaxMinutes: number
  assistant: string
  caseManager: string
}

function goalFor(text: GoalText, areaId: string | null, frame: PlanFrame): Goal {
  const { validFrom, validTo } = frame.begun
  const half = addMonths(validFrom, 6)
  const short = areaId !== null && areaId !== 'SELF' && half < validTo
  return {
    kind: short ? 'shortTerm' : 'longTerm',
    areaId,
    goal: text.goal,
    activities: text.activities,
    expectedResult: text.expectedResult,
    responsible: frame.assistant,
    startDate: validFrom,
    endDate: short ? half : validTo,
  }
}

const workdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const alternating = [
  ['shopping', 'laundry'],
  ['cleaning', 'walk'],
  ['accompanying', 'leisure'],
] as const

/**
 * A week that no month of 31 days takes over the hours granted: the same minutes on each of its
 * days, in quarter hours, the last visit of the day another one on Tuesdays and Thursdays.
 */
export function weekFor(random: Random, frame: PlanFrame): WeekRow[] {
  const quarter = (minutes: number) => Math.floor(minutes / 15) * 15
  const onWorkdays = quarter(frame.grantedMinutes / 23)
  const days: readonly number[] = onWorkdays <= frame.dailyMaxMinutes ? workdays : everyDay
  const perDay = Math.min(frame.dailyMaxMinutes, quarter(frame.grantedMinutes / (days === workdays ? 23 : 31))) // prettier-ignore
  const heavy = days === everyDay
  const daily = heavy
    ? ['hygiene', 'feeding', 'changingPosition', 'cooking']
    : random.chance(50)
      ? ['hygiene', 'cooking', 'medicines']
      : ['dressing', 'cooking', 'movingAtHome']
  const last = random.pick(alternating)
  const slots = perDay >= 180 ? daily.length + 1 : perDay >= 90 ? 3 : 2
  const each = quarter(perDay / slots)
  const rows: WeekRow[] = []
  let from = 60 * random.whole(8, 9) + 30 * random.whole(0, 1)
  const add = (activity: string, weekdays: readonly number[], minutes: number) => {
    rows.push({
      activity,
      weekdays: [...weekdays],
      fromMinute: from,
      toMinute: from + minutes,
      assistant: frame.assistant,
      note: '',
    })
  }
  for (const activity of daily.slice(0, slots - 1)) {
    add(activity, days, each)
    from += each
  }
  const left = perDay - each * (slots - 1)
  const second = days.filter((day) => day === 2 || day === 4)
  add(last[0], days.filter((day) => day !== 2 && day !== 4), left) // prettier-ignore
  add(last[1], second, left)
  return rows
}

/** The whole content of a plan that may be prepared for signature. */
export function planFor(random: Random, frame: PlanFrame): PlanInput {
  const answered = frame.weakAreas.filter((area) => goalTexts[area] !== undefined)
  const [skipped] = answered.length > 3 && random.chance(35) ? answered.slice(-1) : []
  const goals = answered
    .filter((area) => area !== skipped)
    .map((area) => goalFor(random.pick(goalTexts[area] ?? [ownWish]), area, frame))
  const rows = weekFor(random, frame)
  return {
    ...frame.begun,
    goals: goals.length > 0 ? goals : [goalFor(ownWish, null, frame)],
    areasWithoutGoal: [
      ...(skipped === undefined
        ? []
        : [{ areaId: skipped, reason: 'Близките поемат тази грижа сами и не искат помощ в нея.' }]),
      ...frame.weakAreas
        .filter((area) => goalTexts[area] === undefined)
        .map((areaId) => ({ areaId, reason: 'Решава се извън услугата.' })),
    ],
    rows,
    differenceReason: 'Часовете са разпределени така, че и в най-дългия месец да не се надхвърлят.',
    involvement:
      'Планът е обсъден с лицето и негов близък у дома; дните и часовете са избрани от тях.',
    caseManager: frame.caseManager,
  }
}
