import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RescueReason } from '#domain/backup/office-state.ts'
import {
  DatabaseDamaged,
  DatabaseForked,
  DatabaseMissing,
  DatabaseNewer,
  NotADatabase,
  WrongKey,
} from '../errors.ts'
import { KeyringMissing, KeyringNewer } from '../keyring/errors.ts'
import { keyringExists, readKeyring } from '../keyring/store.ts'
import { databaseName } from './swap.ts'

/** Why an office that was set up does not open, from what opening it threw; null: another fault. */
export function reasonOf(error: unknown): RescueReason | null {
  if (error instanceof KeyringMissing) return error.damaged ? 'keyringDamaged' : 'keyringMissing'
  if (error instanceof KeyringNewer) return 'keyringNewer'
  if (error instanceof DatabaseMissing) return 'databaseMissing'
  if (error instanceof WrongKey) return 'databaseOtherKey'
  if (error instanceof DatabaseNewer) return 'databaseNewer'
  if (error instanceof DatabaseForked) return 'databaseForked'
  if (error instanceof DatabaseDamaged || error instanceof NotADatabase) return 'databaseDamaged'
  return null
}

const smallestDatabase = 512

/** What can be told without a key, cheaply: both files are there and can be read at all. */
export function reasonWithoutKey(dataDir: string): RescueReason | null {
  const database = join(dataDir, databaseName)
  if (!keyringExists(dataDir)) return existsSync(database) ? 'keyringMissing' : null
  try {
    readKeyring(dataDir, { repair: false })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    return reason
  }
  if (!existsSync(database)) return 'databaseMissing'
  return statSync(database).size < smallestDatabase ? 'databaseDamaged' : null
}
