import { listOf } from '#domain/lists/shape.ts'
import type { CatalogueEntry } from './catalogue.ts'

export interface CatalogueListRow extends Pick<
  CatalogueEntry,
  'id' | 'part' | 'kind' | 'name' | 'code' | 'source' | 'validTo'
> {
  /** How sure a shipped row is; null = the office has set it. */
  certainty: CatalogueEntry['certainty'] | null
}

export const catalogueList = listOf<CatalogueListRow>()({
  id: 'catalogue',
  title: 'employments:catalogue.title',
  count: 'employments:catalogue.count',
  ofTheHouse: true,
  permission: 'employments.read',
  views: [
    { id: 'all', label: 'employments:catalogue.view.all' },
    { id: 'positions', label: 'employments:catalogue.view.positions' },
    { id: 'labour', label: 'employments:catalogue.view.labour' },
    { id: 'civil', label: 'employments:catalogue.view.civil' },
  ],
  filters: [],
  columns: [
    {
      id: 'name',
      label: 'employments:catalogue.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'part',
      label: 'employments:catalogue.part',
      kind: 'word',
      value: (row) => ({ key: `employments:part.${row.part}` }),
      width: 150,
    },
    {
      id: 'code',
      label: 'employments:catalogue.code',
      kind: 'text',
      value: (row) => row.code,
      width: 200,
      sorts: true,
    },
    {
      id: 'certainty',
      label: 'employments:catalogue.certainty',
      kind: 'word',
      value: (row) => ({ key: `employments:certainty.${row.certainty ?? 'office'}` }),
      width: 170,
    },
    {
      id: 'validTo',
      label: 'employments:catalogue.validTo',
      kind: 'date',
      value: (row) => row.validTo,
      width: 116,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.id,
})
