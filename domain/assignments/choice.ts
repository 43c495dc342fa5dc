import type { kinships } from '#domain/applications/schema.ts'
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts'
import { inForceOn, type EmploymentDays } from '#domain/employments/days.ts'
import type { Sex } from '#domain/people/ids.ts'
import { normaliseForSearch, searchWords } from '#domain/text/search.ts'
import { sortKey } from '#domain/text/sort-key.ts'
import type { Helps } from './days.ts'

export type Kinship = (typeof kinships)[number]

/** What is known of the person who chooses. */
export interface PersonNeeds {
  personId: string
  name: string
  /** Settlement of the current address. */
  settlement: string
  /** The floor as it was typed; null = not known, or on the ground. */
  floor: string | null
  minutesPerMonth: number
  /** ISO weekdays of the plan; none = there is no plan yet. */
  weekdays: readonly number[]
  /** Ids of the acts of the plan. */
  acts: readonly string[]
  /** Contracts of those whom the person named. */
  wished: readonly string[]
  wishedSubstitutes: readonly string[]
  /** Declared of the one who is named. */
  kinship: Kinship | null
  sex: Sex | null
}

/** What a candidate offered when applying; null where nobody asked. */
export interface CandidateOffer {
  weekdays: readonly number[]
  dailyMinutes: number | null
  villages: readonly string[]
  hasCar: 'yes' | 'no' | null
  climbsStairs: 'yes' | 'no' | null
  refusedActs: readonly string[]
  /** Whom the candidate wants to help. */
  namedPerson: string
  kinship: Kinship | null
  trainings: number
}

/** One contract of somebody who may help. */
export interface InPool extends EmploymentDays {
  employmentId: string
  personId: string
  name: string
  sex: Sex
  settlement: string
  deathDate: string | null
  /** Hours of the contract in the month of the day; null = it names none. */
  normMinutes: number | null
  /** Given out already, as titular. */
  plannedMinutes: number
  offer: CandidateOffer | null
  /** Helps this person on the day, or did before. */
  helps: Helps | null
}

