import path from 'node:path'
import { z } from 'zod'
import type { CopyManifest } from '#domain/backup/schema.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { expectKnownSchema, readManifest } from '#db/backup/manifest.ts'
import { copiedKeyring } from '#db/backup/restore.ts'
import { snapshotsFolder } from '#db/backup/snapshot.ts'
import { WrongPassword, SlotMissing } from '#db/keyring/errors.ts'
import type { Keyring } from '#db/keyring/format.ts'
import { unlockWithPassword, unlockWithRecovery } from '#db/keyring/keyring.ts'
import { keyIdOf } from '#db/keyring/slot.ts'
import { readKeyring } from '#db/keyring/store.ts'
import type { OfficeDoor } from '#electron/office/interface.ts'
import { apiError } from './kernel/errors.ts'

/** Which copy: one of the snapshots beside the database, or the folder of a copy on a medium. */
export const copySourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), name: z.string().regex(/^[\w-]{1,60}$/) }),
  z.object({ kind: z.literal('folder'), path: z.string().min(1).max(1000) }),
])
export type CopySource = z.output<typeof copySourceSchema>

/** What opens a copy: a password of a profile of that time, or its recovery sheet. */
export const copySecretSchema = z.union([
  z.object({
    slotId: z.string().max(64),
    password: z.string().min(1, 'passwordRequired').max(500, 'passwordTooLong'),
  }),
  z.object({ code: z.string().min(1).max(200) }),
])
export type CopySecret = z.output<typeof copySecretSchema>

export interface FoundSource {
  folder: string
  /** The store in which the copy's files lie. */
  store: string
  manifest: CopyManifest
  keyring: Keyring
}

export interface OpenedSource extends FoundSource {
  key: Buffer
  /** Slot that opened it; null: the sheet, or the key that the office has anyway. */
  slotId: string | null
}

/**
 * The copy, by what it says about itself, of this office and of a schema that this program knows.
 * Throws BackupFailed.
 */
export function findSource(office: OfficeDoor, source: CopySource): FoundSource {
  const folder =
    source.kind === 'snapshot'
      ? path.join(office.dataDir, snapshotsFolder, source.name)
      : path.resolve(source.path)
  const { manifest } = readManifest(folder)
  expectKnownSchema(manifest)
  const keyring = copiedKeyring(folder, manifest)
  const own = ownOfficeId(office)
  if (own !== null && own !== manifest.officeId) throw new BackupFailed('otherOffice')
  const store = source.kind === 'snapshot' ? office.filesDir : path.join(folder, '../..', 'files')
  return { folder, store, manifest, keyring }
}

/** Opens it; wrong passwords of a copy wait as those of the log-in do. Overwrite the key afterwards. */
export async function openSource(
  office: OfficeDoor,
  source: CopySource,
  secret: CopySecret,
): Promise<OpenedSource> {
  const found = findSource(office, source)
  const attempted = 'code' in secret ? 'recovery' : secret.slotId
  const seconds = office.attempts.secondsToWait(attempted)
  if (seconds > 0) throw apiError('TRY_LATER', { seconds })
  try {
    const opened =
      'code' in secret
        ? {
            slotId: null,
            key: (await unlockWithRecovery(found.keyring, secret.code, office.hashing)).databaseKey,
          }
        : {
            slotId: secret.slotId,
            key: await unlockWithPassword(
              found.keyring,
              secret.slotId,
              secret.password,
              office.hashing,
            ),
          }
    office.attempts.succeeded(attempted)
    return { ...found, ...opened }
  } catch (error) {
    if (error instanceof WrongPassword) office.attempts.note(attempted)
    if (error instanceof WrongPassword || error instanceof SlotMissing)
      throw apiError('UNAUTHENTICATED', { reason: 'code' in secret ? 'badCode' : 'badPassword' })
    throw error
  }
}

/** The copy under the key that the office works with: nobody needs to type anything. */
export function openedByOwnKey(office: OfficeDoor, source: CopySource): OpenedSource | null {
  const found = findSource(office, source)
  const key = office.vault.key()
  if (keyIdOf(key) !== found.manifest.keyId) return null
  return { ...found, key: Buffer.from(key), slotId: null }
}

/** Id of the office that stands here; null: none, or its keyring cannot be read or is of another. */
function ownOfficeId(office: OfficeDoor): string | null {
  if (office.rescueReason() === 'databaseOtherKey') return null
  try {
    return readKeyring(office.dataDir, { repair: false }).keyring.officeId
  } catch {
    return null
  }
}
