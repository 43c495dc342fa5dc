import { useCallback } from 'react'
import { client } from '#renderer/shell/client.ts'
import { addressOf, routes } from '#renderer/shell/feature.ts'
import { useGoTo } from '#renderer/shell/use-go-to.ts'
import { createStore, useStore } from '#renderer/shell/store.ts'
import { questionOf } from '#renderer/components/list/list-question.ts'
import { useListState } from '#renderer/components/list/list-state.ts'

interface Origin {
  listId: string
  view: string
}

const origin = createStore<Origin | undefined>(undefined)

/** The list from which a dossier was opened: Alt+PgUp and Alt+PgDn walk through it. */
export function rememberList(from: Origin) {
  origin.set(from)
}

/** Opens the person before or after the open one in the list one came from; undefined without a list. */
export function useNeighbour(): ((by: 1 | -1) => void) | undefined {
  const from = useStore(origin)
  const goTo = useGoTo()
  const [state, setState] = useListState(from?.listId ?? 'people.all')
  const move = useCallback(
    (by: 1 | -1) => {
      const index = state.active + by
      if (!from || index < 0) return
      const question = questionOf(state, from.view)
      void client.people.list({ ...question, offset: index, limit: 1 }).then(({ rows }) => {
        const next = rows[0]
        if (!next) return
        setState((now) => ({ ...now, active: index }))
        goTo(addressOf(routes.person, next.id))
      })
    },
    [from, goTo, setState, state],
  )
  return from ? move : undefined
}
