import { ageOn } from '#domain/calendar/civil-date.ts'
import type { ShownApplicationState } from '#domain/applications/schema.ts'
import type { ShownContractStatus } from '#domain/contracts/schema.ts'
import { listOf, type Wording } from '#domain/lists/shape.ts'
import { formatDate } from '#domain/text/format.ts'
import { formatSettlement, formatSurnameFirst } from '#domain/text/format-person.ts'
import type { Deadline } from './deadlines.ts'
import type { IdKind } from './schema.ts'

/** A person in a list, with where their case stands as far as the reader may know of it. */
export interface PersonListRow {
  id: string
  firstName: string
  middleName: string | null
  lastName: string | null
  idKind: IdKind
  idNumber: string
  birthDate: string
  sex: 'male' | 'female'
  deathDate: string | null
  settlementKind: 'town' | 'village'
  settlement: string
  contract: ShownContractStatus | null
  application: ShownApplicationState | null
  deadline: Deadline | null
}

const contractCounts: readonly ShownContractStatus[] = [
  'outForSignature',
  'signed',
  'inForce',
  'suspended',
  'annexed',
  'ending',
]

/** What the one status of a person in a list is drawn from. */
export type PersonStanding = Pick<PersonListRow, 'deathDate' | 'sex' | 'contract' | 'application'>

/** Which of them it is: death, then a contract that counts or ran out last, then the application. */
export function standingOf({ deathDate, contract, application }: PersonStanding) {
  if (deathDate !== null) return { of: 'death' as const, deathDate }
  const last = application === null || application === 'contractExpired'
  if (contract !== null && (contractCounts.includes(contract) || last))
    return { of: 'contract' as const, contract }
  return application === null ? null : { of: 'application' as const, application }
}

function standingWord(row: PersonListRow): Wording | null {
  const standing = standingOf(row)
  switch (standing?.of) {
    case 'death':
      return {
        key: 'people:deceasedOn',
        params: { context: row.sex, date: formatDate(standing.deathDate) },
      }
    case 'contract':
      return { key: `people:status.contract.${standing.contract}` }
    case 'application':
      return { key: `people:status.application.${standing.application}` }
    case undefined:
      return null
  }
}

/** „До 24.12.2026 г.: ТЕЛК“. */
function deadlineWord({ deadline }: PersonListRow): Wording | null {
  if (deadline === null) return null
  const { kind, date, daysLeft } = deadline
  const when = daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'on'
  return { key: `people:listedDeadline.${when}`, params: { kind, date: formatDate(date) } }
}

export const peopleList = listOf<PersonListRow>()({
  id: 'people',
  title: 'people:list',
  count: 'people:count',
  permission: 'people.read',
  views: [
    { id: 'all', label: 'people:nav.all' },
    { id: 'clients', label: 'people:nav.clients', permission: 'contracts.read' },
    { id: 'applicants', label: 'people:nav.applicants', permission: 'applications.read' },
  ],
  filters: [
    {
      id: 'settlement',
      label: 'people:filters.settlement',
      any: 'people:filters.anySettlement',
      chip: 'people:filters.settlementIs',
    },
    {
      id: 'life',
      label: 'people:filters.life',
      any: 'people:filters.anyLife',
      options: [
        { id: 'living', label: 'people:filters.living' },
        { id: 'deceased', label: 'people:filters.deceased' },
      ],
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'people:columns.name',
      kind: 'text',
      value: formatSurnameFirst,
      primary: true,
      sorts: true,
    },
    {
      id: 'idNumber',
      label: 'people:columns.idNumber',
      kind: 'idNumber',
      value: (row) => row.idNumber,
      width: 110,
      permission: 'people.revealId',
    },
    {
      id: 'age',
      label: 'people:columns.age',
      kind: 'number',
      value: (row, { today }) => ageOn(row.birthDate, row.deathDate ?? today),
      width: 100,
      align: 'end',
      sorts: true,
    },
    {
      id: 'settlement',
      label: 'people:columns.settlement',
      kind: 'text',
      value: formatSettlement,
      width: 150,
    },
    {
      id: 'status',
      label: 'people:columns.status',
      kind: 'word',
      value: standingWord,
      width: 210,
    },
    {
      id: 'deadline',
      label: 'people:columns.deadline',
      kind: 'word',
      value: deadlineWord,
      width: 262,
    },
  ],
  order: { by: 'name', descending: false },
  rowId: (row) => row.id,
})
