import { can } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import { orderOf, viewOf } from '#domain/lists/ask.ts'
import type {
  ListOption,
  ListOrder,
  ListQuestion,
  ListShape,
  ListWindow,
} from '#domain/lists/shape.ts'
import { maskId } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import type { Chosen } from '#db/listing.ts'
import type { TypedText } from '#db/queries/case-filter.ts'

/** Who asks for rows, and when: on a page, in a worker, at the command line. */
export interface ListCall {
  db: Db
  roles: readonly Role[]
  /** Whose „мои“ are meant. */
  accountId: string
  /** Civil date in the office. */
  today: string
}

/** A question that was judged: the list has this view, these filters and orders. */
export interface AskedList {
  text?: TypedText
  view: string
  filters: Readonly<Record<string, string>>
  order: readonly ListOrder[]
  chosen?: Chosen | undefined
}

/** Where the rows of a list come from. No number is masked here; what else a role may not see is left out. */
export interface ListSource<Row> {
  rows: (call: ListCall, asked: AskedList, window: ListWindow) => Row[]
  count: (call: ListCall, asked: AskedList) => number
  /** By view; without it each view is counted by itself. */
  viewCounts?: (call: ListCall) => Record<string, number>
  /** Options of the filters that the shape leaves to the office. */
  options?: Readonly<Record<string, (call: ListCall) => ListOption[]>>
}

/** The one way in which a typed text becomes a search of a list: who may see no number finds nobody by it. */
export function searchable(text: string, roles: readonly Role[]): TypedText {
  return { text, byIdNumber: can(roles, 'people.revealId') }
}

export function askedOf(
  shape: Pick<ListShape<never>, 'views' | 'filters' | 'order' | 'permission' | 'columns'>,
  question: ListQuestion,
  roles: readonly Role[],
): AskedList {
  return {
    ...(question.text.trim() === '' ? {} : { text: searchable(question.text, roles) }),
    view: viewOf(shape, question),
    filters: question.filters,
    order: orderOf(shape, question),
    ...(question.chosen ? { chosen: question.chosen } : {}),
  }
}

/** A number is shown whole only by „Покажи“, which is written down; some roles see none of it. */
export function masked<T extends { idNumber: string }>(
  line: T,
  { roles }: { roles: readonly Role[] },
): T {
  return { ...line, idNumber: can(roles, 'people.revealId') ? maskId(line.idNumber) : '' }
}
