import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { endsSession, type Session } from '#renderer/shell/session.tsx'

/** What the page has read of the office; a refusal for want of a session locks the page. */
export function createQueries(session: Session): QueryClient {
  const onError = (error: unknown) => {
    if (endsSession(error)) void session.refresh()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The office is in this computer or in this building: nothing to gain from trying again.
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Nothing that was read outlives the session: locked, ended or unreachable. Returns what ends the watch. */
export function dropWithSession(queries: QueryClient, { state }: Session): () => void {
  return state.subscribe(() => {
    if (state.get().status === 'open') return
    void queries.cancelQueries()
    queries.clear()
  })
}
