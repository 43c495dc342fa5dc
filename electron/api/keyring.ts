import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import type { RestoreStep } from '#domain/backup/schema.ts'
import { stageFolder, swapIn } from '#db/backup/swap.ts'
import { databaseKeyBytes } from '#db/connection.ts'
import { removeTree } from '#db/durable.ts'
import { newId } from '#db/ids.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { readKeyring } from '#db/keyring/store.ts'
import type { Alone, OfficeDoor, Session } from '#electron/office/interface.ts'
import { exclusiveJob } from './kernel/procedures.ts'
import { tryOnce } from './kernel/tries.ts'

type KeyEvent =
  | { kind: 'progress'; step: RestoreStep; done: number; total: number }
  | { kind: 'done'; changedAt: string }

/** The key of the database. */
export const keyring = {
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
    swapIn(office.dataDir, { id, purpose: 'keyChange', now })
    alone.openVault(newKey)
    yield* snapshotUnder(office, actor, newKey)
    yield { kind: 'done', changedAt: now }
  } finally {
    newKey.fill(0)
    removeTree(path.join(office.dataDir, 'work', id))
  }
}

/** So that a whole copy opens with the new key, before those under the old one are removed. */
async function* snapshotUnder(
  office: OfficeDoor,
  actor: Session,
  key: Buffer,
): AsyncGenerator<KeyEvent, void, void> {
  yield { kind: 'progress', step: 'safety', done: 0, total: 1 }
  const order = { occasion: 'keyChange' as const, madeBy: actor.displayName, olderThanMs: 0 }
  for await (const message of office.runJob('snapshot', key, order))
    if (message.kind === 'done') return
}
