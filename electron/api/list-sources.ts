import type { ListId, lists } from '#domain/lists/register.ts'
import type { ListShape } from '#domain/lists/shape.ts'
import type { ListSource } from './kernel/list-source.ts'

type SourceOf<Shape> = Shape extends ListShape<infer Row> ? ListSource<Row> : never

/** Where the rows of every registered list come from, loaded when first asked for. */
export const listSources: {
  readonly [Id in ListId]: () => Promise<SourceOf<(typeof lists)[Id]>>
} = {
  people: async () => (await import('./people/list.ts')).peopleSource,
  applications: async () => (await import('./applications/list.ts')).applicationsSource,
  candidates: async () => (await import('./candidates/list.ts')).candidatesSource,
  selections: async () => (await import('./selections/list.ts')).selectionsSource,
  assessments: async () => (await import('./assessments/list.ts')).assessmentsSource,
  plans: async () => (await import('./plans/list.ts')).plansSource,
  contracts: async () => (await import('./contracts/list.ts')).contractsSource,
  expiring: async () => (await import('./expiring/list.ts')).expiringSource,
  employees: async () => (await import('./employees/list.ts')).employeesSource,
  employments: async () => (await import('./employments/list.ts')).employmentsSource,
  assignments: async () => (await import('./assignments/list.ts')).assignmentsSource,
  catalogue: async () => (await import('./employments/catalogue.ts')).catalogueSource,
  events: async () => (await import('./events/list.ts')).eventsSource,
  trainingDue: async () => (await import('./events/due-source.ts')).trainingDueSource,
  papers: async () => (await import('./papers/list.ts')).papersSource,
  projects: async () => (await import('./projects/list.ts')).projectsSource,
  accounts: async () => (await import('./accounts/list.ts')).accountsSource,
}
