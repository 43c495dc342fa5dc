import { z } from 'zod'
import { permissionsOf } from '#domain/accounts/permissions.ts'
import { checkPassword } from '#domain/accounts/password.ts'
import { appendAudit } from '#db/audit/append.ts'
import { unlessDiskRefuses } from '#db/durable.ts'
import { DiskFull } from '#db/errors.ts'
import { WrongPassword } from '#db/keyring/errors.ts'
import {
  changePassword,
  removeSlot,
  resetPassword,
  unlockWithRecovery,
} from '#db/keyring/keyring.ts'
import { slotFingerprint, type Keyring } from '#db/keyring/format.ts'
import { readKeyring, writeKeyring } from '#db/keyring/store.ts'
import { accountOfProfile } from '#db/keyring/verifier.ts'
import { findAccount, setAccountSlot } from '#db/queries/accounts.ts'
import { askForNewSheet, findOffice } from '#db/queries/office.ts'
import type { AccountRow } from '#db/schema/accounts.ts'
import { type Caller, type OfficeDoor, type Session } from '#electron/api/kernel/office-door.ts'
import { noteLostSessions } from '../audit/lost-sessions.ts'
import { shredOldContent } from '../audit/retention.ts'
import { forgetOldDrafts } from '../drafts/keeping.ts'
import { apiError } from '../kernel/errors.ts'
import { demand, ruleError } from '../kernel/faults.ts'
import { open, self } from '../kernel/procedures.ts'
import { tryOnce } from '../kernel/tries.ts'
import { settingValue } from '../kernel/settings.ts'
import { expectOwnSheet, refused, unlockAccount } from './admission.ts'

const password = z.string().min(1, 'passwordRequired').max(500, 'passwordTooLong')
const slotId = z.string().max(64)
const recoverySlot = 'recovery'

/** Log-in, lock and one's own password. Who may log in stands readable in the keyring: names only. */
export default {
  current: open({ audit: 'none', input: z.object({}) }, ({ office, caller }) =>
    currentState(office, caller),
  ),

  logIn: open(
    { audit: 'session.started', input: z.object({ slotId, password }) },
    async ({ input, office, caller }) => {
      const account = await unlockAccount(office, input.slotId, input.password)
      return begin(office, caller, account)
    },
  ),

  unlock: open(
    { audit: 'session.unlocked', input: z.object({ password }) },
    async ({ input, office, caller }) => {
      const { session: mine } = caller
      if (!mine) throw apiError('UNAUTHENTICATED', { reason: 'noSession' })
      const account = await unlockAccount(office, mine.slotId, input.password)
      if (account.id !== mine.accountId) throw refused('badPassword')
      noteSession(office, mine, 'session.unlocked')
      office.sessions.unlock(mine.id)
      return currentState(office, caller)
    },
  ),

  lock: open({ audit: 'session.locked', input: z.object({}) }, ({ office, caller }) => {
    const { session: mine } = caller
    if (mine && !mine.locked && office.vault.isOpen) noteSession(office, mine, 'session.locked')
    if (mine) office.sessions.lock(mine.id)
    return { locked: true }
  }),

  logOut: open({ audit: 'session.ended', input: z.object({}) }, ({ office, caller }) => {
    const { session: mine } = caller
    if (!mine) return { ended: true }
    caller.signOut()
    office.sessions.end(mine.id, 'logOut')
    return { ended: true }
  }),

  /** One's own password: another slot, so that an older keyring tells; other sessions of the account end. */
  changePassword: self(
    {
      audit: 'account.passwordChanged',
      input: z.object({ old: password, new: password }),
      whileOwing: true,
    },
    ({ input, office, actor, now }) => {
      demand(checkPassword(input.new, { names: namesOf(office, actor.displayName) }))
      if (input.new === input.old) throw ruleError([{ code: 'passwordSame', path: ['password'] }])
      // In turn with all that changes the keyring: it is read, slowly changed and written whole.
      return office.issueInTurn(async () => {
        const before = actor.slotId
        const { keyring: grown, slot } = await tryOnce(office, before, 'badPassword', async () => {
          const { keyring } = readKeyring(office.dataDir)
          const made = await changePassword(keyring, before, input.old, input.new, office.hashing)
          writeKeyring(office.dataDir, made.keyring)
          office.attempts.succeeded(before)
          return made
        })
        const trusted = { slotId: slot.id, fingerprint: slotFingerprint(slot) }
        office.vault.database().transaction((tx) => {
          setAccountSlot(tx, actor.accountId, trusted, { changedAt: now, mustChange: false })
          appendAudit(tx, {
            at: now,
            actor: actor.accountId,
            action: 'account.passwordChanged',
            subjectKind: 'account',
            subjectId: actor.accountId,
            payload: {},
          })
        })
        actor.slotId = slot.id
        actor.owesPassword = false
        writeKeyring(office.dataDir, removeSlot(grown, before))
        office.sessions.endAccount(actor.accountId, actor.id)
        return { slotId: slot.id }
      })
    },
  ),

  /** With the recovery sheet: a new password for one profile, and the session it opens. */
  recover: open(
    {
      audit: 'recovery.used',
      input: z.object({ code: z.string().max(200), slotId, newPassword: password }),
    },
    ({ input, office, caller }) => office.issueInTurn(() => recover(office, caller, input)),
  ),
}

