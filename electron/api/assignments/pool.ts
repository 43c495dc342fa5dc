import {
  isNamed,
  isPossible,
  offers,
  type InPool,
  type PersonNeeds,
} from '#domain/assignments/choice.ts'
import { helpOn } from '#domain/assignments/days.ts'
import type { Sex } from '#domain/people/ids.ts'
import { formatFullName } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import { assignedMinutesOn, assignmentsOfPerson } from '#db/queries/assignments.ts'
import { offersOf, poolOn, type PoolRow } from '#db/queries/assignments-pool.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { annexesOf } from '#db/queries/employments.ts'
import { getPerson } from '#db/queries/people.ts'
import { getPlan, openPlanOf } from '#db/queries/plans.ts'
import type { ApplicationRow } from '#db/schema/applications.ts'
import { existing } from '../kernel/faults.ts'
import { asOther, normOn, workingDaysIn } from './facts.ts'
import type { NamedAssistant, OfferLine } from './view.ts'

/** The team on a day: a fixed number of questions, however many they are. */
export interface Pool {
  day: string
  members: readonly (InPool & { assistant: NamedAssistant })[]
}

/** Everybody who may help on a day or later; `helps` is filled in for each person apart. */
export function poolFor(db: Db, day: string): Pool {
  const positions = catalogueOf(db, 'position').filter(({ givesHelp }) => givesHelp)
  const names = new Map(positions.map(({ id, name }) => [id, name]))
  const rows = poolOn(db, day, [...names.keys()])
  const annexes = annexesOf(
    db,
    rows.map(({ employment }) => employment.id),
  )
  const offered = offersOf(
    db,
    rows.map(({ employment: { id, candidacyId }, personId }) => ({
      employmentId: id,
      personId,
      candidacyId,
    })),
  )
  const planned = assignedMinutesOn(db, day)
  const workingDays = workingDaysIn(db, day)
  return {
    day,
    members: rows.map((row) => ({
      employmentId: row.employment.id,
      personId: row.personId,
      name: formatFullName(row),
      sex: row.sex,
      settlement: row.settlement,
      deathDate: row.deathDate,
      status: row.employment.status,
      startDate: row.employment.startDate,
      lastDay: row.employment.lastDay,
      normMinutes: normOn(row.employment, annexes.get(row.employment.id) ?? [], day, workingDays),
      plannedMinutes: planned.get(row.employment.id) ?? 0,
      offer: offered.get(row.employment.id) ?? null,
      helps: null,
      assistant: assistantOf(row, names),
    })),
  }
}

const assistantOf = (row: PoolRow, names: ReadonlyMap<string, string>): NamedAssistant => ({
  employmentId: row.employment.id,
  personId: row.personId,
  name: formatFullName(row),
  sex: row.sex,
  position: names.get(row.employment.positionId) ?? '',
  number: row.employment.number,
  startDate: row.employment.startDate,
  lastDay: row.employment.lastDay,
})

/** What the person who chooses needs, as application and plan have it. */
export function needsOf(
  db: Db,
  application: ApplicationRow,
  pool: Pool,
  asked: { minutesPerMonth: number; sex: Sex | null },
): PersonNeeds {
  const person = existing(getPerson(db, application.personId))
  const open = openPlanOf(db, application.id)
  const plan = open ? getPlan(db, open.id).input : null
  const named = (typed: string) =>
    pool.members.filter(({ name }) => isNamed(typed, name)).map(({ employmentId }) => employmentId)
  const weekdays = new Set(plan?.rows.flatMap((row) => row.weekdays) ?? [])
  const acts = new Set([
    ...(plan?.rows.map(({ activity }) => activity) ?? []),
    ...(plan?.goals.flatMap(({ activities }) => activities) ?? []),
  ])
  return {
    personId: person.id,
    name: formatFullName(person),
    settlement: person.currentAddress.settlement,
    floor: person.currentAddress.floor,
    minutesPerMonth: asked.minutesPerMonth,
    weekdays: [...weekdays].toSorted((a, b) => a - b),
    acts: [...acts],
    wished: named(application.preferredAssistant),
    wishedSubstitutes: named(application.substituteAssistant),
    kinship: application.kinship,
    sex: asked.sex,
  }
}

/** The pool beside a person, with reasons and in order. */
export function offerLines(db: Db, needs: PersonNeeds, pool: Pool): OfferLine[] {
  const { day } = pool
  const helped = assignmentsOfPerson(db, needs.personId).map(asOther)
  const byAssistant = Map.groupBy(helped, ({ assistantId }) => assistantId)
  const members = pool.members.map((one) => ({
    ...one,
    helps: helpOn(byAssistant.get(one.personId) ?? [], day),
  }))
  const byId = new Map(members.map((one) => [one.employmentId, one]))
  return offers(needs, members, day).flatMap((offer) => {
    const one = byId.get(offer.employmentId)
    if (!one) return []
    const { assistant, settlement, normMinutes, plannedMinutes } = one
    return [
      { ...offer, assistant, settlement, normMinutes, plannedMinutes, possible: isPossible(offer) },
    ]
  })
}
