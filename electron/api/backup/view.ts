import { join } from 'node:path'
import { civilDateAt } from '#domain/calendar/instant.ts'
import { backupLight } from '#domain/backup/light.ts'
import { listAsides } from '#db/backup/aside.ts'
import { freeBytesAt, mediumAt } from '#db/backup/drives.ts'
import { mediumPaths } from '#db/backup/medium.ts'
import { listSnapshots } from '#db/backup/snapshot.ts'
import type { Db } from '#db/connection.ts'
import {
  lastVerifiedCopy,
  listMedia,
  listMediumCopies,
  type ListedCopy,
} from '#db/queries/backup.ts'
import { keyIdOf } from '#db/keyring/slot.ts'
import { getOffice } from '#db/queries/office.ts'
import { unconfirmedRestore } from '#db/queries/backup-restores.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { settingValue } from '../kernel/settings.ts'

/** The light beside „Архив“: the last verified copy, its medium and its age. */
export function lightOf(db: Db, today: string) {
  const last = lastVerifiedCopy(db)
  const maxAgeDays = settingValue(db, 'backupMaxAgeDays', today)
  // Its age is that of what is in it, not of the last time that it was read.
  const date = last ? civilDateAt(last.createdAt) : null
  return { ...backupLight(date, today, maxAgeDays), maxAgeDays, last }
}

/** After a restore no number is drawn until somebody typed the last ones on paper. */
export function numbersWait(db: Db): boolean {
  return unconfirmedRestore(db) !== undefined
}

/** One copy on a medium, as the list shows it. */
export function copyView(copy: ListedCopy, folder?: string) {
  const { id, mediumId, name, createdAt, people, auditSeq, bytes, state, verifiedAt, triedAt } =
    copy
  const { madeByName: madeBy, lastEntryAt } = copy
  return {
    ...{ id, mediumId, name, createdAt, people, auditSeq, bytes, state, verifiedAt, triedAt },
    ...{ madeBy, lastEntryAt },
    /** Where it lies while its medium is in. */
    folder: folder ?? null,
  }
}

/** Everything the page „Архив“ shows but the drives, which take a moment to ask. */
export async function overviewOf(office: OfficeDoor, db: Db, today: string) {
  const light = lightOf(db, today)
  const copies = listMediumCopies(db)
  const warnBelow = settingValue(db, 'freeSpaceWarnMegabytes', today) * 1_000_000
  const officeId = getOffice(db).id
  const rows = listMedia(db)
  const media = await Promise.all(
    rows.map(async ({ id, name, place, lastSeenAt }) => {
      const seenNow = (await mediumAt(place, officeId))?.id === id
      return {
        ...{ id, name, place, lastSeenAt, seenNow },
        freeBytes: seenNow ? await freeBytesAt(place) : null,
        copies: copies
          .filter((one) => one.mediumId === id)
          .map((one) =>
            copyView(
              one,
              seenNow ? join(mediumPaths(place, officeId).copies, one.name) : undefined,
            ),
          ),
      }
    }),
  )
  const free = await freeBytesAt(office.dataDir)
  return {
    light,
    media,
    snapshots: listSnapshots(office.dataDir).map(
      ({ name, begunAt, manifest, problem, params }) => ({
        name,
        problem,
        params,
        occasion: manifest?.occasion ?? null,
        createdAt: manifest?.createdAt ?? begunAt,
        people: manifest?.counts.people ?? null,
        bytes: manifest?.database.size ?? null,
        lastEntryAt: manifest?.auditHead?.recordedAt ?? null,
      }),
    ),
    asides: asidesOf(office, db),
    snapshotFailure: office.copies.snapshotFailure,
    ownDisk: { freeBytes: free, warnBelow, low: free !== null && free < warnBelow },
    running: office.copies.running,
    numbersWait: numbersWait(db),
  }
}

/** What was put aside beside the database, how much room it takes, and why it stays. */
function asidesOf(office: OfficeDoor, db: Db) {
  const keyId = keyIdOf(office.vault.key())
  return listAsides(db, office.dataDir, { now: office.now(), keyId }).map(
    ({ safetyCopy: _, ...shown }) => shown,
  )
}
