import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { cellText } from '#domain/lists/cells.ts'
import type { CellKind, ListColumn, ListQuestion, ListShape } from '#domain/lists/shape.ts'
import { today } from '#renderer/shell/clock-time.ts'
import { useMay } from '#renderer/shell/session.tsx'
import { PageHead, type PageHeadProps } from '../display/page-head.tsx'
import { Cut, type Column } from './column.tsx'
import { DataList, type DataListProps } from './data-list.tsx'
import { ListChoices } from './list-choices.tsx'
import { ListOutlets } from './list-outlets.tsx'
import { narrowings, questionOf, questionOfSelected, sortOf } from './list-question.ts'
import { keyOf, type ListSource } from './list-source.ts'
import { narrowed, useListState } from './list-state.ts'
import { useSay } from './use-say.ts'

type Own = 'rowActions' | 'onOpen' | 'empty' | 'autoFocus'

export interface ListPageProps<
  Row,
  Column extends string,
  View extends string,
  Filter extends string,
> extends Pick<DataListProps<NoInfer<Row>>, Own> {
  /** What the concept says of its list: heads, cells, views, filters and orders are drawn from it. */
  shape: ListShape<Row, Column, View, Filter>
  /** The concept's part of the client. */
  source: ListSource<NoInfer<Row>>
  /** Name under which the list is remembered, where a page is one view of it: `people.clients`. */
  id?: string
  /** The page is this view and no other. */
  view?: NoInfer<View>
  /** Of the page, where it is not the list's own. */
  title?: string
  head?: Omit<PageHeadProps, 'title'>
  /** Stands between the head and the list. */
  before?: ReactNode
  /** Cells that are more than their text: a state with its sign. The words stay the list's own. */
  cells?: { readonly [Id in NoInfer<Column>]?: (row: NoInfer<Row>, text: string) => ReactNode }
  jump?: DataListProps<NoInfer<Row>>['jump']
  /** What is done with the selected rows, besides handing them out; asked as the office is. */
  pile?: (selected: { question: ListQuestion; count: number }) => ReactNode
  /** Stands in the footer; `show` goes to another view. */
  footer?: (show: (view: NoInfer<View>) => void) => ReactNode
}

/**
 * The page of a list, drawn from what its concept says of it: views with their counts, filters,
 * order, selection, place, and what is handed out – the workbook and the paper.
 */
export function ListPage<Row, Column extends string, View extends string, Filter extends string>(
  props: ListPageProps<Row, Column, View, Filter>,
) {
  const { shape, source, id = shape.id, view, head, cells, footer } = props
  const may = useMay()
  const say = useSay()
  const sort = sortOf(shape.order)
  const [state, setState] = useListState(id, sort)
  const sides = useQuery({
    queryKey: keyOf(shape.id, 'views'),
    queryFn: ({ signal }) => source.views({}, { signal }),
    placeholderData: keepPreviousData,
  }).data
  const views = view === undefined ? shape.views.filter((one) => may(one.permission)) : []
  const title = props.title ?? say(shape.title)
  const columns = shape.columns.filter(({ permission }) => may(permission))
  const primary = columns.find((column) => column.primary)
  const text = (column: ListColumn<Row>, row: Row) => cellText(column, row, { today: today() }, say)

  return (
    <>
      <PageHead title={title} {...head} />
      {props.before}
      <DataList<Row>
        id={id}
        label={say(shape.title)}
        columns={columns.map((column) => {
          const draw = cells?.[column.id]
          const cell = (row: Row) => {
            const shown = text(column, row)
            return draw ? draw(row, shown) : <Shown kind={column.kind} text={shown} />
          }
          return { ...lookOf(column, say(column.label)), cell }
        })}
        rowId={shape.rowId}
        rowText={primary && ((row) => text(primary, row))}
        jump={props.jump}
        defaultSort={sort}
        selectable
        autoFocus={props.autoFocus}
        source={(now) => {
          const question = questionOf(now, view)
          return {
            key: [...keyOf(shape.id, 'list'), question],
            load: ({ signal, ...window }) => source.list({ ...question, ...window }, { signal }),
          }
        }}
        onOpen={props.onOpen}
        rowActions={props.rowActions}
        filters={
          <ListChoices
            views={views}
            filters={shape.filters}
            sides={sides}
            state={state}
            onChange={(change) => {
              setState((now) => narrowed(now, change))
            }}
          />
        }
        chips={narrowings({ views, filters: shape.filters }, state, say).map(
          ({ label, without }) => ({
            label,
            onRemove: () => {
              setState((now) => narrowed(now, without))
            },
          }),
        )}
        onClearFilters={() => {
          setState((now) => narrowed(now, { view: '', filters: {} }))
        }}
        countText={(count) => say(shape.count, { count })}
        pileActions={({ selected, total, state: now }) => (
          <>
            {footer?.((other) => {
              setState((before) => narrowed(before, { view: other }))
            })}
            {selected > 0
              ? props.pile?.({
                  question: questionOfSelected(questionOf(now, view), now.selection, total),
                  count: selected,
                })
              : null}
            <ListOutlets
              title={title}
              source={source}
              question={questionOf(now, view)}
              selection={now.selection}
              selected={selected}
              total={total}
            />
          </>
        )}
        empty={props.empty}
      />
    </>
  )
}

/** What a column looks like, whatever stands in it. */
function lookOf(column: ListColumn<never>, label: string): Omit<Column<never>, 'cell'> {
  const { id, width, align, sorts, primary } = column
  return { id, label, width, align, sorts, primary }
}

/** Text and words that have no room stand whole in the hint; figures and dates always have theirs. */
function Shown({ kind, text }: { kind: CellKind; text: string }) {
  if (kind === 'text') return <Cut text={text} lang="bg" />
  return kind === 'word' || kind === 'words' ? <Cut text={text} /> : text
}
