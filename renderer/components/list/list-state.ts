import { usePageState } from '#renderer/shell/page-state.ts'
import { nothingSelected, type Selection } from './windowing.ts'

export interface ListSort {
  column: string
  descending: boolean
}

/** What a list remembers while one goes into a record and back. */
export interface ListState {
  text: string
  /** Empty: the whole list. */
  view: string
  /** Chosen options by filter; what is not chosen has no key. */
  filters: Readonly<Record<string, string>>
  sort: readonly ListSort[]
  /** Index of the active row. */
  active: number
  scrollTop: number
  selection: Selection
}

/** State of the list `id`; a page reads it too, to build its query and its export. */
export function useListState(id: string, sort: readonly ListSort[] = []) {
  return usePageState<ListState>(`list.${id}`, {
    text: '',
    view: '',
    filters: {},
    sort,
    active: 0,
    scrollTop: 0,
    selection: nothingSelected,
  })
}

/** The list asks for other rows: what was chosen among the former ones, and the place, are gone. */
export function narrowed(
  state: ListState,
  change: Partial<Pick<ListState, 'text' | 'view' | 'filters'>>,
): ListState {
  return { ...state, ...change, active: 0, scrollTop: 0, selection: nothingSelected }
}

/** Enter on a head: ascending, descending, as it was. With Shift it becomes the second order. */
export function nextSort(sort: readonly ListSort[], column: string, second: boolean): ListSort[] {
  const now = sort.find((own) => own.column === column)
  const others = second ? sort.filter((own) => own.column !== column).slice(0, 1) : []
  if (!now) return [...others, { column, descending: false }]
  return now.descending ? others : [...others, { column, descending: true }]
}
