import { addYears, type CivilDate } from '#domain/calendar/civil-date.ts'
import type { Problem } from '#domain/problems/schema.ts'
import type { ApplicationInput } from './schema.ts'

type Dated = Pick<ApplicationInput, 'entryDate' | 'preliminaryAssessmentDate' | 'documents'>

/** Nothing that is brought with an application is from tomorrow. */
export function futureDates(application: Dated, today: CivilDate): Problem[] {
  const { entryDate, preliminaryAssessmentDate, documents } = application
  const dates: [string | null, (string | number)[]][] = [
    [entryDate, ['entryDate']],
    [preliminaryAssessmentDate, ['preliminaryAssessmentDate']],
    ...documents.map(({ type, date }): [string | null, string[]] => [
      date,
      ['documents', type, 'date'],
    ]),
  ]
  return dates
    .filter(([date]) => date !== null && date > today)
    .map(([, path]) => ({ code: 'dateInFuture', path, params: { todayDate: today } }))
}

/** Asked, not refused: an application is taken in within the year, and assessed within the year before. */
export function dateDoubts(
  { entryDate, preliminaryAssessmentDate }: Omit<Dated, 'documents'>,
  today: CivilDate,
): Problem[] {
  const doubts: Problem[] = []
  const doubt = (field: keyof Dated, oldDate: CivilDate) =>
    doubts.push({ code: 'dateLongAgo', path: [field], params: { oldDate } })
  if (entryDate < addYears(today, -1)) doubt('entryDate', entryDate)
  if (preliminaryAssessmentDate !== null && preliminaryAssessmentDate < addYears(entryDate, -1))
    doubt('preliminaryAssessmentDate', preliminaryAssessmentDate)
  return doubts
}
