import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { ExpiringKind, ExpiringRow } from '#domain/expiring/list.ts'
import type { AddressData } from '#domain/people/schema.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { Names } from '#domain/text/format-person.ts'
import { personSortKey, sortKey } from '#domain/text/sort-key.ts'

/** More than these are no pile for one day. */
export const mostOfPile = 500

/** What a letter tells of: one thing that ends, and when. */
export interface LetterRow {
  kind: ExpiringKind
  subjectId: string
  number: string | null
  until: CivilDate
}

/** The same thing with the same last day: once it is prolonged, it is another one. */
export const rowKey = ({ kind, subjectId, until }: Omit<LetterRow, 'number'>): string =>
  `${kind}-${subjectId}-${until}`

/** What goes to one person. */
export interface PlannedLetter extends Names {
  personId: string
  settlement: string
  /** To be told in a new letter. */
  rows: LetterRow[]
  /** Told already in a letter of this very day, which belongs to the pile. */
  there: LetterRow[]
  /** Told in a letter of another day and left out. */
  told: LetterRow[]
}

/**
 * One letter a person that tells all of it, in the order in which the post is carried: by settlement,
 * then by name. What a letter of this day told is not told twice, so that a pile that was stopped goes on.
 */
export function lettersOf(
  rows: readonly ExpiringRow[],
  { date, again }: { date: CivilDate; again: boolean },
): PlannedLetter[] {
  const letters = [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { personId, settlement, firstName, middleName = null, lastName } = first
    const placed = (where: 'rows' | 'there' | 'told') =>
      own.filter((row) => placeOf(row, date, again) === where).map(letterRow)
    return [
      {
        ...{ personId, settlement, firstName, middleName, lastName },
        ...{ rows: placed('rows'), there: placed('there'), told: placed('told') },
      },
    ]
  })
  return letters
    .map((letter) => ({ letter, key: placeInPile(letter) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ letter }) => letter)
}

function placeOf({ writtenOn }: ExpiringRow, date: CivilDate, again: boolean) {
  if (writtenOn === date) return 'there'
  return writtenOn === null || again ? 'rows' : 'told'
}

const letterRow = ({ kind, subjectId, number, until }: ExpiringRow): LetterRow => ({
  kind,
  subjectId,
  number,
  until,
})

const placeInPile = (one: PlannedLetter) =>
  [sortKey(one.settlement), personSortKey(one), one.personId].join('\u001f')

/** Whether the post finds somebody: in a village by the name alone, in a town not without a street. */
export const isDeliverable = ({
  settlementKind,
  street,
  quarter,
  block,
}: Pick<AddressData, 'settlementKind' | 'street' | 'quarter' | 'block'>): boolean =>
  settlementKind === 'village' || [street, quarter, block].some((part) => part !== null)

export function letterProblems(
  { date, answerBy }: { date: CivilDate; answerBy: CivilDate | null },
  today: CivilDate,
): Problem[] {
  if (date > today) return [{ code: 'dateInFuture', path: ['date'], params: { todayDate: today } }]
  if (answerBy !== null && answerBy <= date)
    return [{ code: 'answerBeforeLetter', path: ['answerBy'], params: { letterDate: date } }]
  return []
}
