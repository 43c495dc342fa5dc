import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { throughWord } from '#domain/events/due-list.ts'
import type { Through } from '#domain/events/due.ts'
import { listOf, type Wording } from '#domain/lists/shape.ts'
import { askedMinutes, fromDays } from './pool.ts'
import type { EmployeeState } from './states.ts'

export interface EmployeeListRow {
  /** Of the person: two contracts are one row. */
  id: string
  personId: string
  name: string
  /** Names of the positions. */
  position: string
  /** Under all contracts in force. */
  minutesPerDay: number | null
  /** How many people they help as titulars; null: the position gives no help. */
  helped: number | null
  /** What is free of each working day. */
  freePerDay: number | null
  assignedMinutes: number | null
  normMinutes: number | null
  /** Null: not told to this role, or asked of nobody in this work. */
  training: Through | null
  /** As `training`; of the period that runs. */
  supervision: Through | null
  /** Last day of what ends first: the term of a contract, a paper. */
  endsOn: CivilDate | null
  state: EmployeeState
}

export const employeeViews = ['all', 'assistants', 'canTake', 'coming', 'over'] as const
export type EmployeesView = (typeof employeeViews)[number]

const supervised = (through: Through): Wording | null =>
  through.state === 'lacking' ? { key: 'employees:noSupervision' } : throughWord(through)

/** Assistants and staff, with what they have to give: who may take whom. */
export const employeesList = listOf<EmployeeListRow>()({
  id: 'employees',
  title: 'employees:title',
  count: 'employees:count',
  permission: 'employments.read',
  views: employeeViews.map((id) => ({ id, label: `employees:view.${id}` })),
  filters: [
    {
      id: 'village',
      label: 'employees:filter.village',
      any: 'employees:filter.anyVillage',
      chip: 'employees:chip.village',
    },
    {
      id: 'minutes',
      label: 'employees:filter.minutes',
      any: 'employees:filter.anyMinutes',
      options: askedMinutes.map((minutes) => ({
        id: String(minutes),
        label: `employees:minutes.${String(minutes)}`,
      })),
    },
    {
      id: 'from',
      label: 'employees:filter.from',
      any: 'employees:filter.anyFrom',
      options: fromDays.map((id) => ({ id, label: `employees:from.${id}` })),
    },
    {
      id: 'car',
      label: 'employees:filter.car',
      any: 'employees:filter.anyCar',
      options: [{ id: 'yes', label: 'employees:filter.withCar' }],
    },
    {
      id: 'stairs',
      label: 'employees:filter.stairs',
      any: 'employees:filter.anyStairs',
      options: [{ id: 'yes', label: 'employees:filter.withStairs' }],
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'employees:column.name',
      kind: 'text',
      value: (row) => row.name,
      primary: true,
      sorts: true,
    },
    {
      id: 'position',
      label: 'employees:column.position',
      kind: 'text',
      value: (row) => row.position,
      width: 106,
      sorts: true,
    },
    {
      id: 'minutesPerDay',
      label: 'employees:column.perDay',
      kind: 'minutes',
      value: (row) => row.minutesPerDay,
      width: 60,
      align: 'end',
    },
    {
      id: 'helped',
      label: 'employees:column.helped',
      kind: 'number',
      value: (row) => row.helped,
      width: 50,
      align: 'end',
      sorts: true,
    },
    {
      id: 'freePerDay',
      label: 'employees:column.free',
      kind: 'minutes',
      value: (row) => row.freePerDay,
      width: 76,
      align: 'end',
      sorts: true,
    },
    {
      id: 'assignedMinutes',
      label: 'employees:column.assigned',
      kind: 'minutes',
      value: (row) => row.assignedMinutes,
      width: 66,
      align: 'end',
    },
    {
      id: 'normMinutes',
      label: 'employees:column.norm',
      kind: 'minutes',
      value: (row) => row.normMinutes,
      width: 64,
      align: 'end',
    },
    {
      id: 'training',
      label: 'employees:column.training',
      kind: 'word',
      value: ({ training }) => training && throughWord(training),
      width: 108,
      permission: 'events.read',
    },
    {
      id: 'supervision',
      label: 'employees:column.supervision',
      kind: 'word',
      value: ({ supervision }) => supervision && supervised(supervision),
      width: 92,
      permission: 'events.read',
    },
    {
      id: 'endsOn',
      label: 'employees:column.ends',
      kind: 'date',
      value: (row) => row.endsOn,
      width: 102,
    },
    {
      id: 'state',
      label: 'employees:column.state',
      kind: 'word',
      value: (row) => ({ key: `employees:state.${row.state}` }),
      width: 112,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.id,
})