async function recover(
  office: OfficeDoor,
  caller: Caller,
  input: { code: string; slotId: string; newPassword: string },
) {
  if (office.busy) throw apiError('BUSY', { reason: office.busy })
  const { keyring } = readKeyring(office.dataDir)
  const profile = keyring.slots.find((s) => s.id === input.slotId && s.kind === 'account')
  if (!profile)
    return tryOnce(office, recoverySlot, 'badCode', () => Promise.reject(new WrongPassword()))
  demand(checkPassword(input.newPassword, { names: [keyring.officeName, profile.displayName] }))
  const { databaseKey: key, slot: sheet } = await tryOnce(office, recoverySlot, 'badCode', () =>
    unlockWithRecovery(keyring, input.code, office.hashing),
  )
  const release = office.vault.hold()
  try {
    const database = office.vault.open(key)
    expectOwnSheet(database.orm, sheet)
    const row = accountOfProfile(database.orm, profile)
    const { keyring: grown, slot } = await resetPassword(
      keyring,
      key,
      profile.id,
      input.newPassword,
      office.hashing,
    )
    writeKeyring(office.dataDir, grown)
    const now = office.now()
    database.transaction((tx) => {
      const trusted = { slotId: slot.id, fingerprint: slotFingerprint(slot) }
      setAccountSlot(tx, row.id, trusted, { changedAt: now, mustChange: false })
      askForNewSheet(tx)
      appendAudit(tx, {
        at: now,
        actor: row.id,
        action: 'recovery.used',
        subjectKind: 'account',
        subjectId: row.id,
        payload: {},
      })
    })
    writeKeyring(office.dataDir, removeSlot(grown, profile.id))
    office.attempts.succeeded(recoverySlot)
    office.sessions.endAccount(row.id)
    return begin(office, caller, { ...row, slotId: slot.id, mustChangePassword: false })
  } finally {
    key.fill(0)
    release()
  }
}

function namesOf(office: OfficeDoor, displayName: string): string[] {
  const row = findOffice(office.vault.database().orm)
  return [displayName, ...(row ? [row.data.name, row.data.municipality] : [])]
}

/** Starts a session for an account whose slot has just opened. */
export function begin(
  office: OfficeDoor,
  caller: Caller,
  account: Pick<AccountRow, 'id' | 'slotId' | 'displayName' | 'roles' | 'mustChangePassword'>,
) {
  const before = caller.session
  unlessDiskRefuses(() => {
    noteLostSessions(office)
  })
  const started = office.sessions.start({
    id: account.id,
    slotId: account.slotId,
    displayName: account.displayName,
    roles: account.roles,
    owesPassword: account.mustChangePassword,
  })
  try {
    noteSession(office, started, 'session.started')
    forgetOldDrafts(office)
    shredOldContent(office)
  } catch (error) {
    office.sessions.forget(started.id)
    throw error
  }
  caller.signIn(started)
  // Not earlier: with the last session the database closes.
  if (before) office.sessions.end(before.id, 'otherLogIn')
  office.copies.afterLogIn()
  return currentState(office, caller)
}

/** A full disk keeps nobody from locking a screen or leaving: then the line is owed, as reading is. */
function noteSession(office: OfficeDoor, mine: Session, what: string): void {
  const line = {
    at: office.now(),
    actor: mine.accountId,
    action: what,
    subjectKind: 'account',
    subjectId: mine.accountId,
    payload: {},
  }
  try {
    office.vault.database().transaction((tx) => {
      appendAudit(tx, line)
    })
  } catch (error) {
    if (!(error instanceof DiskFull)) throw error
    office.noteReading(line)
  }
}

/** Office and profiles, as they stand readable in the keyring. */
function namesOutside({ version }: OfficeDoor, { officeName, slots }: Keyring) {
  const profiles = slots
    .filter((slot) => slot.kind === 'account')
    .map((slot) => ({ slotId: slot.id, displayName: slot.displayName }))
  return { version, officeName, profiles }
}

/** The same where even the keyring may be gone. */
function readableNames(office: OfficeDoor) {
  try {
    return namesOutside(office, readKeyring(office.dataDir, { repair: false }).keyring)
  } catch {
    return { version: office.version, officeName: '', profiles: [] }
  }
}

/** What the page may know: nothing but names until somebody has unlocked. */
function currentState(office: OfficeDoor, caller: Caller) {
  if (office.busy) return { status: 'busy' as const, reason: office.busy, ...readableNames(office) }
  const rescue = office.rescueReason()
  if (rescue) return { status: 'rescue' as const, reason: rescue, ...readableNames(office) }
  if (office.isNew()) return { status: 'new' as const, version: office.version }
  const outside = namesOutside(office, readKeyring(office.dataDir).keyring)
  const mine = caller.session
  if (!mine) return { status: 'loggedOut' as const, ...outside }
  const account = {
    id: mine.accountId,
    slotId: mine.slotId,
    displayName: mine.displayName,
    roles: mine.roles,
  }
  if (mine.locked || !office.vault.isOpen) return { status: 'locked' as const, ...outside, account }
  const { orm } = office.vault.database()
  const row = findOffice(orm)
  const own = findAccount(orm, mine.accountId)
  return {
    status: 'open' as const,
    ...outside,
    account,
    permissions: permissionsOf(mine.roles),
    mustChangePassword: own?.mustChangePassword ?? false,
    /** Look of the screen as the account left it; nothing before its first choice. */
    screen: own?.preferences['screen'] ?? null,
    isDemo: row?.isDemo ?? false,
    // A demo office is thrown away: nobody needs a sheet to get into it.
    recoveryConfirmed: row?.isDemo === true || row?.recoveryConfirmedAt !== null,
    idleMinutes: settingValue(orm, 'idleLockMinutes', office.today()),
  }
}
