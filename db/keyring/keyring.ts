import { randomBytes, timingSafeEqual } from 'node:crypto'
import { databaseKeyBytes } from '../connection.ts'
import { SlotForged, SlotMissing, WrongPassword } from './errors.ts'
import { keyringFormat, slotFingerprint, type Keyring, type Slot } from './format.ts'
import type { HashOptions } from './password-hash.ts'
import { newRecoveryCode, parseRecoveryCode } from './recovery-code.ts'
import { keyIdOf, makeSlot, openPrivateKey, sealKey, unsealKey } from './slot.ts'

/**
 * Keyrings are values: every change returns a new one, with the next revision, that the caller
 * writes with `writeKeyring`. The order of a change against the database (new slot into the file →
 * its fingerprint into the database → old slot out of the file) is in docs/decisions/0003.
 */
export interface CreatedKeyring {
  keyring: Keyring
  databaseKey: Buffer
  slot: Slot
  recoverySlot: Slot
  /** To be printed once; never stored, logged or cached. */
  recoveryCode: string
}

/** A new office: a new database key, the first account's slot and the recovery slot. */
export async function createKeyring(
  wanted: { officeId: string; officeName: string; displayName: string; password: string },
  options: HashOptions = {},
): Promise<CreatedKeyring> {
  const databaseKey = randomBytes(databaseKeyBytes)
  const { officeId, officeName, displayName, password } = wanted
  const recoveryCode = newRecoveryCode()
  const slot = await makeSlot(
    { officeId, kind: 'account', displayName, secret: password },
    databaseKey,
    options,
  )
  const recoverySlot = await makeSlot(
    { officeId, kind: 'recovery', displayName: '', secret: recoveryCode },
    databaseKey,
    options,
  )
  const keyring: Keyring = {
    format: keyringFormat,
    officeId,
    officeName,
    revision: 1,
    keyId: keyIdOf(databaseKey),
    slots: [slot, recoverySlot],
  }
  return { keyring, databaseKey, slot, recoverySlot, recoveryCode }
}

/** The database key. Throws SlotMissing, WrongPassword, SlotParametersRefused. */
export async function unlockWithPassword(
  keyring: Keyring,
  slotId: string,
  password: string,
  options: HashOptions = {},
): Promise<Buffer> {
  return unlock(keyring, findSlot(keyring, slotId, 'account'), password, options)
}

