import path from 'node:path'
import { z } from 'zod'
import { placeSchema, type CopyManifest } from '#domain/backup/schema.ts'
import { keyringsAside } from '#db/backup/aside.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { expectKnownSchema, readManifest } from '#db/backup/manifest.ts'
import { expectAnswer } from '#db/backup/place-answers.ts'
import { copiedKeyring } from '#db/backup/restore.ts'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import type { Keyring } from '#db/keyring/format.ts'
import { unlockWithPassword, unlockWithRecovery } from '#db/keyring/keyring.ts'
import { keyIdOf } from '#db/keyring/slot.ts'
import { readKeyring } from '#db/keyring/store.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import { tryOnce } from '../kernel/tries.ts'

/** Which copy: one of the snapshots beside the database, or the folder of a copy on a medium. */
export const copySourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), name: z.string().regex(/^[\w-]{1,60}$/) }),
  z.object({ kind: z.literal('folder'), path: placeSchema }),
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

/** A folder that a person named answers: BackupFailed placeSilent. */
export async function expectSource(source: CopySource): Promise<void> {
  if (source.kind === 'folder') await expectAnswer(path.resolve(source.path))
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
  const own = ownOffices(office)
  if (own.size > 0 && !own.has(manifest.officeId)) throw new BackupFailed('otherOffice')
  const store = source.kind === 'snapshot' ? office.filesDir : path.join(folder, '../..', 'files')
  return { folder, store, manifest, keyring }
}

/** Opens it; wrong passwords of a copy wait as those of the log-in do. Overwrite the key afterwards. */
export async function openSource(
  office: OfficeDoor,
  source: CopySource,
  secret: CopySecret,
): Promise<OpenedSource> {
  await expectSource(source)
  const found = findSource(office, source)
  if ('code' in secret)
    return tryOnce(office, 'recovery', 'badCode', async () => {
      const { databaseKey } = await unlockWithRecovery(found.keyring, secret.code, office.hashing)
      office.attempts.succeeded('recovery')
      return { ...found, key: databaseKey, slotId: null }
    })
  const { slotId, password } = secret
  // Only what is a slot has tries to count.
  if (!found.keyring.slots.some(({ id, kind }) => id === slotId && kind === 'account'))
    throw apiError('UNAUTHENTICATED', { reason: 'badPassword' })
  return tryOnce(office, slotId, 'badPassword', async () => {
    const key = await unlockWithPassword(found.keyring, slotId, password, office.hashing)
    office.attempts.succeeded(slotId)
    return { ...found, key, slotId }
  })
}

/** The copy under the key that the office works with: nobody needs to type anything. */
export function openedByOwnKey(office: OfficeDoor, source: CopySource): OpenedSource | null {
  const found = findSource(office, source)
  const key = office.vault.key()
  if (keyIdOf(key) !== found.manifest.keyId) return null
  return { ...found, key: Buffer.from(key), slotId: null }
}

/**
 * Ids of the offices whose data these may be. The keyring says it where it opens what stands here;
 * where it is lost or of another office, whatever was copied or put aside beside it still does. Empty:
 * nothing tells, as on a fresh computer.
 */
function ownOffices(office: OfficeDoor): Set<string> {
  const { dataDir } = office
  const named = keyringOffice(dataDir)
  if (named !== null && office.rescueReason() !== 'databaseOtherKey') return new Set([named])
  const traces = [
    ...listSnapshots(dataDir).flatMap(({ manifest }) => manifest?.officeId ?? []),
    ...keyringsAside(dataDir).map(({ officeId }) => officeId),
  ]
  // A keyring that opens nothing is itself no proof, and none against whom the traces name.
  return new Set(traces.length > 0 && named !== null ? [...traces, named] : traces)
}

function keyringOffice(dataDir: string): string | null {
  try {
    return readKeyring(dataDir, { repair: false }).keyring.officeId
  } catch {
    return null
  }
}
