import { addYears } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { CandidacyInput } from './schema.ts'

/** A day on which something was done: not tomorrow, not before the candidate came. */
export function dayProblems(
  date: string,
  { today, entryDate }: { today: string; entryDate: string },
  field = 'date',
): Problem[] {
  if (date > today) return [{ code: 'dateInFuture', path: [field], params: { todayDate: today } }]
  if (date < entryDate) return [{ code: 'dateBeforeEntry', path: [field], params: { entryDate } }]
  return []
}

type Dated = Pick<CandidacyInput, 'entryDate' | 'documents' | 'trainings'>

/** Nothing that a candidate brings is from tomorrow. */
export function futureDates({ entryDate, documents, trainings }: Dated, today: string): Problem[] {
  const dates: [string | null, (string | number)[]][] = [
    [entryDate, ['entryDate']],
    ...documents.map(({ type, date }): [string | null, string[]] => [
      date,
      ['documents', type, 'date'],
    ]),
    ...trainings.map(({ date }, index): [string | null, (string | number)[]] => [
      date,
      ['trainings', index, 'date'],
    ]),
  ]
  return dates
    .filter(([date]) => date !== null && date > today)
    .map(([, path]) => ({ code: 'dateInFuture', path, params: { todayDate: today } }))
}

/** Asked, not refused: a paper is entered within the year. */
export function entryDoubt(entryDate: string, today: string): Problem[] {
  return entryDate < addYears(today, -1)
    ? [{ code: 'dateLongAgo', path: ['entryDate'], params: { oldDate: entryDate } }]
    : []
}