/** The database key from the typed recovery code. Throws WrongPassword, also for a mistyped code. */
export async function unlockWithRecovery(
  keyring: Keyring,
  typedCode: string,
  options: HashOptions = {},
): Promise<{ databaseKey: Buffer; slot: Slot }> {
  const parsed = parseRecoveryCode(typedCode)
  if (!parsed.ok) throw new WrongPassword()
  let failure: unknown = new SlotMissing()
  // Two for a moment only: while a sheet is being reissued.
  for (const slot of keyring.slots.filter((one) => one.kind === 'recovery')) {
    try {
      return { databaseKey: await unlock(keyring, slot, parsed.code, options), slot }
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

/** A slot for one more account. Its id and fingerprint go into the account's row. */
export async function addSlot(
  keyring: Keyring,
  databaseKey: Buffer,
  account: { displayName: string; password: string },
  options: HashOptions = {},
): Promise<{ keyring: Keyring; slot: Slot }> {
  expectKey(keyring, databaseKey)
  const slot = await makeSlot(
    {
      officeId: keyring.officeId,
      kind: 'account',
      displayName: account.displayName,
      secret: account.password,
    },
    databaseKey,
    options,
  )
  return { keyring: changed(keyring, [...keyring.slots, slot]), slot }
}

/** A leaver, or the old slot after a reset. Nobody else's password is needed. */
export function removeSlot(keyring: Keyring, slotId: string): Keyring {
  const rest = keyring.slots.filter((slot) => slot.id !== slotId)
  if (rest.length === keyring.slots.length) throw new SlotMissing()
  return changed(keyring, rest)
}

/**
 * The own password: a slot of its own for the new one, so that the database can tell it from the old –
 * a keyring of before, put back, opens nobody. The old slot stays until the database names the new
 * one; then `removeSlot`. Throws WrongPassword.
 */
export async function changePassword(
  keyring: Keyring,
  slotId: string,
  oldPassword: string,
  newPassword: string,
  options: HashOptions = {},
): Promise<{ keyring: Keyring; slot: Slot }> {
  const { displayName } = findSlot(keyring, slotId, 'account')
  const databaseKey = await unlockWithPassword(keyring, slotId, oldPassword, options)
  try {
    return await addSlot(keyring, databaseKey, { displayName, password: newPassword }, options)
  } finally {
    databaseKey.fill(0)
  }
}

/**
 * A new slot for an account whose password is forgotten: needs the database key, not the old
 * password. The old slot stays until the database names the new one; then `removeSlot`.
 */
export async function resetPassword(
  keyring: Keyring,
  databaseKey: Buffer,
  slotId: string,
  newPassword: string,
  options: HashOptions = {},
): Promise<{ keyring: Keyring; slot: Slot }> {
  const { displayName } = findSlot(keyring, slotId, 'account')
  return addSlot(keyring, databaseKey, { displayName, password: newPassword }, options)
}

/** A new recovery sheet. The old slot stays until the database names the new one. */
export async function reissueRecovery(
  keyring: Keyring,
  databaseKey: Buffer,
  options: HashOptions = {},
): Promise<{ keyring: Keyring; slot: Slot; recoveryCode: string }> {
  expectKey(keyring, databaseKey)
  const recoveryCode = newRecoveryCode()
  const slot = await makeSlot(
    { officeId: keyring.officeId, kind: 'recovery', displayName: '', secret: recoveryCode },
    databaseKey,
    options,
  )
  return { keyring: changed(keyring, [...keyring.slots, slot]), slot, recoveryCode }
}

/** A slot that the database knows: see verifier.ts. */
export interface TrustedSlot {
  slotId: string
  fingerprint: string
  kind: Slot['kind']
}

/**
 * The same slots around another database key, for a change of key. Throws SlotForged when the
 * file holds a slot that the database does not know: the new key would be handed to it.
 */
export function resealAll(
  keyring: Keyring,
  newDatabaseKey: Buffer,
  trusted: readonly TrustedSlot[],
): Keyring {
  for (const slot of keyring.slots) expectTrusted(slot, trusted)
  const slots = keyring.slots.map((slot) => ({
    ...slot,
    sealedKey: sealKey(slot.publicKey, newDatabaseKey),
  }))
  return { ...changed(keyring, slots), keyId: keyIdOf(newDatabaseKey) }
}

/** Throws SlotForged unless the database knows this slot with this key and kind. */
export function expectTrusted(slot: Slot, trusted: readonly TrustedSlot[]): void {
  if (!isTrusted(slot, trusted)) throw new SlotForged()
}

function isTrusted(slot: Slot, trusted: readonly TrustedSlot[]): boolean {
  return trusted.some(
    (one) =>
      one.slotId === slot.id && one.fingerprint === slotFingerprint(slot) && one.kind === slot.kind,
  )
}

/**
 * How far a keyring is from what the database knows: slots of it that are not there, and slots that
 * are there and none of it. An older one, put back, is both; 0: it is the keyring of this database.
 */
export function keyringFaults(keyring: Keyring, trusted: readonly TrustedSlot[]): number {
  const known = keyring.slots.filter((slot) => isTrusted(slot, trusted)).length
  return trusted.length - known + (keyring.slots.length - known)
}

/** Leftovers of a change that was cut off: slots that the database does not know are dropped. */
export function keepTrusted(keyring: Keyring, trusted: readonly TrustedSlot[]): Keyring {
  const slots = keyring.slots.filter((slot) => isTrusted(slot, trusted))
  return slots.length === keyring.slots.length ? keyring : changed(keyring, slots)
}

/**
 * The keyring of a copy whose database knows these slots, from the office's keyring as it was before
 * and after the copying: a password that was changed meanwhile has another slot before and after.
 * Null where a slot is in neither, though the keyring changed: it came and went in between.
 */
export function keyringOfCopy(
  before: Keyring,
  after: Keyring,
  trusted: readonly TrustedSlot[],
): Keyring | null {
  if (before.revision === after.revision) return after
  const fromBefore = before.slots.filter(({ id }) => !after.slots.some((one) => one.id === id))
  const kept = keepTrusted({ ...after, slots: [...after.slots, ...fromBefore] }, trusted)
  return kept.slots.length === trusted.length ? kept : null
}

/** The readable names, as the office and the account are called now. */
export function renameInKeyring(
  keyring: Keyring,
  names: { officeName?: string; slots?: Record<string, string> },
): Keyring {
  const slots = keyring.slots.map((slot) => ({
    ...slot,
    displayName: names.slots?.[slot.id] ?? slot.displayName,
  }))
  return { ...changed(keyring, slots), officeName: names.officeName ?? keyring.officeName }
}

async function unlock(
  keyring: Keyring,
  slot: Slot,
  secret: string,
  options: HashOptions,
): Promise<Buffer> {
  const der = await openPrivateKey(keyring.officeId, slot, secret, options)
  try {
    const databaseKey = unsealKey(der, slot)
    expectKey(keyring, databaseKey)
    return databaseKey
  } finally {
    der.fill(0)
  }
}

function expectKey(keyring: Keyring, databaseKey: Buffer): void {
  const found = Buffer.from(keyIdOf(databaseKey))
  if (!timingSafeEqual(found, Buffer.from(keyring.keyId))) throw new SlotForged()
}

function findSlot(keyring: Keyring, slotId: string, kind: Slot['kind']): Slot {
  const slot = keyring.slots.find((one) => one.id === slotId && one.kind === kind)
  if (!slot) throw new SlotMissing()
  return slot
}

function changed(keyring: Keyring, slots: Slot[]): Keyring {
  return { ...keyring, slots, revision: keyring.revision + 1 }
}
