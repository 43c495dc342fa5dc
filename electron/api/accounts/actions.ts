import { z } from 'zod'
import { accountsList } from '#domain/accounts/list.ts'
import { checkPassword } from '#domain/accounts/password.ts'
import { nobody } from '#domain/applications/responsible.ts'
import { accountSchema } from '#domain/accounts/schema.ts'
import { newId } from '#db/ids.ts'
import { slotFingerprint } from '#db/keyring/format.ts'
import { addSlot, removeSlot, renameInKeyring } from '#db/keyring/keyring.ts'
import { readKeyring, writeKeyring } from '#db/keyring/store.ts'
import {
  displayNameKey,
  findAccount,
  findAccountByName,
  getAccount,
  insertAccount,
  listAccounts,
  setAccountSlot,
  setPreferences,
  updateAccount,
} from '#db/queries/accounts.ts'
import { lastActor } from '#db/queries/audit.ts'
import { openCasesOf } from '#db/queries/application-responsible.ts'
import { getOffice } from '#db/queries/office.ts'
import type { AccountRow } from '#db/schema/accounts.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { leaveCases } from '../applications/leaving.ts'
import { colleaguesOf } from '../applications/whose.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand, existing, ruleError } from '../kernel/faults.ts'
import { id, which } from '../kernel/ids.ts'
import { jsonSchema } from '../kernel/json.ts'
import { preparedAction } from '../kernel/actions.ts'
import { defineList } from '../kernel/lists.ts'
import { read, self } from '../kernel/procedures.ts'
import { accountsSource } from './list.ts'

const newPassword = z.string().min(1, 'passwordRequired').max(500, 'passwordTooLong')

/** The look of a screen is a handful of choices; it comes along with every log-in. */
const screen = jsonSchema.refine((look) => JSON.stringify(look).length <= 2_000, 'tooLong')

/**
 * Profiles for logging in. A change of the keyring goes in an order that a crash cannot turn into
 * a lock-out: new slot into the file → its fingerprint into the database → old slot out of the file.
 */
