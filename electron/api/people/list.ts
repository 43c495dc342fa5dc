import type { PersonListRow } from '#domain/people/list.ts'
import { formatSettlement } from '#domain/text/format-person.ts'
import type { Db } from '#db/connection.ts'
import {
  countPeopleOnce,
  listPeople,
  type PeopleFilter,
  type PeopleOrder,
} from '#db/queries/people-list.ts'
import { listSettlements } from '#db/queries/people.ts'
import { standings } from '../cases/standing.ts'
import type { AskedList, ListCall, ListSource } from '../kernel/list-source.ts'

/** A question to the list as the database takes it. */
export function peopleFilter(
  { text, view, filters, chosen }: Omit<AskedList, 'order'>,
  today: string,
): PeopleFilter {
  const { settlement = '', life = '' } = filters
  return {
    ...(text === undefined ? {} : { text }),
    ...(settlement === '' ? {} : { settlement }),
    ...(life === '' ? {} : { deceased: life === 'deceased' }),
    ...(view === 'clients' || view === 'applicants' ? { group: { name: view, today } } : {}),
    ...(chosen ? { chosen } : {}),
  }
}

const sorts = ['name', 'age'] as const
const peopleOrder = ({ order }: AskedList): PeopleOrder[] =>
  order.flatMap(({ by, descending }) => {
    const known = sorts.find((one) => one === by)
    return known ? [{ by: known, descending }] : []
  })

export const peopleSource: ListSource<PersonListRow> = {
  rows: ({ db, roles, today }, asked, window) => {
    const lines = listPeople(db, peopleFilter(asked, today), peopleOrder(asked), window)
    const ids = lines.map(({ id }) => id)
    const known = standings(db, ids, roles, today)
    return lines.map((line) => {
      const standing = known.get(line.id)
      return {
        ...line,
        contract: standing?.contract ?? null,
        application: standing?.application ?? null,
        deadline: standing?.deadlines[0] ?? null,
      }
    })
  },
  count: ({ db, today }, asked) => countPeopleOnce(db, peopleFilter(asked, today)),
  options: { settlement: ({ db }: ListCall) => settlementOptions(db) },
}

/** Where people of the office live, the most of them first. */
export const settlementOptions = (db: Db) =>
  listSettlements(db).map((one) => ({
    id: one.settlement,
    text: `${formatSettlement(one)} (${String(one.people)})`,
  }))
