import { and, eq, inArray, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { applications } from '#db/schema/applications.ts'
import { contracts } from '#db/schema/contracts.ts'
import {
  applicationStates,
  type ApplicationState,
  type ShownApplicationState,
} from '#domain/applications/schema.ts'
import { applicationStateOn, contractStatusOn } from '#domain/contracts/days.ts'
import { aliveStatuses } from '#domain/contracts/schema.ts'
import { shownAsOne } from './contract-days.ts'

/** What is shown of one application on a day. */
export function shownStateOf(
  db: Db,
  { id, state }: { id: string; state: ApplicationState },
  date: string,
): ShownApplicationState {
  if (state !== 'withContract') return state
  const all = db.select().from(contracts).where(eq(contracts.applicationId, id)).all()
  return applicationStateOn(
    state,
    all.map((one) => contractStatusOn(one, date)),
  )
}

/** `applicationStateOn` of domain/contracts, asked of the database. */
export function contractExpired(date: string): SQL {
  const own = sql`select 1 from ${contracts} where ${contracts.applicationId} = ${applications.id}`
  return sql`(${applications.state} = 'withContract' and exists (${own})
    and not exists (${own} and ${shownAsOne(['draft', ...aliveStatuses], date)}))`
}

/** Those that are shown in one of these states on a day. */
export function shownIn(states: readonly ShownApplicationState[], date: string): SQL | undefined {
  const stored = applicationStates.filter((state) => states.includes(state))
  const expired = states.includes('contractExpired')
  return or(
    expired ? contractExpired(date) : undefined,
    and(inArray(applications.state, stored), not(contractExpired(date))),
  )
}
