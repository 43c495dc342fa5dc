import { can, type Permission } from '#domain/accounts/permissions.ts'
import type { Role } from '#domain/accounts/roles.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ListColumn, ListOrder, ListQuestion, ListShape, ListView } from './shape.ts'

type Any = Pick<ListShape<never>, 'views' | 'filters' | 'order' | 'permission'> & {
  columns: readonly ListColumn<never>[]
}

/** Columns that these roles have, in their order. */
export function columnsFor<Row>(
  shape: { columns: readonly ListColumn<Row>[] },
  roles: readonly Role[],
): ListColumn<Row>[] {
  return shape.columns.filter(({ permission }) => !permission || can(roles, permission))
}

export function viewsFor(shape: Any, roles: readonly Role[]): ListView[] {
  return shape.views.filter(({ permission }) => !permission || can(roles, permission))
}

/** Id of the view that is asked for; the first one is the whole list. */
export function viewOf(
  shape: { views: readonly ListView[] },
  question: Pick<ListQuestion, 'view'>,
): string {
  return question.view === '' ? (shape.views[0]?.id ?? '') : question.view
}

/** The order that is asked for, or the list's own. */
export function orderOf(shape: Any, question: Pick<ListQuestion, 'order'>): readonly ListOrder[] {
  return question.order.length === 0 ? [shape.order] : question.order
}

/** The right that a view needs besides that to the list. */
export function rightOfView(shape: Any, view: string): Permission | undefined {
  return shape.views.find(({ id }) => id === viewOf(shape, { view }))?.permission
}

/** What a question names that the list has not, or not for these roles. */
export function questionProblems(
  shape: Any,
  question: Pick<ListQuestion, 'view' | 'filters' | 'order'>,
  roles: readonly Role[],
): Problem[] {
  const view = viewOf(shape, question)
  const sorting = columnsFor(shape, roles).flatMap(({ id, sorts }) => (sorts ? [id] : []))
  const filters = Object.entries(question.filters).some(([id, value]) => {
    const filter = shape.filters.find((one) => one.id === id)
    if (!filter) return true
    return filter.options && !filter.named && !filter.options.some((option) => option.id === value)
  })
  return [
    ...(shape.views.some(({ id }) => id === view)
      ? []
      : [{ code: 'listViewUnknown', path: ['view'] }]),
    ...(filters ? [{ code: 'listFilterUnknown', path: ['filters'] }] : []),
    ...(question.order.every(({ by }) => sorting.includes(by))
      ? []
      : [{ code: 'listOrderUnknown', path: ['order'] }]),
  ]
}
