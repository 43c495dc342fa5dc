import { addDays, daysBetween } from '#domain/calendar/civil-date.ts'
import { listOf, type CellContext, type Wording } from '#domain/lists/shape.ts'
import type { IdKind } from '#domain/people/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { responsibleFilter } from './responsible-filter.ts'
import { shownApplicationStates, type ShownApplicationState } from './schema.ts'

export interface ApplicationListRow {
  id: string
  personId: string
  firstName: string
  middleName: string | null
  lastName: string | null
  idKind: IdKind
  idNumber: string
  settlementKind: 'town' | 'village'
  settlement: string
  entryNumber: string
  entryDate: string
  state: ShownApplicationState
  documentsDueDate: string | null
  /** Who answers for the case; null: nobody. */
  responsible: string | null
}

export const entryPeriods = ['today', 'week', 'month', 'year', 'lastYear'] as const
export type EntryPeriod = (typeof entryPeriods)[number]

/** First and last day of a period, both included. */
export function daysOfPeriod(period: EntryPeriod, today: string): { from: string; to?: string } {
  const year = Number(today.slice(0, 4))
  switch (period) {
    case 'today':
      return { from: today }
    case 'week':
      return { from: addDays(today, -6) }
    case 'month':
      return { from: `${today.slice(0, 7)}-01` }
    case 'year':
      return { from: `${String(year)}-01-01` }
    case 'lastYear':
      return { from: `${String(year - 1)}-01-01`, to: `${String(year - 1)}-12-31` }
  }
}

/** An incomplete one says how many days are left for its papers. */
function stateWord(
  { state, documentsDueDate: due }: ApplicationListRow,
  { today }: CellContext,
): Wording {
  if (state !== 'incomplete' || due === null) return { key: `applications:state.${state}` }
  const days = daysBetween(today, due)
  if (days === 0) return { key: 'applications:incompleteDue.today' }
  return days < 0
    ? { key: 'applications:incompleteDue.over', params: { count: -days } }
    : { key: 'applications:incompleteDue.left', params: { count: days } }
}

export const applicationsList = listOf<ApplicationListRow>()({
  id: 'applications',
  title: 'applications:title',
  count: 'applications:count',
  permission: 'applications.read',
  views: [
    { id: 'all', label: 'applications:filter.anyState' },
    { id: 'open', label: 'applications:filter.open' },
    ...shownApplicationStates
      .filter((state) => state !== 'draft')
      .map((state) => ({ id: state, label: `applications:state.${state}` })),
  ],
  filters: [
    {
      id: 'period',
      label: 'applications:filter.period',
      any: 'applications:filter.periods.any',
      options: entryPeriods.map((id) => ({ id, label: `applications:filter.periods.${id}` })),
    },
    responsibleFilter,
  ],
  columns: [
    {
      id: 'name',
      label: 'applications:column.name',
      kind: 'text',
      value: formatSurnameFirst,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: 'applications:field.entryNumber',
      kind: 'text',
      value: (row) => row.entryNumber,
      width: 130,
    },
    {
      id: 'entryDate',
      label: 'applications:column.entryDate',
      kind: 'date',
      value: (row) => row.entryDate,
      width: 124,
      sorts: true,
    },
    {
      id: 'idNumber',
      label: 'applications:column.egn',
      kind: 'idNumber',
      value: (row) => row.idNumber,
      width: 112,
      permission: 'people.revealId',
    },
    {
      id: 'settlement',
      label: 'applications:column.settlement',
      kind: 'text',
      value: formatSettlement,
      width: 150,
    },
    {
      id: 'state',
      label: 'applications:field.state',
      kind: 'word',
      value: stateWord,
      width: 248,
      sorts: true,
    },
    {
      id: 'responsible',
      label: 'applications:column.responsible',
      kind: 'text',
      value: (row) => row.responsible,
      width: 118,
    },
  ],
  order: { by: 'entryDate', descending: true },
  rowId: (row) => row.id,
})
