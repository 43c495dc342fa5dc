import { addDays } from '#domain/calendar/civil-date.ts'
import type { PlanListRow } from '#domain/plans/list.ts'
import { planStatuses } from '#domain/plans/schema.ts'
import { helpedOn } from '#db/queries/contracts-list.ts'
import { planListing, type PlanFilter } from '#db/queries/plans-list.ts'
import {
  responsibleAsked,
  responsibleNames,
  responsibleOptions,
} from '../applications/responsible-list.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'
import { settlementOptions } from '../people/list.ts'

/** Days ahead from which a review is worth saying; the same as on „Днес“. */
export const reviewAheadDays = 14
const inForce = ['approved', 'signed'] as const

/** Plans in force whose review is due or soon will be. */
const reviewDue = (today: string): PlanFilter => ({
  statuses: inForce,
  reviewBy: addDays(today, reviewAheadDays),
  helpedOn: today,
})

const filterOf = (call: ListCall, asked: AskedList) => {
  const { text, view, filters, chosen } = asked
  const { settlement = '' } = filters
  const status = planStatuses.find((one) => one === view)
  return {
    ...(text ? { text } : {}),
    ...(settlement === '' ? {} : { settlement }),
    ...(status ? { statuses: [status] } : {}),
    ...(view === 'reviewDue' ? reviewDue(call.today) : {}),
    ...responsibleAsked(call, asked),
    chosen,
  }
}

export const plansSource: ListSource<PlanListRow> = {
  rows: (call, asked, window) => {
    const { db, today } = call
    const name = responsibleNames(db)
    const lines = planListing.rows(db, filterOf(call, asked), asked.order, window)
    const helped = helpedOn(
      db,
      lines.map(({ personId }) => personId),
      today,
    )
    return lines.map((line) => ({
      id: line.id,
      personId: line.personId,
      firstName: line.firstName,
      middleName: line.middleName,
      lastName: line.lastName,
      settlementKind: line.settlementKind,
      settlement: line.settlement,
      number: line.number,
      status: line.status,
      revision: line.revision,
      validFrom: line.validFrom,
      nextReviewDate: line.nextReviewDate,
      helped: helped.has(line.personId),
      grantedMinutes: line.grantedMinutes,
      minMinutes: line.minMinutes,
      maxMinutes: line.maxMinutes,
      responsible: name(line.responsibleId),
    }))
  },
  count: (call, asked) => planListing.count(call.db, filterOf(call, asked)),
  options: { settlement: ({ db }: ListCall) => settlementOptions(db), ...responsibleOptions },
}
