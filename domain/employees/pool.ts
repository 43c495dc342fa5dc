import { addDays, addMonths, monthOf, type CivilDate } from '#domain/calendar/civil-date.ts'
import { normaliseForSearch } from '#domain/text/search.ts'

/** From when somebody is needed, as one says it by the telephone. */
export const fromDays = ['today', 'tomorrow', 'week', 'month'] as const
type FromDay = (typeof fromDays)[number]

/** The day that is meant; `month` is the first of the next one. */
export function dayFrom(from: FromDay, today: CivilDate): CivilDate {
  switch (from) {
    case 'today':
      return today
    case 'tomorrow':
      return addDays(today, 1)
    case 'week':
      return addDays(today, 7)
    case 'month':
      return `${monthOf(addMonths(`${monthOf(today)}-01`, 1))}-01`
  }
}

/** Hours a day that are asked for, in minutes. */
export const askedMinutes = [60, 120, 180, 240, 360, 480] as const

/** What somebody said of the work they take; null: never asked. */
interface Offered {
  villages: readonly string[]
  hasCar: 'yes' | 'no' | null
  climbsStairs: 'yes' | 'no' | null
}

/** What a person who is to be helped needs of an assistant. */
interface Needed {
  village: string
  minutesPerDay: number
  car: boolean
  stairs: boolean
}

export interface Candidate extends Offered {
  /** Where they live: who named no village is taken to work there. */
  settlement: string
  freePerDay: number
}

/** Whether they may take such a person; what was never asked of a car or stairs is no „yes“. */
export function mayTake(who: Candidate, { village, minutesPerDay, car, stairs }: Needed): boolean {
  const places = who.villages.length > 0 ? who.villages : [who.settlement]
  const asked = normaliseForSearch(village)
  return (
    (asked === '' || places.some((place) => normaliseForSearch(place) === asked)) &&
    who.freePerDay >= minutesPerDay &&
    (!car || who.hasCar === 'yes') &&
    (!stairs || who.climbsStairs === 'yes')
  )
}
