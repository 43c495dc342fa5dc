import type { Database } from '#db/connection.ts'
import { unlessDiskRefuses } from '#db/durable.ts'
import { OfficeLockedError, type Vault } from '#electron/api/kernel/office-door.ts'

export interface VaultOptions {
  /** Opens and migrates the database with this key. */
  openWith(key: Buffer): Database
  beforeClose(database: Database): void
}

/**
 * Holds the open database and its key exactly as long as somebody is unlocked or work runs.
 * Closing checkpoints the file and overwrites the key in memory.
 */
export function createVault(
  options: VaultOptions,
): Vault & { closeWhenQuiet(anyUnlocked: boolean): void; close(): void; readonly isHeld: boolean } {
  let opened: { database: Database; key: Buffer } | undefined
  let holds = 0
  // It goes on where the disk has no room for it: what was saved stands in the journal until the
  // database is opened again, what was read waits in memory. Otherwise nobody could log out, and the
  // folder would stay taken.
  const close = () => {
    if (!opened) return
    const { database, key } = opened
    try {
      unlessDiskRefuses(() => {
        options.beforeClose(database)
      })
    } finally {
      opened = undefined
      try {
        unlessDiskRefuses(() => {
          database.close()
        })
      } finally {
        key.fill(0)
      }
    }
  }
  return {
    get isOpen() {
      return opened !== undefined
    },
    get isHeld() {
      return holds > 0
    },
    database() {
      if (!opened) throw new OfficeLockedError('nobody is unlocked')
      return opened.database
    },
    key() {
      if (!opened) throw new OfficeLockedError('nobody is unlocked')
      return opened.key
    },
    open(key) {
      if (opened) return opened.database
      const own = Buffer.from(key)
      opened = { database: options.openWith(own), key: own }
      return opened.database
    },
    hold() {
      holds += 1
      let released = false
      return () => {
        if (!released) holds -= 1
        released = true
      }
    },
    closeWhenQuiet(anyUnlocked) {
      // An action may end its own session (its rights changed): the next beat closes the vault.
      const busy = holds > 0 || opened?.database.raw.inTransaction === true
      if (!anyUnlocked && !busy) close()
    },
    close,
  }
}
