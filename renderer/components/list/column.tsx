import type { ReactNode } from 'react'
import classes from './list.module.css'

export interface Column<R> {
  id: string
  label: string
  cell: (row: R) => ReactNode
  /** Pixels; the first column without a width takes what is left. */
  width?: number | undefined
  align?: 'end' | undefined
  /** The office can sort by it. */
  sorts?: boolean | undefined
  /** Draws the cell as the link that opens the row; stays in view when the grid scrolls sideways. */
  primary?: boolean | undefined
}

/** Text in a cell: what has no room ends in „…“ and stands whole in the hint. */
export function Cut({ text, lang }: { text: string; lang?: 'bg' }) {
  return (
    <span className={classes.cut} title={text} lang={lang}>
      {text}
    </span>
  )
}

/** Pixels that a column without a width takes at the least. */
const least = 220
/** Pixels of the boxes by which rows are chosen. */
const choice = 36

/** Heads and rows share one width: grids of their own would each take what their text needs. */
export function widthsOf(columns: readonly { width?: number | undefined }[], selectable: boolean) {
  const own = columns.map(({ width }) =>
    width ? `${String(width)}px` : `minmax(${String(least)}px, 1fr)`,
  )
  const sum = columns.reduce((all, { width }) => all + (width ?? least), selectable ? choice : 0)
  return {
    '--columns': [...(selectable ? [`${String(choice)}px`] : []), ...own].join(' '),
    '--list-width': `${String(sum)}px`,
  } as React.CSSProperties
}
