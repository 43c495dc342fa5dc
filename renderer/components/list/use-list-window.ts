import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePreferences } from '#renderer/shell/preferences.ts'
import { headHeight } from './list-head.tsx'
import type { ListState } from './list-state.ts'
import { useWindowedRows, type RowSource } from './use-windowed-rows.ts'

/** The part of a long list that is on the screen: its rows, their places, and the place kept. */
export function useListWindow<R>(
  source: RowSource<R>,
  state: ListState,
  setState: (change: (now: ListState) => ListState) => void,
) {
  const { density } = usePreferences()
  const rowHeight = density === 'compact' ? 28 : 32
  const grid = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ first: 0, last: 40 })
  const rows = useWindowedRows(source, range.first, range.last)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React Compiler is not used
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: state.scrollTop,
  })
  const drawn = virtual.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  if (first !== range.first || last !== range.last) setRange({ first, last })

  useLayoutEffect(() => {
    virtual.measure()
  }, [virtual, rowHeight])

  // The place is kept when one leaves, not on every scroll: scrolling must not draw the page anew.
  useEffect(() => {
    const place = grid.current
    return () => {
      setState((now) => ({ ...now, scrollTop: place?.scrollTop ?? now.scrollTop }))
    }
  }, [setState])

  return {
    grid,
    rows,
    drawn,
    height: virtual.getTotalSize(),
    perPage: () =>
      Math.max(1, Math.floor(((grid.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    show: (index: number, align: 'auto' | 'center' = 'auto') => {
      virtual.scrollToIndex(index, { align })
    },
    toTop: () => {
      virtual.scrollToOffset(0)
    },
  }
}
