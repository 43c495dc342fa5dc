/** Why the office answers nobody for a while; sentences under `errors:busy.*`. */
export const busyReasons = [
  'restore',
  'keyChange',
  /** Another long work has to end first. */
  'work',
] as const
export type BusyReason = (typeof busyReasons)[number]

/** The program that has the data folder open instead of this one. */
export interface FolderHolder {
  computer: string
  /** Instant. */
  since: string
  /** It is this very computer: another window, another user, a browser. */
  here: boolean
}

/**
 * Why nobody can log in to what stands in the data folder, although an office was here: the page
 * then offers the newest good copy. Sentences under `backup:rescue.*`.
 */
export const rescueReasons = [
  'databaseMissing',
  'databaseDamaged',
  /** The keyring opens, but what it holds does not open the database: it is of another office. */
  'databaseOtherKey',
  /** Migrated by a program that is not ours. */
  'databaseForked',
  'databaseNewer',
  'keyringMissing',
  'keyringDamaged',
  'keyringNewer',
] as const
export type RescueReason = (typeof rescueReasons)[number]

/** What is there is whole, and this program too old for it: a copy would be a step back. */
export function needsNewerProgram(reason: RescueReason): boolean {
  return reason === 'databaseNewer' || reason === 'keyringNewer'
}
