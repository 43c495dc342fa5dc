import type { ListFilter as Filter, ListSides, ListView } from '#domain/lists/shape.ts'
import { useTranslation } from '#renderer/shell/use-translation.ts'
import { optionsOf } from './list-question.ts'
import type { ListState } from './list-state.ts'
import { useSay } from './use-say.ts'
import classes from './list.module.css'

/** The parts of a list with how many each holds, and its filters, as choices beside the free text. */
export function ListChoices(props: {
  /** None: the page is one view and no other. */
  views: readonly ListView[]
  filters: readonly Filter[]
  sides: ListSides | undefined
  state: Pick<ListState, 'view' | 'filters'>
  onChange: (change: Partial<Pick<ListState, 'view' | 'filters'>>) => void
}) {
  const { t } = useTranslation()
  const { views, filters, sides, state, onChange } = props
  const say = useSay()
  const [whole] = views
  const viewName = ({ id, label }: ListView) => {
    const count = sides?.counts[id]
    return count === undefined ? say(label) : t('shell:list.ofView', { view: say(label), count })
  }
  return (
    <>
      {views.length > 1 ? (
        <select
          className={classes.choice}
          aria-label={t('shell:list.view')}
          value={state.view === '' ? whole?.id : state.view}
          onChange={({ currentTarget: { value } }) => {
            onChange({ view: value === whole?.id ? '' : value })
          }}
        >
          {views.map((view) => (
            <option key={view.id} value={view.id}>
              {viewName(view)}
            </option>
          ))}
        </select>
      ) : null}
      {filters.map((filter) => (
        <select
          key={filter.id}
          className={classes.choice}
          aria-label={say(filter.label)}
          value={state.filters[filter.id] ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const others = Object.entries(state.filters).filter(([id]) => id !== filter.id)
            const chosen = value === '' ? [] : [[filter.id, value] as const]
            onChange({ filters: Object.fromEntries([...others, ...chosen]) })
          }}
        >
          <option value="">{say(filter.any)}</option>
          {optionsOf(filter, sides, say).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ))}
    </>
  )
}
