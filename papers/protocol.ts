import type { LayoutData } from './layout-data.ts'
import type { LayoutName } from './layouts.ts'

/** One paper to make: which layout, the data of its builder, the date the PDF names. */
export type RenderRequest = {
  [L in LayoutName]: { layout: L; data: LayoutData[L]; documentDate: string }
}[LayoutName]

export interface Rendered {
  pdf: Uint8Array
  pages: number
}

export interface AssembleOptions {
  /** Title of the pile's PDF. */
  title: string
  /** How many of each paper lie one after the other; the first file (cover list) comes once. */
  copies?: number
  /** Both sides: every paper begins on a new sheet, so odd ones get an empty back. */
  duplex?: boolean
  /** Whether the first file is a cover list. */
  cover?: boolean
}

export type ToWorker =
  | { id: number; kind: 'render'; request: RenderRequest }
  | { id: number; kind: 'assemble'; papers: Uint8Array[]; options: AssembleOptions }
  /** Nobody waits for the order with this id any more: if it is not begun, it need not be. */
  | { id: number; kind: 'forget' }

/** Why a paper was not made. Never carries data of a person. */
export type PaperFailure =
  | { code: 'layoutFault'; layout: LayoutName; at: string }
  | { code: 'unreadablePaper'; index: number }
  | { code: 'internal'; at: string }

export type FromWorker =
  | { id: number; kind: 'done'; rendered: Rendered }
  | { id: number; kind: 'failed'; failure: PaperFailure }
