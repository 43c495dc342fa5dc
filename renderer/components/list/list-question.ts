import type { Say } from '#domain/lists/cells.ts'
import type {
  ListFilter as Filter,
  ListOption,
  ListOrder,
  ListQuestion,
  ListSides,
  ListView,
} from '#domain/lists/shape.ts'
import type { ListSort, ListState } from './list-state.ts'
import { selectedCount, type Selection } from './windowing.ts'

/** As long as a text that is asked for may be. */
const longest = 120

/** What the office is asked for a list in this state. */
export function questionOf(
  state: Pick<ListState, 'text' | 'view' | 'filters' | 'sort'>,
  /** The page is this view and no other. */
  view: string = state.view,
): ListQuestion {
  return {
    text: state.text.trim().slice(0, longest),
    view,
    filters: { ...state.filters },
    order: state.sort.map(({ column, descending }) => ({ by: column, descending })),
  }
}

/** The same, for what is handed out: the selected rows where there are any, otherwise all of it. */
export function questionOfSelected(
  question: ListQuestion,
  selection: Selection,
  total: number,
): ListQuestion {
  const { mode } = selection
  const ids = [...(mode === 'some' ? selection.ids : selection.except)]
  if (ids.length === 0 || selectedCount(selection, total) === 0) return question
  return { ...question, chosen: { mode, ids } }
}

export const sortOf = ({ by, descending }: ListOrder): readonly ListSort[] => [
  { column: by, descending },
]

/** An option as the page shows it: its name by key, or as the office names it. */
export interface ShownOption {
  id: string
  name: string
}

export function optionsOf(filter: Filter, sides: ListSides | undefined, say: Say): ShownOption[] {
  const own = filter.options?.map(({ id, label }) => ({ id, name: say(label) })) ?? []
  if (filter.options && !filter.named) return own
  const named = sides?.options[filter.id] ?? []
  return [...own, ...named.map(({ id, text }: ListOption) => ({ id, name: text }))]
}

/** What a list is narrowed to, each part with what takes it away. */
export function narrowings(
  shape: { views: readonly ListView[]; filters: readonly Filter[] },
  state: Pick<ListState, 'view' | 'filters'>,
  say: Say,
): { label: string; without: Partial<Pick<ListState, 'view' | 'filters'>> }[] {
  const view = shape.views.find(({ id }) => id === state.view)
  const filters = shape.filters.flatMap((filter) => {
    const chosen = state.filters[filter.id]
    if (chosen === undefined) return []
    const option = filter.options?.find(({ id }) => id === chosen)
    // What the office names is its own name: beside it only its figures stand in the choice.
    const value = option ? say(option.label) : chosen
    const without = Object.fromEntries(
      Object.entries(state.filters).filter(([id]) => id !== filter.id),
    )
    return [
      { label: filter.chip ? say(filter.chip, { value }) : value, without: { filters: without } },
    ]
  })
  return [...(view ? [{ label: say(view.label), without: { view: '' } }] : []), ...filters]
}
