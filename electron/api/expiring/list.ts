import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import { endsInView, expiringDays, expiringKinds, type ExpiringRow } from '#domain/expiring/list.ts'
import { peopleCards } from '#db/queries/expiring.ts'
import { expiring } from '../expiring-kinds.ts'
import type { ListCall } from '../kernel/list-source.ts'
import { shortList } from '../kernel/short-list.ts'

/** Whatever ends within the days of the list or has ended, as far as these roles may know of it. */
function allEnding({ db, roles, today }: ListCall): ExpiringRow[] {
  const until = addDays(today, expiringDays)
  const lines = expiring
    .filter(({ permission }) => can(roles, permission))
    .flatMap(({ find }) => find(db, today, until))
  const cards = peopleCards(db, [...new Set(lines.map(({ personId }) => personId))])
  return lines.flatMap((line) => {
    const { id, kind, personId, firstName, middleName, lastName, number, due } = line
    const card = cards.get(personId)
    if (due === null || card === undefined) return []
    const names = { firstName, middleName, lastName }
    return [{ id: `${kind}-${id}`, kind, personId, ...names, number, ...card, until: due }]
  })
}

export const expiringSource = shortList<ExpiringRow>({
  all: allEnding,
  id: ({ id }) => id,
  inView: ({ until }, view, { today }) => endsInView(until, view, today),
  passes: ({ kind }, filters) => (filters.kind ?? kind) === kind,
  words: (row) => [row.lastName, row.firstName, row.middleName ?? null, row.settlement, row.number],
  orders: {
    name: (row) => [row.lastName, row.firstName, row.middleName ?? null],
    kind: ({ kind }) => [expiringKinds.indexOf(kind)],
    until: ({ until, lastName }) => [until, lastName],
    settlement: ({ settlement, lastName }) => [settlement, lastName],
  },
})
