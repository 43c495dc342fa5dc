import { z } from 'zod'
import type { Permission } from '#domain/accounts/permissions.ts'
import type { Currency } from '#domain/money/schema.ts'

/** A text by its key in the locales: `contracts:state.signed`. */
export interface Wording {
  key: string
  params?: Readonly<Record<string, string | number>>
}

/**
 * What stands in a cell, and how each side shows it. `date` is a civil date, `instant` a UTC instant,
 * `minutes` a duration, `cents` money, `word` a text by its key, `words` several of them. `idNumber`
 * is an ЕГН or ЛНЧ: masked on the screen and on paper, whole in a workbook, absent for who may not
 * see it.
 */
export interface CellValues {
  text: string | null
  number: number | null
  date: string | null
  instant: string | null
  minutes: number | null
  cents: number | null
  word: Wording | null
  words: readonly Wording[] | null
  idNumber: string | null
}
export type CellKind = keyof CellValues

/** What a cell may need to know of the moment it is shown at. */
export interface CellContext {
  /** Civil date in the office. */
  today: string
}

type ColumnOf<Row, Kind extends CellKind, Id extends string> = {
  id: Id
  /** Key of the head: `contracts:column.date`. */
  label: string
  kind: Kind
  value: (row: Row, at: CellContext) => CellValues[Kind]
  /** Pixels; the one column without a width takes what is left. */
  width?: number
  align?: 'end'
  /** The office can sort by it. */
  sorts?: true
  /** Draws the cell as the link that opens the row. */
  primary?: true
  /** Without this right there is no such column, on no side. */
  permission?: Permission
  /** Of `cents`; euro where it is left out. */
  currency?: Currency
}
export type ListColumn<Row, Id extends string = string> = {
  [Kind in CellKind]: ColumnOf<Row, Kind, Id>
}[CellKind]

/** A part of the list under a name: „В сила“. The first one is the whole list. */
export interface ListView<Id extends string = string> {
  id: Id
  /** Key of its name. */
  label: string
  /** Needed besides the right to the list itself; without it there is no such view. */
  permission?: Permission
}

/** An option that the office names: a settlement stands in no locale. */
export interface ListOption {
  id: string
  text: string
}

/** What stands beside a list: how many each view holds, and the options that the office names. */
export interface ListSides {
  /** By id of the view; none for a view that this role has not. */
  counts: Record<string, number>
  /** By id of the filter. */
  options: Record<string, ListOption[]>
}

/** A choice beside the free text. Where `options` is left out, the office names them (settlements). */
export interface ListFilter<Id extends string = string> {
  id: Id
  /** Key of its name: „Населено място“. */
  label: string
  /** Key of „всяко“: what is shown while nothing is chosen. */
  any: string
  options?: readonly ListView[]
  /** Besides its own options the office names more: colleagues. */
  named?: true
  /** Key of the chip, given `value`; without it the chip is the option's own name. */
  chip?: string
}

export interface ListOrder<Column extends string = string> {
  /** Id of a column. */
  by: Column
  descending: boolean
}

/**
 * A list as one concept says it once: the page, the workbook, the printed list and the command line
 * are drawn from this. The names of its columns, views and filters are part of its type.
 */
export interface ListShape<
  Row,
  Column extends string = string,
  View extends string = string,
  Filter extends string = string,
> {
  /** Name in the journal, on the command line and in what a page remembers: `contracts`. */
  id: string
  /** Key of its title. */
  title: string
  /** Key of „240 договора“, given `count`. */
  count: string
  permission: Permission
  /** Of what the office keeps about itself: looking at it shows nobody whom it serves, and is not written down. */
  ofTheHouse?: true
  views: readonly ListView<View>[]
  filters: readonly ListFilter<Filter>[]
  columns: readonly ListColumn<Row, Column>[]
  order: ListOrder<NoInfer<Column>>
  rowId: (row: Row) => string
}

/** A list of these rows: `listOf<ContractListRow>()({ … })`. The names are read from what is given. */
export const listOf =
  <Row>() =>
  <const Column extends string, const View extends string, const Filter extends string = never>(
    shape: ListShape<Row, Column, View, Filter>,
  ): ListShape<Row, Column, View, Filter> =>
    shape

/** Text, view, filters and order: what a list is asked. Nothing of it ever stands in an address. */
export const listQuestionSchema = z.object({
  text: z.string().max(120).default(''),
  /** Empty: the whole list. */
  view: z.string().max(40).default(''),
  /** Chosen options by filter. */
  filters: z.record(z.string().max(40), z.string().max(120)).default({}),
  /** At most two; empty: the list's own order. */
  order: z
    .array(z.object({ by: z.string().max(40), descending: z.boolean() }))
    .max(2)
    .default([]),
  /** Only these rows, or all but these: what was selected. */
  chosen: z
    .object({ mode: z.enum(['some', 'all']), ids: z.array(z.string().max(64)).max(10_000) })
    .optional(),
})
export type ListQuestion = z.output<typeof listQuestionSchema>

export const listWindowSchema = z.object({
  offset: z.int().min(0).max(10_000_000),
  limit: z.int().min(1).max(500),
})
export type ListWindow = z.output<typeof listWindowSchema>
