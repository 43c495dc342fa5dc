import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { safetyDays } from '#domain/backup/retention.ts'
import { removeTree } from '../durable.ts'
import { listSnapshots } from './snapshot.ts'
import { asideFolder } from './swap.ts'

const dayMs = 86_400_000
const named = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})\d*Z-keyChange(-\d+)?$/

/**
 * What a change of key put aside is the whole database under the key that was to be left behind: it
 * goes once a whole snapshot opens with the present key and seven days are over. What a restore put
 * aside stays, it may be all that is left. Returns how many went.
 */
export function removeOldKeyFolders(dataDir: string, office: { now: Date; keyId: string }): number {
  const folder = join(dataDir, asideFolder)
  if (!existsSync(folder)) return 0
  const old = readdirSync(folder).filter((name) => isOld(name, office.now))
  if (old.length === 0) return 0
  const copied = listSnapshots(dataDir).some(
    ({ manifest, problem }) => problem === null && manifest?.keyId === office.keyId,
  )
  if (!copied) return 0
  for (const name of old) removeTree(join(folder, name))
  return old.length
}

function isOld(name: string, now: Date): boolean {
  const [, year, month, day, hour, minute, second] = named.exec(name) ?? []
  if (year === undefined) return false
  const at = Date.parse(
    `${year}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}Z`,
  )
  return now.getTime() - at > safetyDays * dayMs
}
