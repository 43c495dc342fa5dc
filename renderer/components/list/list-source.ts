import type { ListQuestion, ListSides, ListWindow } from '#domain/lists/shape.ts'
import type { WorkbookMessage } from './hand-out.ts'
import type { RowPage } from './use-windowed-rows.ts'

interface Stoppable {
  signal?: AbortSignal
}

/** The office's side of a list: what `client.contracts` has, whatever the concept. */
export interface ListSource<Row> {
  list: (asked: ListQuestion & ListWindow, options: Stoppable) => Promise<RowPage<Row>>
  views: (asked: Record<string, never>, options: Stoppable) => Promise<ListSides>
  exportList: (
    asked: { question: ListQuestion; language: 'bg' | 'en' },
    options: Stoppable,
  ) => Promise<AsyncIterable<WorkbookMessage>>
  printList: (asked: { question: ListQuestion }, options: Stoppable) => Promise<File>
}

/** What is remembered of a list in the cache of answers: everything of its concept begins so. */
export const keyOf = (listId: string, part: 'list' | 'views') => [[listId, part]] as const
