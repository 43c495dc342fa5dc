import {
  attendanceEnding,
  idCardsEnding,
  representativesEnding,
  telkEnding,
} from '#db/queries/expiring.ts'
import type { Expiring } from '../kernel/expiring.ts'

export const peopleExpiring: readonly Expiring[] = [
  { kind: 'telk', permission: 'people.readTelk', find: telkEnding },
  { kind: 'attendance', permission: 'people.readTelk', find: attendanceEnding },
  {
    kind: 'idCard',
    permission: 'people.write',
    find: (db, _today, until) => idCardsEnding(db, until),
  },
  {
    kind: 'representative',
    permission: 'people.read',
    find: (db, _today, until) => representativesEnding(db, until),
  },
]
