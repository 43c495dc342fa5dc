import { addDays, addMonths, partsOf, type CivilDate } from '#domain/calendar/civil-date.ts'
import { dueKinds, type DueKind } from './schema.ts'

/** Months in which everybody at work is to be through once; 0 = a training once, the others never. */
type DueMonths = Readonly<Record<DueKind, number>>

interface Period {
  from: CivilDate
  to: CivilDate
}

/** The period of so many months, counted from January, in which a day lies. */
export function periodOf(day: CivilDate, months: number): Period {
  const { year, month } = partsOf(day)
  const first = month - ((month - 1) % months)
  const from = `${String(year)}-${String(first).padStart(2, '0')}-01`
  const end = addDays(addMonths(from, months), -1)
  const lastOfYear = `${String(year)}-12-31`
  return { from, to: end < lastOfYear ? end : lastOfYear }
}

/** How it stands with one kind for one person. */
export interface Through {
  state: 'through' | 'exempt' | 'lacking' | 'notAsked'
  /** Day of the meeting by which it is so; null = by none. */
  on: CivilDate | null
}

/** What is known of a person: when last attended within the period, and from what exempt. */
export interface Attended {
  on: Readonly<Partial<Record<DueKind, CivilDate>>>
  exempt: readonly DueKind[]
}

export function throughOf(known: Attended, months: DueMonths): Record<DueKind, Through> {
  const of = (kind: DueKind): Through => {
    const on = known.on[kind] ?? null
    if (on !== null) return { state: 'through', on }
    if (known.exempt.includes(kind)) return { state: 'exempt', on: null }
    // The first training is asked of everybody, whether or not another one follows every so often.
    const asked = kind === 'training' || months[kind] > 0
    return { state: asked ? 'lacking' : 'notAsked', on: null }
  }
  return {
    training: of('training'),
    supervision: of('supervision'),
    psychological: of('psychological'),
  }
}

/** What somebody still lacks. */
export const lacking = (through: Readonly<Record<DueKind, Through>>): DueKind[] =>
  dueKinds.filter((kind) => through[kind].state === 'lacking')
