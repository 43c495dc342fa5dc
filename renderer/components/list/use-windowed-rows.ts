import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { pagesFor } from './windowing.ts'

export interface RowPage<R> {
  rows: readonly R[]
  /** How many rows the filter has in all. */
  total: number
}

export interface RowSource<R> {
  /** Changes with filter and sort: `['people', filter, sort]`. Never put into a URL. */
  key: readonly unknown[]
  load: (window: { offset: number; limit: number; signal: AbortSignal }) => Promise<RowPage<R>>
  /** Rows of one window; 100 by default. */
  pageSize?: number
}

/**
 * Rows of a long list, fetched in windows as they come into view. While another filter loads, the
 * old rows stay (`stale`), so that nothing jumps.
 */
export function useWindowedRows<R>(source: RowSource<R>, first: number, last: number) {
  const pageSize = source.pageSize ?? 100
  const options = (page: number) => ({
    queryKey: [...source.key, 'window', page, pageSize],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      source.load({ offset: page * pageSize, limit: pageSize, signal }),
    staleTime: 15_000,
  })
  // The first window tells how many rows there are, whatever part of the list is on the screen.
  const head = useQuery({ ...options(0), placeholderData: keepPreviousData })
  const total = head.data?.total ?? 0
  const wanted = pagesFor(first, last, pageSize, total).filter((page) => page !== 0)
  const others = useQueries({ queries: wanted.map((page) => options(page)) })

  const pages = new Map<number, readonly R[]>()
  if (head.data) pages.set(0, head.data.rows)
  wanted.forEach((page, index) => {
    const data = others[index]?.data
    if (data) pages.set(page, data.rows)
  })
  const rowAt = (index: number): R | undefined =>
    pages.get(Math.floor(index / pageSize))?.[index % pageSize]

  return {
    total,
    rowAt,
    stale: head.isPlaceholderData,
    opening: head.isPending,
    error: head.error,
    refetch: head.refetch,
  }
}
