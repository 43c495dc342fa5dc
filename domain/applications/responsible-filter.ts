import type { ListFilter } from '#domain/lists/shape.ts'

/** Of every list of cases: one's own, nobody's, or a colleague's by the name of the profile. */
export const responsibleFilter = {
  id: 'responsible',
  label: 'applications:column.responsible',
  any: 'applications:filter.responsibles.any',
  chip: 'applications:filter.responsibles.chip',
  options: [
    { id: 'mine', label: 'applications:filter.responsibles.mine' },
    { id: 'nobody', label: 'applications:filter.responsibles.nobody' },
  ],
  named: true,
} as const satisfies ListFilter
