import { daysBetween } from '#domain/calendar/civil-date.ts'
import { entryPeriods } from '#domain/applications/list.ts'
import { listOf, type CellContext, type Wording } from '#domain/lists/shape.ts'
import type { IdKind } from '#domain/people/schema.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import { candidacyStates, type CandidacyState } from './schema.ts'

export interface CandidateListRow {
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
  campaign: string
  dailyMinutes: number | null
  state: CandidacyState
  documentsDueDate: string | null
}

/** An incomplete one says how many days are left for its papers. */
function stateWord(
  { state, documentsDueDate: due }: CandidateListRow,
  { today }: CellContext,
): Wording {
  if (state !== 'incomplete' || due === null) return { key: `candidates:state.${state}` }
  const days = daysBetween(today, due)
  if (days === 0) return { key: 'candidates:incompleteDue.today' }
  return days < 0
    ? { key: 'candidates:incompleteDue.over', params: { count: -days } }
    : { key: 'candidates:incompleteDue.left', params: { count: days } }
}

export const candidatesList = listOf<CandidateListRow>()({
  id: 'candidates',
  title: 'candidates:title',
  count: 'candidates:count',
  permission: 'candidates.read',
  views: [
    { id: 'all', label: 'candidates:filter.anyState' },
    { id: 'open', label: 'candidates:filter.open' },
    ...candidacyStates.map((state) => ({ id: state, label: `candidates:state.${state}` })),
  ],
  filters: [
    {
      id: 'period',
      label: 'applications:filter.period',
      any: 'applications:filter.periods.any',
      options: entryPeriods.map((id) => ({ id, label: `applications:filter.periods.${id}` })),
    },
    { id: 'campaign', label: 'candidates:field.campaign', any: 'candidates:filter.anyCampaign' },
  ],
  columns: [
    {
      id: 'name',
      label: 'candidates:column.name',
      kind: 'text',
      value: formatSurnameFirst,
      primary: true,
      sorts: true,
    },
    {
      id: 'number',
      label: 'candidates:field.entryNumber',
      kind: 'text',
      value: (row) => row.entryNumber,
      width: 110,
    },
    {
      id: 'entryDate',
      label: 'candidates:column.entryDate',
      kind: 'date',
      value: (row) => row.entryDate,
      width: 112,
      sorts: true,
    },
    {
      id: 'idNumber',
      label: 'candidates:column.egn',
      kind: 'idNumber',
      value: (row) => row.idNumber,
      width: 112,
      permission: 'people.revealId',
    },
    {
      id: 'settlement',
      label: 'candidates:column.settlement',
      kind: 'text',
      value: formatSettlement,
      width: 150,
    },
    {
      id: 'hours',
      label: 'candidates:column.hours',
      kind: 'minutes',
      value: (row) => row.dailyMinutes,
      width: 84,
      align: 'end',
    },
    {
      id: 'campaign',
      label: 'candidates:field.campaign',
      kind: 'text',
      value: (row) => row.campaign,
      width: 130,
    },
    {
      id: 'state',
      label: 'candidates:field.state',
      kind: 'word',
      value: stateWord,
      width: 230,
      sorts: true,
    },
  ],
  order: { by: 'entryDate', descending: true },
  rowId: (row) => row.id,
})
