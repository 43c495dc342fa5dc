import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RestoreStep } from '#domain/backup/schema.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { isSwapping, removeStaged, stageFolder, swapIn } from '#db/backup/swap.ts'
import { databaseKeyBytes } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { readKeyring } from '#db/keyring/store.ts'
import type { Alone, OfficeDoor, Session } from '#electron/api/kernel/office-door.ts'
import { exclusiveJob } from '../kernel/long-work.ts'
import { tryOnce } from '../kernel/tries.ts'

type KeyEvent =
  | { kind: 'progress'; step: RestoreStep; done: number; total: number }
  /** `copyMissing`: no snapshot under the new key could be made; the next log-in tries again. */
  | { kind: 'done'; changedAt: string; copyMissing: boolean }

/** The key of the database. */
export default {
  /**
   * Another key for the database, without other people's passwords. Copies made before open with the
   * old key, to whoever knows an old password.
   */
  change: exclusiveJob(
    {
      permission: 'accounts.manage',
      audit: 'key.changed',
      reason: 'keyChange',
      input: z.object({ password: z.string().min(1, 'passwordRequired').max(500) }),
    },
    ({ input, office, actor }) => expectOwnPassword(office, actor, input.password),
    ({ office, actor, alone }) => changeKey(office, actor, alone),
  ),
}

function expectOwnPassword(
  office: OfficeDoor,
  { slotId }: Session,
  password: string,
): Promise<void> {
  return tryOnce(office, slotId, 'badPassword', async () => {
    const { keyring } = readKeyring(office.dataDir)
    const key = await unlockWithPassword(keyring, slotId, password, office.hashing)
    key.fill(0)
    office.attempts.succeeded(slotId)
  })
}

async function* changeKey(
  office: OfficeDoor,
  actor: Session,
  alone: Alone,
): AsyncGenerator<KeyEvent, void, void> {
  const id = newId()
  const now = office.now()
  const newKey = randomBytes(databaseKeyBytes)
  const oldKey = Buffer.from(office.vault.key())
  try {
    const order = {
      newKey: Uint8Array.from(newKey),
      target: stageFolder(office.dataDir, id),
      actor: actor.accountId,
    }
    let revision: number | undefined
    for await (const message of office.runJob('rekey', office.vault.key(), order)) {
      if (message.kind === 'done') revision = message.report.revision
      if (message.kind === 'progress') yield message
    }
    // Sealed for a keyring that is not the one any more: the next try finds the new one.
    if (readKeyring(office.dataDir).keyring.revision !== revision)
      throw new Error('the keyring changed while the key was changed')
    yield { kind: 'progress', step: 'swap', done: 0, total: 1 }
    alone.closeVault()
    try {
      swapIn(office.dataDir, { id, purpose: 'keyChange', now, safetyCopy: null })
    } catch (error) {
      if (!isSwapping(office.dataDir)) alone.stayWith(oldKey)
      throw error
    }
    alone.stayWith(newKey)
    yield { kind: 'progress', step: 'safety', done: 0, total: 1 }
    const copied = await snapshotUnder(office, actor, newKey)
    yield { kind: 'done', changedAt: now, copyMissing: !copied }
  } finally {
    newKey.fill(0)
    oldKey.fill(0)
    removeStaged(office.dataDir, id)
  }
}

/**
 * So that a whole copy opens with the new key, before those under the old one are removed. The key is
 * changed already: what goes wrong here must not be told as a change that failed.
 */
async function snapshotUnder(office: OfficeDoor, actor: Session, key: Buffer): Promise<boolean> {
  const order = { occasion: 'keyChange' as const, madeBy: actor.displayName, olderThanMs: 0 }
  try {
    for await (const message of office.runJob('snapshot', key, order))
      if (message.kind === 'done') return true
  } catch (error) {
    if (!(error instanceof BackupFailed)) office.logFault('snapshot', error)
  }
  return false
}
