import { appendAudit } from '#db/audit/append.ts'
import type { Database, Db } from '#db/connection.ts'
import { unlessDiskRefuses } from '#db/durable.ts'
import { SlotForged } from '#db/keyring/errors.ts'
import type { Keyring, Slot } from '#db/keyring/format.ts'
import {
  expectTrusted,
  keepTrusted,
  keyringFaults,
  unlockWithPassword,
} from '#db/keyring/keyring.ts'
import { readKeyring, writeKeyring } from '#db/keyring/store.ts'
import { accountOfSlot, trustedSlots } from '#db/keyring/verifier.ts'
import type { AccountRow } from '#db/schema/accounts.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import { tryOnce } from '../kernel/tries.ts'

/** Tries at profiles that are not there are written down under this; not what was tried. */
const unknownSlot = 'unknown'

export function refused(reason: 'badPassword' | 'badCode' | 'oldKeys') {
  return apiError('UNAUTHENTICATED', { reason })
}

/** Opens the vault with a slot's password and returns the account the database knows it as. */
export async function unlockAccount(
  office: OfficeDoor,
  id: string,
  typed: string,
): Promise<AccountRow> {
  if (office.isNew()) throw apiError('UNAUTHENTICATED', { reason: 'notSetUp' })
  // Only what is a slot has tries to count.
  if (!accountSlot(readKeyring(office.dataDir).keyring, id)) tryAtNobody(office)
  return tryOnce(office, id, 'badPassword', async () => {
    const { keyring } = readKeyring(office.dataDir)
    const slot = accountSlot(keyring, id)
    // Taken away while this try waited for its turn.
    if (!slot) throw refused('badPassword')
    const key = await unlockWithPassword(keyring, id, typed, office.hashing)
    const release = office.vault.hold()
    try {
      return admitted(office, key, slot)
    } finally {
      key.fill(0)
      release()
    }
  })
}

/** Nothing can open: it is written down, and nobody else waits for it. */
function tryAtNobody(office: OfficeDoor): never {
  office.attempts.note(unknownSlot)
  throw refused('badPassword')
}

function accountSlot(keyring: Keyring, id: string): Slot | undefined {
  return keyring.slots.find((slot) => slot.id === id && slot.kind === 'account')
}

function admitted(office: OfficeDoor, key: Buffer, slot: Slot): AccountRow {
  const database = office.vault.open(key)
  let account: AccountRow
  try {
    account = accountOfSlot(database.orm, slot)
  } catch (error) {
    if (!(error instanceof SlotForged)) throw error
    database.transaction((tx) => {
      appendAudit(tx, {
        at: office.now(),
        actor: null,
        action: 'keyring.slotRefused',
        subjectKind: 'slot',
        subjectId: slot.id,
        payload: {},
      })
    })
    // The password is right, and of another time: whoever put an older keyring back is told.
    throw refused('oldKeys')
  }
  // A full disk still opens for reading: what could not be written is there at the next log-in.
  unlessDiskRefuses(() => {
    settleKeyring(office, database)
    office.attempts.succeeded(slot.id)
    writeAttempts(office, database)
  })
  return account
}

/**
 * Leftovers of a change that was cut off: slots that the database does not name. In an older keyring,
 * where others are missing, they are all that names the profile to whoever has the recovery sheet.
 */
function settleKeyring(office: OfficeDoor, database: Database): void {
  const { keyring } = readKeyring(office.dataDir)
  const tidy = keepTrusted(keyring, trustedSlots(database.orm))
  if (tidy !== keyring && keyringFaults(tidy, trustedSlots(database.orm)) === 0)
    writeKeyring(office.dataDir, tidy)
}

/** A sheet that was replaced opens an older keyring, and nothing else. */
export function expectOwnSheet(db: Db, sheet: Slot): void {
  try {
    expectTrusted(sheet, trustedSlots(db))
  } catch {
    throw refused('badCode')
  }
}

function writeAttempts(office: OfficeDoor, database: Database): void {
  office.attempts.drain((attempts, dropped) => {
    database.transaction((tx) => {
      for (const attempt of attempts)
        appendAudit(tx, {
          at: office.now(),
          actor: null,
          action: 'session.refused',
          subjectKind: 'slot',
          subjectId: attempt.slotId,
          payload: { at: attempt.at, dropped },
        })
    })
  })
}
