import { probationEnd } from '#domain/employments/days.ts'
import type { Db } from '#db/connection.ts'
import {
  employmentsEnding,
  employmentsOnProbation,
  employmentsToEnd,
} from '#db/queries/employments-list.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const employmentsExpiring: readonly Expiring[] = [
  expiringOf('employment', (db, today, until) => [
    ...employmentsToEnd(db, today),
    ...employmentsEnding(db, today, until),
  ]),
  expiringOf('probation', probations),
]

/** A probation that is over was passed: nothing waits of it any more. */
function probations(db: Db, today: string, until: string) {
  return employmentsOnProbation(db).flatMap(({ startDate, lastDay, probationMonths, ...line }) => {
    const due = probationEnd({ startDate, lastDay, probationMonths })
    return due !== null && due >= today && due <= until ? [{ ...line, due }] : []
  })
}
