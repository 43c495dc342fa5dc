import { expiringOf, type Expiring } from '../kernel/expiring.ts'
import { whoLacks } from './due-lines.ts'

/** The period in which somebody is to be through ends; a first training that is missing has no last day. */
export const eventsExpiring: readonly Expiring[] = [
  expiringOf('trainingDue', (db, today, until) =>
    whoLacks(db, today, { periodic: true }).filter(({ due }) => due !== null && due <= until),
  ),
]
