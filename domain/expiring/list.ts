import type { Permission } from '#domain/accounts/permissions.ts'
import { daysBetween, type CivilDate } from '#domain/calendar/civil-date.ts'
import { listOf } from '#domain/lists/shape.ts'
import {
  formatPhone,
  formatSettlement,
  formatSurnameFirst,
  type Names,
} from '#domain/text/format-person.ts'

/** What may end for somebody in the care of the office. */
export const expiringKinds = [
  'telk',
  'attendance',
  'idCard',
  'representative',
  'planReview',
  'plan',
  'contract',
  'employment',
  'probation',
  'medicalPaper',
  'trainingDue',
] as const
export type ExpiringKind = (typeof expiringKinds)[number]

/** Without it nothing of the kind is on the list, and no deadline of it in a dossier. */
export const expiringRight: Readonly<Record<ExpiringKind, Permission>> = {
  telk: 'people.readTelk',
  attendance: 'people.readTelk',
  idCard: 'people.write',
  representative: 'people.read',
  planReview: 'plans.read',
  plan: 'plans.read',
  contract: 'contracts.read',
  employment: 'employments.read',
  probation: 'employments.read',
  medicalPaper: 'candidates.read',
  trainingDue: 'events.read',
}

/** How far ahead the list looks, in days. */
export const expiringDays = 90

/** One paper or right of a person that ends, or has ended and was not followed by another. */
export interface ExpiringRow extends Names {
  /** `telk-<id of the decision>` */
  id: string
  kind: ExpiringKind
  /** The decision, the contract, the person whose card it is. */
  subjectId: string
  personId: string
  idNumber: string
  settlementKind: 'town' | 'village'
  settlement: string
  /** The first of the person's telephones. */
  phone: string | null
  /** Number of the paper, where it has one. */
  number: string | null
  /** Last day. */
  until: CivilDate
  /** Day of the last letter about it. */
  writtenOn: CivilDate | null
}

/** Parts of the list: what has ended, and what ends within so many days. */
const within = { days30: 30, days60: 60, days90: expiringDays } as const
type ExpiringView = 'all' | 'over' | keyof typeof within | 'telk60'

/** Whether a row stands in the view of that name; the last day itself is not over. */
export function standsInView(
  { kind, until }: Pick<ExpiringRow, 'kind' | 'until'>,
  view: string,
  today: CivilDate,
): boolean {
  const left = daysBetween(today, until)
  if (view === 'all') return true
  // „ТЕЛК до 60 дни“: to whom letters go, found by name.
  if (view === 'telk60') return kind === 'telk' && left >= 0 && left <= within.days60
  if (view === 'over') return left < 0
  return left >= 0 && view in within && left <= within[view as keyof typeof within]
}

/** „Изтича“: whatever ends for whom the office cares, the most urgent first. */
export const expiringList = listOf<ExpiringRow>()({
  id: 'expiring',
  title: 'expiring:title',
  count: 'expiring:count',
  permission: 'people.read',
  views: (
    ['all', 'over', 'days30', 'days60', 'days90', 'telk60'] as const satisfies ExpiringView[]
  ).map((id) => ({
    id,
    label: `expiring:views.${id}`,
    ...(id === 'telk60' ? { permission: 'people.readTelk' as const } : {}),
  })),
  filters: [
    {
      id: 'kind',
      label: 'expiring:column.kind',
      any: 'expiring:anyKind',
      options: expiringKinds.map((id) => ({ id, label: `expiring:kind.${id}` })),
    },
  ],
  columns: [
    {
      id: 'name',
      label: 'expiring:column.name',
      kind: 'text',
      value: formatSurnameFirst,
      primary: true,
      sorts: true,
    },
    {
      id: 'kind',
      label: 'expiring:column.kind',
      kind: 'word',
      value: ({ kind }) => ({ key: `expiring:kind.${kind}` }),
      width: 148,
      sorts: true,
    },
    {
      id: 'until',
      label: 'expiring:column.until',
      kind: 'date',
      value: ({ until }) => until,
      width: 112,
      sorts: true,
    },
    {
      id: 'daysLeft',
      label: 'expiring:column.daysLeft',
      kind: 'number',
      value: ({ until }, { today }) => daysBetween(today, until),
      width: 64,
      align: 'end',
    },
    {
      id: 'writtenOn',
      label: 'expiring:column.writtenOn',
      kind: 'date',
      value: ({ writtenOn }) => writtenOn,
      width: 112,
    },
    {
      id: 'number',
      label: 'expiring:column.number',
      kind: 'text',
      value: ({ number }) => number,
      width: 92,
    },
    {
      id: 'idNumber',
      label: 'expiring:column.idNumber',
      kind: 'idNumber',
      value: ({ idNumber }) => idNumber,
      width: 110,
      permission: 'people.revealId',
    },
    {
      id: 'settlement',
      label: 'expiring:column.settlement',
      kind: 'text',
      value: formatSettlement,
      width: 112,
      sorts: true,
    },
    {
      id: 'phone',
      label: 'expiring:column.phone',
      kind: 'text',
      value: ({ phone }) => phone && formatPhone(phone),
      width: 118,
    },
  ],
  order: { by: 'until', descending: false },
  rowId: ({ id }) => id,
})
