import type { Db } from '#db/connection.ts'
import { StaleVersion } from '#db/errors.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { conflict } from './faults.ts'

/**
 * Runs a save by version. When somebody else saved in between, the page is given their record, who
 * and when, so that a person can choose field by field; nothing is overwritten.
 */
export function saveOrConflict<T>(
  db: Db,
  save: () => T,
  stored: () => { updatedBy: string; updatedAt: string } | undefined,
): T {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error
    const theirs = stored()
    if (!theirs) throw error
    throw conflict({
      changedBy: findAccount(db, theirs.updatedBy)?.displayName ?? '',
      changedAt: theirs.updatedAt,
      theirs,
    })
  }
}
