import path from 'node:path'
import { reasonOf, reasonWithoutKey } from '#db/backup/rescue.ts'
import { makeSnapshot } from '#db/backup/snapshot.ts'
import { databaseName, finishSwap, isSwapping } from '#db/backup/swap.ts'
import { openDatabase, type Database } from '#db/connection.ts'
import { keyringExists } from '#db/keyring/store.ts'
import { migrate } from '#db/migrate.ts'
import type { RescueReason } from '#domain/backup/office-state.ts'
import { completeOffice } from '#electron/api/kernel/seed.ts'
import { OfficeNotOpening } from '#electron/api/kernel/office-door.ts'

/** Opens the database with a key, and remembers why it did not open: the page asks without a key. */
export function createOpening(parts: { dataDir: string; version: string; clock(): number }) {
  const { dataDir, version } = parts
  let notOpening: RescueReason | null = null

  const openAndMigrate = (key: Buffer): Database => {
    const now = new Date(parts.clock())
    const database = openDatabase(path.join(dataDir, databaseName), key, {
      create: !keyringExists(dataDir),
    })
    const snapshot = () =>
      makeSnapshot({
        dataDir,
        database,
        key,
        now,
        occasion: 'migration',
        madeBy: null,
        programVersion: version,
      }).name
    try {
      migrate(database, { now, snapshot })
      if (keyringExists(dataDir)) completeOffice(database, now.toISOString())
    } catch (error) {
      database.close()
      throw error
    }
    return database
  }

  return {
    /** A swap that stopped in the middle may just have taken the keyring out. */
    isNew: () => !keyringExists(dataDir) && !isSwapping(dataDir),
    openWith(key: Buffer): Database {
      // A disk that refused in the middle of a swap may let it end now.
      finishSwap(dataDir)
      try {
        const database = openAndMigrate(key)
        notOpening = null
        return database
      } catch (error) {
        notOpening = reasonOf(error)
        throw notOpening ? new OfficeNotOpening(notOpening) : error
      }
    },
    reason: () => reasonWithoutKey(dataDir) ?? notOpening,
    damaged() {
      notOpening = 'databaseDamaged'
    },
    /** What stands there now was not opened yet. */
    forget() {
      notOpening = null
    },
  }
}
