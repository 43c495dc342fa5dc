import { can } from '#domain/accounts/permissions.ts'
import { addDays } from '#domain/calendar/civil-date.ts'
import {
  expiringDays,
  expiringKinds,
  expiringRight,
  standsInView,
  type ExpiringKind,
  type ExpiringRow,
} from '#domain/expiring/list.ts'
import { rowKey } from '#domain/letters/rules.ts'
import { peopleCards } from '#db/queries/expiring.ts'
import { lettersAbout } from '#db/queries/letters.ts'
import { expiring } from '../expiring-kinds.ts'
import type { ListCall } from '../kernel/list-source.ts'
import { shortList } from '../kernel/short-list.ts'

/** Whatever ends within the days of the list or has ended, as far as these roles may know of it. */
function allEnding({ db, roles, today }: ListCall): ExpiringRow[] {
  const until = addDays(today, expiringDays)
  const mayKnow = (kind: ExpiringKind) => can(roles, expiringRight[kind])
  const lines = expiring
    .filter(({ kinds }) => kinds.some(mayKnow))
    .flatMap(({ find }) => find(db, today, until))
    .filter(({ kind }) => mayKnow(kind))
  const told = lettersAbout(db, [...new Set(lines.map(({ id }) => id))])
  const cards = peopleCards(db, [...new Set(lines.map(({ personId }) => personId))])
  return lines.flatMap((line) => {
    const { id, kind, personId, firstName, middleName, lastName, number, due } = line
    const card = cards.get(personId)
    if (due === null || card === undefined) return []
    const names = { firstName, middleName, lastName }
    const one = { kind, subjectId: id, until: due }
    const writtenOn = told.get(rowKey(one))?.at(-1)?.date ?? null
    return [{ id: `${kind}-${id}`, ...one, personId, ...names, number, ...card, writtenOn }]
  })
}

export const expiringSource = shortList<ExpiringRow>({
  all: allEnding,
  id: ({ id }) => id,
  inView: (row, view, { today }) => standsInView(row, view, today),
  passes: ({ kind }, filters) => (filters.kind ?? kind) === kind,
  words: (row) => [row.lastName, row.firstName, row.middleName ?? null, row.settlement, row.number],
  orders: {
    name: (row) => [row.lastName, row.firstName, row.middleName ?? null],
    kind: ({ kind }) => [expiringKinds.indexOf(kind)],
    until: ({ until, lastName }) => [until, lastName],
    settlement: ({ settlement, lastName }) => [settlement, lastName],
  },
})
