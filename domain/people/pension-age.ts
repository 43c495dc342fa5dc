import { addMonths, partsOf } from '#domain/calendar/civil-date.ts'
import type { CivilDate } from '#domain/calendar/civil-date.ts'
import type { Sex } from './ids.ts'

/**
 * Pension age in months, by the year in which it is reached (КСО, чл. 68, ал. 1). Dated data: a line
 * holds from its year until the next one. The steps since 2016 are +1 month a year for men (+2 in
 * 2016–2017 …) and +2, from 2030 +3, for women, until 65.
 */
export const pensionAges: { from: number; male: number; female: number }[] = [
  { from: 1900, male: 63 * 12, female: 60 * 12 },
  { from: 2012, male: 63 * 12 + 4, female: 60 * 12 + 4 },
  { from: 2013, male: 63 * 12 + 8, female: 60 * 12 + 8 },
  { from: 2016, male: 63 * 12 + 10, female: 60 * 12 + 10 },
  { from: 2017, male: 64 * 12, female: 61 * 12 },
  ...Array.from({ length: 20 }, (_, i) => {
    const year = 2018 + i
    return {
      from: year,
      male: Math.min(65 * 12, 64 * 12 + 1 + i),
      female: Math.min(65 * 12, 61 * 12 + 2 + 2 * i + Math.max(0, year - 2029)),
    }
  }),
]

/** The day on which the person reached or will reach pension age. */
export function pensionAgeReachedOn(
  birthDate: CivilDate,
  sex: Sex,
  table: typeof pensionAges = pensionAges,
): CivilDate {
  const birthYear = partsOf(birthDate).year
  for (let year = birthYear + 59; ; year++) {
    const line = table.findLast((l) => l.from <= year) ?? table[0]
    if (line === undefined) return addMonths(birthDate, 65 * 12)
    const reached = addMonths(birthDate, line[sex])
    const reachedYear = partsOf(reached).year
    if (reachedYear < year) return `${String(year)}-01-01`
    if (reachedYear === year) return reached
  }
}