export const reasonCodes = [
  'self',
  'deceased',
  'notInForce',
  'helpsNow',
  'substitutesNow',
  'wished',
  'wishedSubstitute',
  'namesThePerson',
  'kin',
  'sameVillage',
  'offersVillage',
  'otherVillage',
  'freeMinutes',
  'fewMinutes',
  'noNorm',
  'daysMatch',
  'daysMissing',
  'dailyMinutes',
  'actsRefused',
  'stairs',
  'hasCar',
  'sexWished',
  'sexOther',
  'helpedBefore',
  'trained',
  'notTrained',
  'notAsked',
  'endsSoon',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** What a reason does: speaks for, against, forbids, or is told and weighs nothing. */
export type Weight = 'for' | 'against' | 'blocks' | 'note'

/** Why somebody is offered, or is not. Params as those of a problem (`…Minutes`, `…Date`). */
export interface Reason {
  code: ReasonCode
  weight: Weight
  params?: Record<string, string | number>
  /** ISO weekdays, of `daysMissing`. */
  weekdays?: number[]
  /** Ids of acts, of `actsRefused`. */
  acts?: string[]
  /** Of `kin`. */
  kinship?: Kinship
}

export interface Offer {
  employmentId: string
  personId: string
  name: string
  reasons: Reason[]
}

const place = (settlement: string) => normaliseForSearch(settlement)

/** Whether the one of this name is who was told: at least two of the names, and no other. */
export function isNamed(typed: string, name: string): boolean {
  const words = searchWords(typed)
  const own = new Set(searchWords(name))
  return words.length > 1 && words.every((word) => own.has(word))
}

/** Stairs where the floor is a number over the first one. */
const hasStairs = (floor: string | null) => floor !== null && Number.parseInt(floor, 10) > 1

function blocks(needs: PersonNeeds, one: InPool, day: CivilDate): Reason[] {
  const found: Reason[] = []
  if (one.personId === needs.personId) found.push({ code: 'self', weight: 'blocks' })
  if (one.deathDate !== null) found.push({ code: 'deceased', weight: 'blocks' })
  if (one.status !== 'signed' && one.status !== 'ended')
    found.push({ code: 'notInForce', weight: 'blocks' })
  else if (!inForceOn(one, day))
    found.push({
      code: 'notInForce',
      weight: 'blocks',
      params: day < one.startDate ? { startDate: one.startDate } : { endDate: one.lastDay ?? '' },
    })
  if (one.helps === 'now') found.push({ code: 'helpsNow', weight: 'blocks' })
  return found
}

function ofWish(needs: PersonNeeds, one: InPool): Reason[] {
  const found: Reason[] = []
  if (one.helps === 'substitute') found.push({ code: 'substitutesNow', weight: 'for' })
  const wished = needs.wished.includes(one.employmentId)
  if (wished) found.push({ code: 'wished', weight: 'for' })
  if (needs.wishedSubstitutes.includes(one.employmentId))
    found.push({ code: 'wishedSubstitute', weight: 'for' })
  const names = isNamed(one.offer?.namedPerson ?? '', needs.name)
  if (names) found.push({ code: 'namesThePerson', weight: 'for' })
  const kinship = (wished ? needs.kinship : null) ?? (names ? one.offer?.kinship : null) ?? null
  if (kinship !== null && kinship !== 'none') found.push({ code: 'kin', weight: 'note', kinship })
  if (needs.sex !== null)
    found.push(
      one.sex === needs.sex
        ? { code: 'sexWished', weight: 'for' }
        : { code: 'sexOther', weight: 'against' },
    )
  return found
}

function ofVillage(needs: PersonNeeds, one: InPool): Reason[] {
  const there = place(needs.settlement)
  if (place(one.settlement) === there) return [{ code: 'sameVillage', weight: 'for' }]
  const car: Reason[] = one.offer?.hasCar === 'yes' ? [{ code: 'hasCar', weight: 'for' }] : []
  if (one.offer?.villages.some((village) => place(village) === there))
    return [{ code: 'offersVillage', weight: 'for' }, ...car]
  return [
    { code: 'otherVillage', weight: 'against', params: { settlement: one.settlement } },
    ...car,
  ]
}

function ofHours(needs: PersonNeeds, { normMinutes, plannedMinutes }: InPool): Reason {
  if (normMinutes === null) return { code: 'noNorm', weight: 'note' }
  const freeMinutes = Math.max(0, normMinutes - plannedMinutes)
  return freeMinutes >= needs.minutesPerMonth && freeMinutes > 0
    ? { code: 'freeMinutes', weight: 'for', params: { freeMinutes } }
    : { code: 'fewMinutes', weight: 'against', params: { freeMinutes } }
}

function ofOffer(needs: PersonNeeds, { offer }: InPool): Reason[] {
  if (offer === null) return [{ code: 'notAsked', weight: 'note' }]
  const found: Reason[] = []
  const { weekdays, dailyMinutes, refusedActs } = offer
  if (needs.weekdays.length > 0 && weekdays.length > 0) {
    const missing = needs.weekdays.filter((weekday) => !weekdays.includes(weekday))
    found.push(
      missing.length === 0
        ? { code: 'daysMatch', weight: 'for' }
        : { code: 'daysMissing', weight: 'against', weekdays: missing },
    )
  }
  if (dailyMinutes !== null)
    found.push({ code: 'dailyMinutes', weight: 'note', params: { dailyMinutes } })
  const refused = needs.acts.filter((act) => refusedActs.includes(act))
  if (refused.length > 0) found.push({ code: 'actsRefused', weight: 'against', acts: refused })
  if (offer.climbsStairs === 'no' && hasStairs(needs.floor))
    found.push({ code: 'stairs', weight: 'against', params: { floor: needs.floor ?? '' } })
  found.push(
    offer.trainings > 0
      ? { code: 'trained', weight: 'for', params: { count: offer.trainings } }
      : { code: 'notTrained', weight: 'note' },
  )
  return found
}

/** Days ahead of its end in which a contract is said to end soon. */
const soonDays = 60

function reasonsOf(needs: PersonNeeds, one: InPool, day: CivilDate, soon: CivilDate): Reason[] {
  const before: Reason[] = one.helps === 'before' ? [{ code: 'helpedBefore', weight: 'for' }] : []
  const ends: Reason[] =
    one.lastDay !== null && one.lastDay >= day && one.lastDay < soon
      ? [{ code: 'endsSoon', weight: 'note', params: { endDate: one.lastDay } }]
      : []
  return [
    ...blocks(needs, one, day),
    ...ofWish(needs, one),
    ...before,
    ...ofVillage(needs, one),
    ofHours(needs, one),
    ...ofOffer(needs, one),
    ...ends,
  ]
}

/** What goes first, one after another; no sum is made of them. */
const rungs: readonly (readonly ReasonCode[])[] = [
  ['substitutesNow'],
  ['wished'],
  ['wishedSubstitute', 'namesThePerson'],
  ['sexWished'],
  ['sameVillage'],
  ['offersVillage'],
  ['freeMinutes'],
  ['daysMatch'],
  ['helpedBefore'],
  ['trained'],
]

/** For each rung 0 where it is reached, 1 where not; the blocked stand below all. */
function orderOf({ reasons }: Offer): number[] {
  const has = (codes: readonly ReasonCode[]) => reasons.some(({ code }) => codes.includes(code))
  const refused = reasons.find(({ code }) => code === 'actsRefused')?.acts?.length ?? 0
  return [
    reasons.some(({ weight }) => weight === 'blocks') ? 1 : 0,
    ...rungs.map((codes) => (has(codes) ? 0 : 1)),
    refused,
  ]
}

/** The pool beside a person, each with the reasons for and against: people choose, nothing is summed. */
export function offers(needs: PersonNeeds, pool: readonly InPool[], day: CivilDate): Offer[] {
  const soon = addDays(day, soonDays)
  return pool
    .map((one): Offer => {
      const { employmentId, personId, name } = one
      return { employmentId, personId, name, reasons: reasonsOf(needs, one, day, soon) }
    })
    .map((offer) => ({ offer, order: orderOf(offer), key: sortKey(offer.name) }))
    .toSorted((a, b) => compared(a, b))
    .map(({ offer }) => offer)
}

interface Placed {
  offer: Offer
  order: readonly number[]
  key: string
}

function compared(a: Placed, b: Placed): number {
  for (const [index, rung] of a.order.entries()) {
    const other = b.order[index] ?? 0
    if (rung !== other) return rung - other
  }
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.offer.employmentId < b.offer.employmentId ? -1 : 1
}

/** Nothing forbids it. */
export const isPossible = ({ reasons }: Pick<Offer, 'reasons'>): boolean =>
  !reasons.some(({ weight }) => weight === 'blocks')
