import path from 'node:path'
import { appendAudit } from '#db/audit/append.ts'
import { mediumAt } from '#db/backup/drives.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { mediumPaths } from '#db/backup/medium.ts'
import { recordFailed } from '#db/backup/record.ts'
import type { Db } from '#db/connection.ts'
import { copiesOn, listMedia } from '#db/queries/backup.ts'
import { getOffice } from '#db/queries/office.ts'
import { noteTried } from '#db/queries/backup-restores.ts'
import type { BackupCopyRow } from '#db/schema/backup.ts'
import { tryCopy } from '#electron/api/backup/restore-run.ts'
import { openedByOwnKey } from '#electron/api/backup/restore-source.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'

const monthMs = 30 * 86_400_000
const lookEveryMs = 10 * 60_000

/**
 * „Trial restore“ once a month, by itself when a known medium is in: the newest verified copy on it
 * is read, opened, migrated and checked in a folder that goes again.
 */
export function createMonthlyTrial(office: () => OfficeDoor) {
  let lookedAt = -lookEveryMs
  let trying = false
  return {
    /** Called every few seconds; looks every ten minutes, one medium at a time. */
    async beat(): Promise<void> {
      const { vault, busy, copies } = office()
      if (trying || !vault.isOpen || busy !== null || copies.running !== null) return
      if (performance.now() - lookedAt < lookEveryMs) return
      lookedAt = performance.now()
      trying = true
      const release = vault.hold()
      try {
        await tryOne(office())
      } finally {
        release()
        trying = false
      }
    },
  }
}

/** Tries the first medium that is in, due, and can be judged; returns the copy's id, or null. */
export async function tryOne(office: OfficeDoor): Promise<string | null> {
  const { orm } = office.vault.database()
  const officeId = getOffice(orm).id
  for (const medium of listMedia(orm)) {
    const copy = dueCopy(orm, medium.id, office.now())
    if (!copy || (await mediumAt(medium.place, officeId))?.id !== medium.id) continue
    const folder = path.join(mediumPaths(medium.place, officeId).copies, copy.name)
    // One that tells nothing must not keep the next from its turn.
    if (await tryAndNote(office, copy, folder)) return copy.id
  }
  return null
}

/** The newest verified copy of a medium on which no trial went through for a month. */
function dueCopy(db: Db, mediumId: string, now: string): BackupCopyRow | undefined {
  const copies = copiesOn(db, mediumId)
  const verified = copies
    .filter((one) => one.state === 'verified' && one.prunedAt === null)
    .sort((a, b) => b.auditSeq - a.auditSeq)
  const tried = copies
    .map(({ triedAt }) => triedAt ?? '')
    .toSorted()
    .at(-1)
  // A medium that was never tried is due a month after its first copy.
  const since = tried || copies.map(({ createdAt }) => createdAt).toSorted()[0]
  if (since === undefined || Date.parse(now) - Date.parse(since) < monthMs) return undefined
  return verified[0]
}

/** False where nothing can be said of the copy now. */
async function tryAndNote(
  office: OfficeDoor,
  copy: BackupCopyRow,
  folder: string,
): Promise<boolean> {
  const now = office.now()
  const database = office.vault.database()
  try {
    const opened = openedByOwnKey(office, { kind: 'folder', path: folder })
    // Made before a change of key: only a password of that time opens it.
    if (!opened) return false
    try {
      for await (const message of tryCopy(office, opened)) if (message.kind === 'done') break
    } finally {
      opened.key.fill(0)
    }
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error
    if (!['copyDamaged', 'copyIncomplete', 'filesMissing'].includes(error.problem)) return false
    database.transaction((tx) => {
      recordFailed(tx, copy.id, { actor: null, now })
    })
    return true
  }
  database.transaction((tx) => {
    noteTried(tx, copy.id, now)
    appendAudit(tx, {
      at: now,
      actor: null,
      action: 'copy.tried',
      subjectKind: 'copy',
      subjectId: copy.id,
      payload: {},
    })
  })
  return true
}
