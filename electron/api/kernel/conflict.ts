import type { Db } from '#db/connection.ts'
import { StaleVersion } from '#db/errors.ts'
import { findAccount } from '#db/queries/accounts.ts'
import { conflict } from './faults.ts'

/** Who saved a record last, and when. */
export interface Saved {
  updatedBy: string
  updatedAt: string
}

/** A record as its form holds it, for the form that was overtaken. */
export function formOf<T extends object>(row: Saved & { version: number }, input: T) {
  const { version, updatedBy, updatedAt } = row
  return { ...input, version, updatedBy, updatedAt }
}

/** The page is behind: it is given the record as it is now, who saved it and when. */
export function overtaken(db: Db, theirs: Saved) {
  return conflict({
    changedBy: findAccount(db, theirs.updatedBy)?.displayName ?? '',
    changedAt: theirs.updatedAt,
    theirs,
  })
}

/**
 * Runs a save by version. When somebody else saved in between, the page is given their record, who
 * and when, so that a person can choose field by field; nothing is overwritten.
 */
export function saveOrConflict<T>(db: Db, save: () => T, stored: () => Saved | undefined): T {
  try {
    return save()
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error
    const theirs = stored()
    if (!theirs) throw error
    throw overtaken(db, theirs)
  }
}

/**
 * A form that makes a record, or saves one over the version that it was opened with: says which save
 * stands now. Throws CONFLICT.
 */
export function savedForm(
  db: Db,
  opened: { id: string | null; version: number | null },
  make: () => string,
  change: (id: string, version: number) => number,
  stored: () => Saved | undefined,
): { id: string; version: number } {
  const { id, version } = opened
  if (id === null) return { id: make(), version: 1 }
  // A page that names a record and no version has opened none.
  return { id, version: saveOrConflict(db, () => change(id, version ?? 0), stored) }
}
