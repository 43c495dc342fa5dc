import { client } from '#renderer/shell/client.ts'
import { i18n } from '#renderer/shell/i18n.ts'
import type { PeopleCell } from '#renderer/shell/feature.ts'
import { features } from '#renderer/shell/register.ts'
import type { ListState } from '#renderer/components/list/list-state.ts'
import type { RowSource } from '#renderer/components/list/use-windowed-rows.ts'

type Line = Awaited<ReturnType<typeof client.people.list>>['rows'][number]

/** What other concepts say of the people of one window, by person and column. */
export type PeopleCells = ReadonlyMap<string, Readonly<Record<string, PeopleCell>>>

/** One row of a list of people; what other concepts say of them comes after the names. */
export interface PersonRow extends Line {
  cells: Promise<PeopleCells>
}

export type PeopleGroup = 'clients' | 'applicants'

export interface PeopleFilters {
  group: PeopleGroup | undefined
  settlement: string | undefined
  /** Left out: both. */
  deceased: boolean | undefined
}

/** Columns that are built, in their order. */
export const contributedColumns = () =>
  features.flatMap((feature) => feature.peopleColumns ?? []).toSorted((a, b) => a.order - b.order)

/** The question to the office that a list with this state asks. */
export function questionOf(filters: PeopleFilters, state: Pick<ListState, 'text' | 'sort'>) {
  const sort = state.sort[0]
  return {
    filter: {
      ...(state.text.trim() === '' ? {} : { text: state.text.slice(0, 120) }),
      ...(filters.group === undefined ? {} : { group: filters.group }),
      ...(filters.settlement === undefined ? {} : { settlement: filters.settlement }),
      ...(filters.deceased === undefined ? {} : { deceased: filters.deceased }),
    },
    order: {
      by: sort?.column === 'age' ? ('birthDate' as const) : ('name' as const),
      // The youngest have the latest birth date.
      descending: sort?.column === 'age' ? !sort.descending : (sort?.descending ?? false),
    },
  }
}

/** A column that fails leaves its cells empty; the list itself stays. */
async function cellsOf(
  ids: readonly string[],
  may: (permission: string | undefined) => boolean,
): Promise<PeopleCells> {
  const byPerson = new Map<string, Record<string, PeopleCell>>()
  await Promise.all(
    contributedColumns()
      .filter((column) => may(column.permission))
      .map(async (column) => {
        const found = await column.load(ids).catch(() => ({}))
        for (const [id, cell] of Object.entries(found))
          byPerson.set(id, { ...byPerson.get(id), [column.key]: cell })
      }),
  )
  return byPerson
}

export function peopleRows(
  filters: PeopleFilters,
  state: Pick<ListState, 'text' | 'sort'>,
  may: (permission: string | undefined) => boolean,
): RowSource<PersonRow> {
  const question = questionOf(filters, state)
  return {
    key: ['people', 'list', question, i18n.language],
    load: async ({ offset, limit, signal }) => {
      const { rows, total } = await client.people.list({ ...question, offset, limit }, { signal })
      const ids = rows.map(({ id }) => id)
      const cells = ids.length === 0 ? Promise.resolve(new Map<string, never>()) : cellsOf(ids, may)
      return { total, rows: rows.map((row) => ({ ...row, cells })) }
    },
  }
}
