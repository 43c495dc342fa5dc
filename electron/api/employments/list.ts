import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { employmentStatusOn, termsOn } from '#domain/employments/days.ts'
import {
  employmentViews,
  type EmploymentListRow,
  type EmploymentsView,
} from '#domain/employments/list.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import { catalogueOf } from '#db/queries/employment-catalogue.ts'
import { annexesOf } from '#db/queries/employments.ts'
import { employmentListing, type EmploymentFilter } from '#db/queries/employments-list.ts'
import type { AskedList, ListSource } from '../kernel/list-source.ts'
import { soonDays } from '../kernel/waiting.ts'
import { projectOptions } from '../projects/list.ts'

/** What a part of the list holds on a day. */
function partOf(view: EmploymentsView, today: string): EmploymentFilter {
  switch (view) {
    case 'all':
      return {}
    case 'draft':
      return { statuses: ['draft'] }
    case 'toSign':
      return { statuses: ['issued', 'outForSignature'] }
    case 'running':
      return { inForceOn: today }
    case 'ending':
      return { endsFrom: today, endsBy: addDays(today, soonDays) }
    case 'suspended':
      return { statuses: ['suspended'] }
    case 'ended':
      return { overOn: today }
    case 'annulled':
      return { statuses: ['annulled'] }
  }
}

const filterOf = ({ text, view, filters, chosen }: AskedList, today: string) => ({
  ...partOf(employmentViews.find((one) => one === view) ?? 'all', today),
  ...(text ? { text } : {}),
  ...(filters['position'] ? { positionId: filters['position'] } : {}),
  ...(filters['project'] ? { projectId: filters['project'] } : {}),
  chosen,
})

export const employmentsSource: ListSource<EmploymentListRow> = {
  rows: ({ db, roles, today }, asked, window) => {
    const lines = employmentListing.rows(db, filterOf(asked, today), asked.order, window)
    const ids = lines.map(({ id }) => id)
    const annexes = annexesOf(db, ids)
    const seesPay = can(roles, 'employments.readPay')
    const positions = new Map(catalogueOf(db, 'position').map(({ id, name }) => [id, name]))
    return lines.map((line) => {
      const now = termsOn(line, annexes.get(line.id) ?? [], today)
      return {
        id: line.id,
        personId: line.personId,
        name: formatSurnameFirst(line),
        kind: line.kind,
        position: positions.get(line.positionId) ?? '',
        number: line.number,
        contractDate: line.contractDate,
        startDate: line.startDate,
        lastDay: line.lastDay,
        minutesPerDay: now.minutesPerDay,
        basePayCents: seesPay ? now.basePayCents : null,
        status: employmentStatusOn(line, today),
      }
    })
  },
  count: ({ db, today }, asked) => employmentListing.count(db, filterOf(asked, today)),
  options: {
    position: ({ db }) => catalogueOf(db, 'position').map(({ id, name }) => ({ id, text: name })),
    project: projectOptions,
  },
}
