import { telkEndOn } from '#domain/people/telk.ts'
import { idCardsEnding, representativesEnding, telkEndings } from '#db/queries/expiring.ts'
import { expiringOf, type Expiring } from '../kernel/expiring.ts'

export const peopleExpiring: readonly Expiring[] = [
  {
    kinds: ['telk', 'attendance'],
    permission: 'people.readTelk',
    find: telkEndings,
    dossier: {
      kind: 'telkEnds',
      // Unless it holds for life by its words or by law.
      on: (row, { today }) => row.telk && telkEndOn(row.telk, row, today),
    },
  },
  expiringOf('idCard', 'people.write', (db, _today, until) => idCardsEnding(db, until), {
    kind: 'idCardEnds',
    on: ({ idCardValidUntil }) => idCardValidUntil,
  }),
  expiringOf('representative', 'people.read', (db, _today, until) =>
    representativesEnding(db, until),
  ),
]
