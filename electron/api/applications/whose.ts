import { can } from '#domain/accounts/permissions.ts'
import { handOver, mayAnswer, responsibleAtFirst } from '#domain/applications/responsible.ts'
import type { Db } from '#db/connection.ts'
import { findAccount, getAccount, listAccounts } from '#db/queries/accounts.ts'
import type { StoredApplication } from '#db/queries/applications.ts'
import { countOpenCases } from '#db/queries/application-responsible.ts'
import type { Session } from '#electron/api/kernel/office-door.ts'
import { existing, ruleError } from '../kernel/faults.ts'

/** Whose a new application is. Throws RULE for somebody who leads no cases. */
export function firstResponsible(
  db: Db,
  { accountId, roles }: Session,
  chosen: string | null,
): string | null {
  const target = chosen === null ? undefined : existing(findAccount(db, chosen))
  if (target && !mayAnswer(target))
    throw ruleError([{ code: 'cannotAnswerForCases', path: ['responsibleId'] }])
  return responsibleAtFirst({ id: accountId, roles }, chosen)
}

export function colleaguesOf(db: Db) {
  const open = countOpenCases(db)
  return listAccounts(db)
    .filter(mayAnswer)
    .map(({ id: account, displayName }) => ({
      id: account,
      displayName,
      cases: open.get(account) ?? 0,
    }))
}

/** Whose the case is and what may be done about it. */
export function responsibleFor(
  db: Db,
  { accountId, roles }: Session,
  application: Pick<
    StoredApplication,
    'id' | 'version' | 'state' | 'responsibleId' | 'entryNumber' | 'entryDate'
  >,
) {
  const { responsibleId, id: own, version, entryNumber, entryDate } = application
  const me = { id: accountId, roles }
  const account = responsibleId === null ? null : getAccount(db, responsibleId)
  const self = { ...me, disabledAt: null }
  return {
    id: own,
    version,
    entryNumber,
    entryDate,
    responsibleId,
    name: account?.displayName ?? null,
    /** Whoever left can do nothing more about it. */
    gone: account !== null && !mayAnswer(account),
    mine: responsibleId === accountId,
    mayTake: can(roles, 'cases.take') && handOver(application, self, me).ok,
    mayGive:
      can(roles, 'cases.take') &&
      (responsibleId === accountId || can(roles, 'cases.assign')) &&
      (handOver(application, null, me).ok || handOver(application, self, me).ok),
  }
}
