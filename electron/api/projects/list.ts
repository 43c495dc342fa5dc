import type { ProjectListRow } from '#domain/projects/list.ts'
import { projectState, totalInEuro } from '#domain/projects/rules.ts'
import type { ListOption } from '#domain/lists/shape.ts'
import { listProjects, projectDataOf } from '#db/queries/projects.ts'
import type { ListCall } from '../kernel/list-source.ts'
import { shortList } from '../kernel/short-list.ts'

export const projectsSource = shortList<ProjectListRow>({
  all: ({ db, today }) =>
    listProjects(db).map((row) => ({
      id: row.id,
      version: row.version,
      data: projectDataOf(row),
      state: projectState(row, today),
    })),
  id: (row) => row.id,
  inView: ({ state }, view) => view === 'all' || view === state,
  words: ({ data }) => [
    data.name,
    data.contractNumber,
    data.municipality,
    data.programme,
    data.procedureNumber,
    data.procedureName,
  ],
  orders: {
    name: ({ data }) => [data.name],
    municipality: ({ data }) => [data.municipality, data.name],
    totalCents: ({ data: { total } }) => [total && (totalInEuro(total) ?? total.cents)],
  },
})

/** Projects as another list may be narrowed by them. */
export const projectOptions = ({ db }: ListCall): ListOption[] =>
  listProjects(db).map(({ id, name }) => ({ id, text: name }))
