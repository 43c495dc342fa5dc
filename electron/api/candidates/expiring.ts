import { medicalPaperUntil } from '#domain/candidates/papers-term.ts'
import type { Db } from '#db/connection.ts'
import { medicalPapers } from '#db/queries/candidates-list.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'
import { datedSettings } from '../kernel/settings.ts'

export const candidatesExpiring: readonly Expiring[] = [
  expiringOf('medicalPaper', medicalPapersEnding),
]

/** Of each person the newest paper; that there is one and from when, never what it says. */
function medicalPapersEnding(db: Db, today: string, until: string) {
  const settings = datedSettings(db, ['medicalPaperMonths'])
  const newest = new Map(medicalPapers(db, today).map((line) => [line.personId, line]))
  return [...newest.values()].flatMap(({ date, ...line }) => {
    const due = date && medicalPaperUntil(date, settings)
    return due !== null && due <= until ? [{ ...line, due }] : []
  })
}
