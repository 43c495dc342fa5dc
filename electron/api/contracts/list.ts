import { addDays } from '#domain/calendar/civil-date.ts'
import { concludedStatuses } from '#domain/contracts/schema.ts'
import { contractViews, type ContractListRow, type ContractsView } from '#domain/contracts/list.ts'
import { contractStatusOn, lastDayOf } from '#domain/contracts/days.ts'
import { formatSurnameFirst } from '#domain/text/format-person.ts'
import { contractListing, type ContractFilter } from '#db/queries/contracts-list.ts'
import { paperStatusesOf } from '#db/queries/papers.ts'
import {
  responsibleAsked,
  responsibleNames,
  responsibleOptions,
} from '../applications/responsible-list.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'
import { projectOptions } from '../projects/list.ts'

/** Days ahead in which the end of a contract is worth knowing. */
const soonDays = 30

/** What a part of the list holds on a day. */
function partOf(view: ContractsView, today: string): ContractFilter {
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
      return {
        shown: concludedStatuses,
        on: today,
        endsFrom: today,
        endsBy: addDays(today, soonDays),
      }
    case 'expired':
      return { shown: ['expired'], on: today }
    case 'terminated':
      return { shown: ['terminated'], on: today }
    case 'annulled':
      return { statuses: ['annulled'] }
  }
}

const filterOf = (call: ListCall, asked: AskedList) => ({
  ...partOf(contractViews.find((one) => one === asked.view) ?? 'all', call.today),
  ...(asked.text ? { text: asked.text } : {}),
  ...responsibleAsked(call, asked),
  ...(asked.filters['project'] ? { projectId: asked.filters['project'] } : {}),
  chosen: asked.chosen,
})

export const contractsSource: ListSource<ContractListRow> = {
  rows: (call, asked, window) => {
    const { db, today } = call
    const name = responsibleNames(db)
    const lines = contractListing.rows(db, filterOf(call, asked), asked.order, window)
    const ids = lines.map(({ id }) => id)
    const papers = paperStatusesOf(db, 'contract', ids)
    return lines.map((line) => ({
      id: line.id,
      personId: line.personId,
      name: formatSurnameFirst(line),
      number: line.number,
      contractDate: line.contractDate,
      startDate: line.startDate,
      endDate: lastDayOf(line),
      minutesPerMonth: line.minutesPerMonth,
      assistants: line.assistants.map(({ name }) => name),
      status: contractStatusOn(line, today),
      paper: papers.get(line.id)?.status ?? null,
      responsible: name(line.responsibleId),
    }))
  },
  count: (call, asked) => contractListing.count(call.db, filterOf(call, asked)),
  options: { ...responsibleOptions, project: projectOptions },
}
