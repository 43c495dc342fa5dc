import { idCardsEnding, representativesEnding, telkEndings } from '#db/queries/expiring.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const peopleExpiring: readonly Expiring[] = [
  { kinds: ['telk', 'attendance'], permission: 'people.readTelk', find: telkEndings },
  expiringOf('idCard', 'people.write', (db, _today, until) => idCardsEnding(db, until)),
  expiringOf('representative', 'people.read', (db, _today, until) =>
    representativesEnding(db, until),
  ),
]
