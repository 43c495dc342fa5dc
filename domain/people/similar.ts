import type { CivilDate } from '#domain/calendar/civil-date.ts'
import { normaliseForSearch } from '#domain/text/search.ts'
import { parseEgn } from './ids.ts'
import type { IdKind } from './schema.ts'

export interface Comparable {
  firstName: string
  middleName: string | null
  /** Null: one name only. */
  lastName: string | null
  idKind: IdKind
  idNumber: string | null
  birthDate: CivilDate | null
}

/** Enough of a name is typed to look for people like it. */
export const namedEnough = ({ firstName, lastName }: Pick<Comparable, 'firstName' | 'lastName'>) =>
  firstName.length >= 2 && (lastName === null || lastName.length >= 2)

/**
 * `same` – one ЕГН or ЛНЧ: the record is there already, stop. `former` – had this number before.
 * `similar` – probably the same person: look before saving. `distinct` – as alike, but each has a valid
 * ЕГН of their own: hardly one person. `different` – nothing to show.
 */
export type Likeness = 'same' | 'former' | 'similar' | 'distinct' | 'different'

/** In the order in which people who are alike are shown. */
export const likenessOrder = ['same', 'former', 'similar', 'distinct'] as const

/** How alike two people are by number, names (in search form, so by sound) and birth date. */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  if (a.idNumber !== null && a.idKind === b.idKind && a.idNumber === b.idNumber) return 'same'
  const alike = alikeByNameAndBirth(a, b)
  if (!alike) return 'different'
  return hasEgn(a) && hasEgn(b) ? 'distinct' : 'similar'
}

/** Twins and namesakes of one day have two; a mistyped digit is no valid ЕГН. */
const hasEgn = ({ idKind, idNumber }: Comparable) =>
  idKind === 'egn' && idNumber !== null && parseEgn(idNumber).ok

function alikeByNameAndBirth(a: Comparable, b: Comparable): boolean {
  const names = nameDistance(a, b)
  if (a.birthDate === null || b.birthDate === null) return names === 0
  if (a.birthDate === b.birthDate) return names <= 2
  return names === 0 && isDateSlip(a.birthDate, b.birthDate)
}

/** Changed letters over all names; a middle name that one of them lacks does not count. */
function nameDistance(a: Comparable, b: Comparable): number {
  if (a.lastName === null || b.lastName === null) return oneNameDistance(a, b)
  const middle = a.middleName && b.middleName ? distance(a.middleName, b.middleName) : 0
  const straight = distance(a.firstName, b.firstName) + distance(a.lastName, b.lastName)
  // First and family name typed into each other's boxes.
  const crossed = distance(a.firstName, b.lastName) + distance(a.lastName, b.firstName)
  return Math.min(straight, crossed) + middle
}

/** A single name may be any of the names under which the other was entered. */
function oneNameDistance(a: Comparable, b: Comparable): number {
  const names = (one: Comparable) => [one.firstName, one.lastName].filter((name) => name !== null)
  return Math.min(...names(a).flatMap((name) => names(b).map((other) => distance(name, other))))
}

/** One digit off, or day and month exchanged. */
function isDateSlip(a: CivilDate, b: CivilDate): boolean {
  let different = 0
  for (let i = 0; i < a.length; i++) if (a.charAt(i) !== b.charAt(i)) different += 1
  const exchanged = `${a.slice(0, 5)}${a.slice(8)}-${a.slice(5, 7)}`
  return different === 1 || exchanged === b
}

/** Optimal string alignment distance (insert, delete, change, swap of neighbours). */
export function distance(left: string, right: string): number {
  const a = normaliseForSearch(left)
  const b = normaliseForSearch(right)
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      if (
        i > 1 &&
        j > 1 &&
        a.charAt(i - 1) === b.charAt(j - 2) &&
        a.charAt(i - 2) === b.charAt(j - 1)
      )
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
