import { daysBetween, type CivilDate } from '#domain/calendar/civil-date.ts'

export type BackupLight = 'ok' | 'warn' | 'bad'

/**
 * The light beside „Архив“: how old the last verified copy is against the office's own limit. No
 * copy at all is bad. A copy from the future says that a clock is wrong: its age is not known.
 */
export function backupLight(
  lastVerified: CivilDate | null,
  today: CivilDate,
  maxAgeDays: number,
): { light: BackupLight; daysAgo: number | null } {
  if (lastVerified === null) return { light: 'bad', daysAgo: null }
  const daysAgo = daysBetween(lastVerified, today)
  if (daysAgo < 0) return { light: 'warn', daysAgo: null }
  if (daysAgo <= maxAgeDays) return { light: 'ok', daysAgo }
  return { light: daysAgo <= 2 * maxAgeDays ? 'warn' : 'bad', daysAgo }
}
