import type { Query, QueryClient } from '@tanstack/react-query'

let queries: QueryClient | undefined
let way: Promise<void> = Promise.resolve()

/** The program tells what the pages have read; before the first session there is nothing to read again. */
export function refreshThrough(client: QueryClient): void {
  queries = client
}

/** Another page is being opened: what is left is not read again, `refresh` waits until one is there. */
export function underWay(toPage: Promise<void>): void {
  way = toPage
}

/** What procedures answered is named by their path, `[['plans', 'find'], …]`; all else by a word. */
const isRecord = ({ queryKey }: Query) => Array.isArray(queryKey[0])

/**
 * After a save everything that is open is asked anew. The office is in this computer and only what
 * is on the screen is asked, so nobody keeps a list of what a save may have touched. What was
 * frozen (`staleTime: 'static'`) never changes and is not asked again.
 *
 * The promise waits for records alone: windows of long lists and drafts of papers come when they come.
 */
export async function refresh(): Promise<void> {
  if (!queries) return
  await way
  void queries.invalidateQueries({ predicate: (query) => !isRecord(query) })
  await queries.invalidateQueries({ predicate: isRecord })
}
