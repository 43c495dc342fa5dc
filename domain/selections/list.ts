import { positions, type CandidacyInput } from '#domain/candidates/schema.ts'
import { listOf } from '#domain/lists/shape.ts'
import type { Place } from './places.ts'

export interface SelectionListRow {
  /** Of the candidacy. */
  id: string
  personId: string
  name: string
  settlement: string
  entryNumber: string
  campaign: string
  position: CandidacyInput['position']
  dailyMinutes: number | null
  /** Of the card and of the commission; null where there is no card. */
  cardPoints: number | null
  commissionPoints: number | null
  /** By which they stand. */
  points: number | null
  /** Among those of the chosen campaign and position. */
  place: Place | null
}

const poolViews = ['all', 'tied', 'withoutCard'] as const

/** „Банка с асистенти“: who was chosen and has no work yet, by place. */
export const selectionsList = listOf<SelectionListRow>()({
  id: 'selections',
  title: 'selections:title',
  count: 'selections:count',
  permission: 'selections.read',
  views: poolViews.map((id) => ({ id, label: `selections:view.${id}` })),
  filters: [
    { id: 'campaign', label: 'candidates:field.campaign', any: 'candidates:filter.anyCampaign' },
    {
      id: 'position',
      label: 'candidates:field.position',
      any: 'selections:anyPosition',
      options: positions.map((id) => ({ id, label: `candidates:position.${id}` })),
    },
  ],
  columns: [
    {
      id: 'place',
      label: 'selections:column.place',
      kind: 'number',
      value: (row) => row.place?.place ?? null,
      width: 68,
      align: 'end',
      sorts: true,
    },
    {
      id: 'name',
      label: 'candidates:column.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'points',
      label: 'selections:column.points',
      kind: 'number',
      value: (row) => row.points,
      width: 62,
      align: 'end',
    },
    {
      id: 'cardPoints',
      label: 'selections:column.cardPoints',
      kind: 'number',
      value: (row) => row.cardPoints,
      width: 62,
      align: 'end',
    },
    {
      id: 'commissionPoints',
      label: 'selections:column.commissionPoints',
      kind: 'number',
      value: (row) => row.commissionPoints,
      width: 80,
      align: 'end',
    },
    {
      id: 'tie',
      label: 'selections:column.tie',
      kind: 'word',
      value: (row) =>
        row.place === null
          ? { key: 'selections:withoutCard' }
          : row.place.tied
            ? { key: 'selections:tie' }
            : null,
      width: 184,
    },
    {
      id: 'settlement',
      label: 'candidates:column.settlement',
      kind: 'text',
      value: (row) => row.settlement,
      width: 112,
    },
    {
      id: 'position',
      label: 'candidates:field.position',
      kind: 'word',
      value: (row) =>
        row.position === null ? null : { key: `candidates:position.${row.position}` },
      width: 124,
    },
    {
      id: 'hours',
      label: 'candidates:column.hours',
      kind: 'minutes',
      value: (row) => row.dailyMinutes,
      width: 70,
      align: 'end',
    },
    {
      id: 'campaign',
      label: 'candidates:field.campaign',
      kind: 'text',
      value: (row) => row.campaign,
      width: 104,
    },
  ],
  order: { by: 'place', descending: false },
  rowId: (row) => row.id,
})
