import { idCardsEnding, representativesEnding, telkEndings } from '#db/queries/expiring.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const peopleExpiring: readonly Expiring[] = [
  { kinds: ['telk', 'attendance'], find: telkEndings },
  expiringOf('idCard', (db, _today, until) => idCardsEnding(db, until)),
  expiringOf('representative', (db, _today, until) => representativesEnding(db, until)),
]
