import { addMonths } from '#domain/calendar/civil-date.ts'
import { verdict, type Problem, type Verdict } from '#domain/problems/schema.ts'
import { valueOn, type DatedSetting } from '#domain/settings/rules.ts'
import { dayProblems } from './dates.ts'
import { notChosenStates, type CandidacyInput, type CandidacyState } from './schema.ts'

interface NotChosen {
  state: CandidacyState
  entryDate: string
  /** Day of the refusal or the withdrawal. */
  endedOn: string | null
  papersGoneOn: string | null
}

/** Last day on which the papers of who was not chosen are kept (чл. 25к от ЗЗЛД); null: no such term. */
export function papersDueDate(
  candidacy: NotChosen,
  settings: readonly DatedSetting[],
): string | null {
  const { state, endedOn, papersGoneOn } = candidacy
  if (endedOn === null || papersGoneOn !== null) return null
  if (!notChosenStates.some((one) => one === state)) return null
  return addMonths(endedOn, valueOn(settings, 'candidatePapersMonths', endedOn))
}

/** Last day on which a medical paper of this date is still taken for a fresh one. */
export const medicalPaperUntil = (date: string, settings: readonly DatedSetting[]): string =>
  addMonths(date, valueOn(settings, 'medicalPaperMonths', date))

/** May the papers go on that day? */
export function papersMayGo(candidacy: NotChosen, date: string, today: string): Verdict {
  const { state, endedOn, papersGoneOn, entryDate } = candidacy
  const gone: Problem | false = papersGoneOn !== null && {
    code: 'candidatePapersGone',
    params: { goneDate: papersGoneOn },
  }
  const chosen: Problem | false = !notChosenStates.some((one) => one === state) && {
    code: 'candidatePapersStay',
  }
  return verdict([gone || chosen, ...dayProblems(date, { today, entryDate: endedOn ?? entryDate })])
}

/**
 * What is left of a candidacy when its papers are gone: that there was one, its number, its dates and
 * how it ended. All that the candidate told and brought is erased.
 */
export const erased = {
  position: null,
  namedPerson: '',
  kinship: null,
  labourStatus: null,
  education: null,
  experienceMonths: null,
  trainings: [],
  otherContract: null,
  weekdays: [],
  dailyMinutes: null,
  villages: [],
  hasCar: null,
  climbsStairs: null,
  refusedActs: [],
  declarations: {
    capable: false,
    noConviction: false,
    noViolenceMeasures: false,
    privacyNotice: false,
  },
  documents: [],
  note: '',
} satisfies Partial<CandidacyInput>
