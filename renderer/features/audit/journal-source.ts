import type { QueryClient } from '@tanstack/react-query'
import type { JournalKind } from '#domain/audit/actions.ts'
import { client, type ApiClient } from '#renderer/shell/client.ts'
import type { RowSource } from '#renderer/components/list/use-windowed-rows.ts'

export type JournalRow = Awaited<ReturnType<ApiClient['audit']['journal']>>['rows'][number]
type Question = Parameters<ApiClient['audit']['journal']>[0]['filter']

/** What the page narrows the journal to; names are kept with the ids, to be shown as words. */
export interface JournalFilters {
  person?: { id: string; name: string } | undefined
  /** `id` null: nobody was logged in. */
  account?: { id: string | null; name: string } | undefined
  kind?: JournalKind | undefined
  from?: string | undefined
  to?: string | undefined
}

export function questionOf({ person, account, kind, from, to }: JournalFilters): Question {
  return {
    ...(person ? { personId: person.id } : {}),
    ...(account ? { actor: account.id } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}

export const journalKey = ['audit', 'journal']

/** What the first window of a filter told; further windows are counted from there. */
const firstAnswers = new Map<string, number>()

const pageSize = 100

interface JournalSource extends RowSource<JournalRow> {
  load: (window: {
    offset: number
    limit: number
    signal: AbortSignal
  }) => ReturnType<ApiClient['audit']['journal']>
}

/** Windows of the journal. What is written meanwhile moves no row until the list is asked anew. */
export function journalRows(filters: JournalFilters, queries: QueryClient): JournalSource {
  const filter = questionOf(filters)
  const key = [...journalKey, filter]
  const name = JSON.stringify(filter)
  return {
    key,
    pageSize,
    load: async ({ offset, limit, signal }) => {
      const upTo = offset === 0 ? undefined : firstAnswers.get(name)
      const answer = await client.audit.journal(
        { filter, offset, limit, ...(upTo === undefined ? {} : { upTo }) },
        { signal },
      )
      if (offset === 0) {
        const before = firstAnswers.get(name)
        firstAnswers.clear()
        firstAnswers.set(name, answer.upTo)
        // The other windows were counted from another newest entry.
        if (before !== undefined && before !== answer.upTo)
          void queries.invalidateQueries({
            queryKey: key,
            predicate: ({ queryKey }) => queryKey.at(-2) !== 0,
          })
      }
      return answer
    },
  }
}

/** The first window of a filter, as the list has it (however `old`, in ms) or is about to. */
export function firstWindow(filters: JournalFilters, queries: QueryClient, old: number) {
  const { key, load } = journalRows(filters, queries)
  return queries.query({
    queryKey: [...key, 'window', 0, pageSize],
    queryFn: ({ signal }) => load({ offset: 0, limit: pageSize, signal }),
    staleTime: old,
  })
}
