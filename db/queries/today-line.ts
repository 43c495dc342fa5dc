import { isNull, sql } from 'drizzle-orm'
import { applications } from '#db/schema/applications.ts'
import { persons } from '#db/schema/people.ts'
import { responsibleOf } from './application-responsible.ts'

/** One thing that waits: whose it is, which paper, when it is due. */
export interface WaitingLine {
  id: string
  personId: string
  firstName: string
  middleName: string | null
  lastName: string | null
  /** Number of the paper, where it has one. */
  number: string | null
  /** Civil date by which it is due; null when nothing sets one. */
  due: string | null
  /** The application it belongs to; null: to no case. */
  caseId: string | null
  /** The account that answers for the case. */
  responsibleId: string | null
}

/** What a line holds that is about no case and no paper. */
export const noCaseLine = { number: null, caseId: null, responsibleId: null }

/** Whose it is. */
export const person = {
  personId: persons.id,
  firstName: persons.firstName,
  middleName: persons.middleName,
  lastName: persons.lastName,
}
/** Where the application stands beside it. */
export const ofCase = { caseId: applications.id, responsibleId: responsibleOf }
/** After a death nothing is owed but what ends the case. */
export const alive = isNull(persons.deathDate)
export const none = sql<string | null>`null`
/** A paper on its way is nobody's in particular: whoever meets the person brings it back. */
export const noCase = { caseId: none, responsibleId: none }
