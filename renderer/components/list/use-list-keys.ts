import { useRef, type KeyboardEvent } from 'react'
import { moveTo, toggled, typedWord, withRows, type Selection } from './windowing.ts'

export interface ListKeys<R> {
  active: number
  total: number
  rowAt: (index: number) => R | undefined
  rowId: (row: R) => string
  rowText: ((row: R) => string) | undefined
  /** Asks the office for the first row that begins so; without it the rows at hand are looked through. */
  jump: ((text: string) => Promise<number | undefined>) | undefined
  perPage: () => number
  selection: Selection
  selectable: boolean
  goTo: (index: number) => void
  select: (selection: Selection) => void
  onOpen: (row: R) => void
  onOpenBeside: (row: R) => void
  onMenu: ((row: R) => void) | undefined
}

/** The keys of a list: moves, Enter, Space, Shift with a move, Ctrl+A, the menu, typed letters. */
export function useListKeys<R>(list: ListKeys<R>) {
  const word = useRef({ text: '', at: 0 })
  const anchor = useRef<number>(undefined)

  const jumpTo = async (letter: string) => {
    const { active, total, rowAt, rowText } = list
    word.current = typedWord(word.current, letter, Date.now())
    const text = word.current.text.toLocaleLowerCase('bg')
    if (list.jump) {
      const found = await list.jump(text)
      if (found !== undefined) list.goTo(found)
      return
    }
    for (let step = text.length > 1 ? 0 : 1; step < total; step += 1) {
      const index = (active + step) % total
      const row = rowAt(index)
      if (row && rowText?.(row).toLocaleLowerCase('bg').startsWith(text)) {
        list.goTo(index)
        return
      }
    }
  }

  const selectUpTo = (to: number) => {
    anchor.current ??= list.active
    const [from, until] = [Math.min(anchor.current, to), Math.max(anchor.current, to)]
    const ids = Array.from({ length: until - from + 1 }, (_, step) => list.rowAt(from + step))
      .filter((row) => row !== undefined)
      .map(list.rowId)
    list.select(withRows(list.selection, ids))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return
    const { active, selectable, selection } = list
    const row = list.rowAt(active)
    const to = event.ctrlKey ? undefined : moveTo(event.code, active, list.total, list.perPage())
    if (to !== undefined) {
      if (event.shiftKey && selectable) selectUpTo(to)
      else anchor.current = undefined
      list.goTo(to)
    } else if (event.key === 'Enter') {
      if (!row) return
      if (event.ctrlKey) list.onOpenBeside(row)
      else list.onOpen(row)
    } else if (event.code === 'Space' && selectable) {
      if (row) list.select(toggled(selection, list.rowId(row)))
    } else if (event.ctrlKey && event.code === 'KeyA' && selectable) {
      list.select({ mode: 'all', except: new Set() })
    } else if (event.code === 'ContextMenu' || (event.shiftKey && event.code === 'F10')) {
      if (row) list.onMenu?.(row)
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey) {
      void jumpTo(event.key)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    onKeyDown,
    /** The next range begins anew: something else was pointed at. */
    dropAnchor: () => {
      anchor.current = undefined
    },
  }
}