export default {
  ...defineList(accountsList, accountsSource),

  find: read(
    { permission: 'accounts.manage', audit: 'none', input: z.object({ id }) },
    ({ db, input }) => {
      const { id: own } = input
      return {
        ...shownAccount(existing(findAccount(db, own))),
        /** Cases that are not left behind unsaid when the profile is closed, and who may have them. */
        cases: openCasesOf(db, own).length,
        colleagues: colleaguesOf(db).filter((one) => one.id !== own),
      }
    },
  ),

  create: preparedAction(
    {
      permission: 'accounts.manage',
      audit: 'account.created',
      subject: 'account',
      input: accountSchema.extend({ password: newPassword }),
    },
    async ({ input, office, db }) => {
      demand(checkPassword(input.password, { names: [input.displayName] }))
      if (findAccountByName(db, input.displayName)) throw nameTaken()
      const { keyring } = readKeyring(office.dataDir)
      const grown = await addSlot(keyring, office.vault.key(), input, office.hashing)
      writeKeyring(office.dataDir, grown.keyring)
      return grown.slot
    },
    ({ input, tx, audit, now, prepared: slot }) => {
      const created = newId()
      insertAccount(tx, {
        id: created,
        displayName: input.displayName,
        position: input.position ?? '',
        roles: input.roles,
        slotId: slot.id,
        slotFingerprint: slotFingerprint(slot),
        passwordChangedAt: now,
        // The people of a demo office are invented: nobody else knows their passwords.
        mustChangePassword: !getOffice(tx).isDemo,
        createdAt: now,
        updatedAt: now,
      })
      audit({ subjectId: created, payload: { roles: input.roles } })
      return { id: created }
    },
  ),

  update: preparedAction(
    {
      permission: 'accounts.manage',
      audit: 'account.changed',
      subject: 'account',
      input: accountSchema.extend({
        ...which.shape,
        disabled: z.boolean(),
        /** To whom the cases go, where the profile leads none from now on; null: nothing is said. */
        casesTo: z
          .union([z.literal(nobody), id])
          .nullable()
          .default(null),
      }),
    },
    ({ input, db }) => {
      const namesake = findAccountByName(db, input.displayName)
      if (namesake && namesake.id !== input.id) throw nameTaken()
      keepOneAdministrator(db, input)
      return Promise.resolve({
        before: existing(findAccount(db, input.id)),
        leaves: input.disabled,
      })
    },
    (call) => {
      const { input, tx, audit, now, office } = call
      const { before } = call.prepared
      keepOneAdministrator(tx, input)
      const disabledAt = input.disabled ? (before.disabledAt ?? now) : null
      const { displayName: name, position, roles: given } = input
      const changes = { displayName: name, position: position ?? '', roles: given, disabledAt }
      const version = saveOrConflict(
        tx,
        () => updateAccount(tx, input.id, input.version, changes, now),
        () => theirs(tx, input.id),
      )
      const cases = leaveCases(call, { id: input.id, roles: given, disabledAt }, input.casesTo)
      audit({
        subjectId: input.id,
        payload: { roles: { from: before.roles, to: given }, disabled: input.disabled, cases },
      })
      // Rights changed: whoever is logged in as this account logs in again.
      if (displayNameKey(before.displayName) !== displayNameKey(name))
        rename(office, before.slotId, name)
      if (input.disabled || !sameRoles(before.roles, given)) office.sessions.endAccount(input.id)
      return { version }
    },
    // Who has left keeps no key, not even with a copy of the files and the old password.
    ({ office, prepared: { before, leaves } }) => {
      if (leaves) dropSlot(office, before.slotId)
    },
  ),

  /** A forgotten password: needs nobody's old one. The next log-in must choose another. */
  resetPassword: preparedAction(
    {
      permission: 'accounts.manage',
      audit: 'account.passwordReset',
      subject: 'account',
      input: z.object({ id, password: newPassword }),
    },
    async ({ input, office, db }) => {
      const account = existing(findAccount(db, input.id))
      if (account.disabledAt !== null)
        throw ruleError([{ code: 'accountDisabled', path: ['password'] }])
      demand(checkPassword(input.password, { names: [account.displayName] }))
      const { keyring } = readKeyring(office.dataDir)
      const grown = await addSlot(
        keyring,
        office.vault.key(),
        { displayName: account.displayName, password: input.password },
        office.hashing,
      )
      writeKeyring(office.dataDir, grown.keyring)
      return { slot: grown.slot, oldSlotId: account.slotId }
    },
    ({ input, tx, audit, now, office, prepared: { slot } }) => {
      const trusted = { slotId: slot.id, fingerprint: slotFingerprint(slot) }
      setAccountSlot(tx, input.id, trusted, { changedAt: now, mustChange: true })
      audit({ subjectId: input.id })
      office.sessions.endAccount(input.id)
      return { reset: true }
    },
    ({ office, prepared: { oldSlotId } }) => {
      dropSlot(office, oldSlotId)
    },
  ),

  /** Look of one's own screen; what else is kept of the account stays as it is. */
  savePreferences: self(
    { audit: 'none', input: z.object({ preferences: z.object({ screen }) }) },
    ({ input, actor, database }) => {
      database.transaction((tx) => {
        const { preferences } = getAccount(tx, actor.accountId)
        setPreferences(tx, actor.accountId, { ...preferences, ...input.preferences })
      })
      return { saved: true }
    },
  ),
}

/** The profile as its form holds it; who saved it last only the journal knows. */
function theirs(tx: Tx, accountId: string) {
  const stored = shownAccount(getAccount(tx, accountId))
  const updatedBy = lastActor(tx, 'account', accountId)
  return { ...stored, disabled: stored.disabledAt !== null, updatedBy }
}

function nameTaken() {
  return ruleError([{ code: 'displayNameTaken', path: ['displayName'] }])
}

function sameRoles(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join()
}

/** An office without an administrator could not be helped from inside. */
function keepOneAdministrator(
  db: Db,
  change: { id: string; roles: readonly string[]; disabled: boolean },
): void {
  const others = listAccounts(db).filter((row) => row.id !== change.id && row.disabledAt === null)
  const stays = !change.disabled && change.roles.includes('administrator')
  if (!stays && !others.some((row) => row.roles.includes('administrator')))
    throw ruleError([{ code: 'lastAdministrator', path: ['roles'] }])
}

/** A slot that is gone already is what was wanted. */
function dropSlot(office: OfficeDoor, slotId: string): void {
  const { keyring } = readKeyring(office.dataDir)
  if (keyring.slots.some((slot) => slot.id === slotId))
    writeKeyring(office.dataDir, removeSlot(keyring, slotId))
}

/** What the page may know of an account: nothing of its slot, nothing of its own screen. */
function shownAccount(row: AccountRow) {
  const { slotId: _slot, slotFingerprint: _print, preferences: _own, ...shown } = row
  return shown
}

function rename(office: OfficeDoor, slotId: string, name: string): void {
  const { keyring } = readKeyring(office.dataDir)
  writeKeyring(office.dataDir, renameInKeyring(keyring, { slots: { [slotId]: name } }))
}
