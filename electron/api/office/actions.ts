import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { checkPassword } from '#domain/accounts/password.ts'
import { accountSchema } from '#domain/accounts/schema.ts'
import { officeSchema } from '#domain/office/schema.ts'
import type { Verdict } from '#domain/problems/schema.ts'
import { regimeIds } from '#domain/regimes/catalogue.ts'
import { openRegime } from '#domain/regimes/rules.ts'
import { formatMunicipality } from '#domain/text/format.ts'
import { appendAudit, createAuditKey } from '#db/audit/append.ts'
import { createFileKey } from '#db/files/store.ts'
import { newId } from '#db/ids.ts'
import { slotFingerprint } from '#db/keyring/format.ts'
import { createKeyring, renameInKeyring } from '#db/keyring/keyring.ts'
import { readKeyring, writeKeyring } from '#db/keyring/store.ts'
import { insertAccount } from '#db/queries/accounts.ts'
import { lastActor } from '#db/queries/audit.ts'
import { getOffice, insertOffice, updateOffice } from '#db/queries/office.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { apiError } from '../kernel/errors.ts'
import { saveOrConflict } from '../kernel/conflict.ts'
import { demand } from '../kernel/faults.ts'
import { preparedAction } from '../kernel/actions.ts'
import { open, read } from '../kernel/procedures.ts'
import { seedOffice } from '../kernel/seed.ts'
import { begin } from '../session/actions.ts'

/** The office itself: first set-up and what stands in the head of its papers. */
export default {
  /**
   * Makes the encrypted database, the keyring and the first account. The database is whole before
   * the keyring is written: without a keyring the office counts as new.
   */
  setUp: open(
    {
      audit: 'office.setUp',
      input: z.object({
        token: z.string().max(100).optional(),
        office: officeSchema,
        account: accountSchema.omit({ roles: true }),
        password: z.string().min(1, 'passwordRequired').max(500, 'passwordTooLong'),
        isDemo: z.boolean().default(false),
      }),
    },
    async ({ input, office: door, caller }) => {
      if (!caller.maySetUp(input.token)) throw apiError('FORBIDDEN', { permission: 'office.setUp' })
      if (!door.isNew()) throw apiError('FORBIDDEN', { permission: 'office.setUp' })
      const names = [input.account.displayName, input.office.name, input.office.municipality]
      demand(checkPassword(input.password, { names }))
      demand(checkProgramme(input.office.programme, door.today()))
      return door.issueInTurn(() => {
        // A second click, or a restore that came first: what stands there now is an office.
        if (!door.isNew()) throw apiError('FORBIDDEN', { permission: 'office.setUp' })
        return create(door, caller, input)
      })
    },
  ),

  find: read({ permission: 'office.read', audit: 'none', input: z.object({}) }, ({ db }) => {
    const { data, isDemo, version, recoveryIssuedAt, recoveryConfirmedAt } = getOffice(db)
    return { data, isDemo, version, recoveryIssuedAt, recoveryConfirmedAt }
  }),

  update: preparedAction(
    {
      permission: 'settings.manage',
      audit: 'office.changed',
      subject: 'office',
      input: z.object({ version: z.int(), data: officeSchema }),
    },
    undefined,
    ({ input, tx, audit, now, today }) => {
      const before = getOffice(tx)
      if (input.data.programme !== before.data.programme)
        demand(checkProgramme(input.data.programme, today))
      const version = saveOrConflict(
        tx,
        () => updateOffice(tx, input.version, input.data, now),
        () => {
          const stored = getOffice(tx)
          const updatedBy = lastActor(tx, 'office', stored.id)
          return { ...stored.data, version: stored.version, updatedBy, updatedAt: stored.updatedAt }
        },
      )
      audit({ subjectId: before.id, payload: { from: before.data, to: input.data } })
      return {
        version,
        name: officeName(input.data),
        changed: before.data.name !== input.data.name,
      }
    },
    ({ office: door }) => {
      const { data } = getOffice(door.vault.database().orm)
      const { keyring } = readKeyring(door.dataDir)
      if (keyring.officeName !== officeName(data))
        writeKeyring(door.dataDir, renameInKeyring(keyring, { officeName: officeName(data) }))
    },
  ),
}

/** Only a regime that is built can be worked by; the others refuse politely. */
function checkProgramme(programme: string, date: string): Verdict {
  const id = regimeIds.find((known) => known === programme)
  if (!id) return { ok: false, problems: [{ code: 'programmeUnknown', path: ['programme'] }] }
  const opened = openRegime(id, date)
  if (opened.ok) return { ok: true }
  return {
    ok: false,
    problems: opened.problems.map((one) => ({ ...one, path: ['programme'] })),
  }
}

type SetUp = {
  office: z.output<typeof officeSchema>
  account: { displayName: string; position: string | null }
  password: string
  isDemo: boolean
}

function officeName(data: { name: string; municipality: string }): string {
  return `${data.name} – ${formatMunicipality(data.municipality)}`
}

async function create(door: OfficeDoor, caller: Parameters<typeof begin>[1], input: SetUp) {
  const officeId = newId()
  const made = await createKeyring(
    {
      officeId,
      officeName: officeName(input.office),
      displayName: input.account.displayName,
      password: input.password,
    },
    door.hashing,
  )
  const now = door.now()
  const accountId = newId()
  const release = door.vault.hold()
  try {
    setAside(door)
    const database = door.vault.open(made.databaseKey)
    database.transaction((tx) => {
      createAuditKey(tx, now)
      createFileKey(tx, now)
      insertOffice(tx, {
        id: officeId,
        data: input.office,
        isDemo: input.isDemo,
        recoverySlotId: made.recoverySlot.id,
        recoverySlotFingerprint: slotFingerprint(made.recoverySlot),
        recoveryIssuedAt: now,
        createdAt: now,
        updatedAt: now,
      })
      // The first account keeps the house and, in a small office, does everything else too.
      insertAccount(tx, {
        id: accountId,
        displayName: input.account.displayName,
        position: input.account.position ?? '',
        roles: ['administrator', 'head'],
        slotId: made.slot.id,
        slotFingerprint: slotFingerprint(made.slot),
        passwordChangedAt: now,
        createdAt: now,
        updatedAt: now,
      })
      seedOffice(tx, now)
      appendAudit(tx, {
        at: now,
        actor: accountId,
        action: 'office.setUp',
        subjectKind: 'office',
        subjectId: officeId,
        payload: {},
      })
    })
    writeKeyring(door.dataDir, made.keyring)
    return begin(door, caller, {
      id: accountId,
      slotId: made.slot.id,
      displayName: input.account.displayName,
      roles: ['administrator', 'head'],
      mustChangePassword: false,
    })
  } finally {
    made.databaseKey.fill(0)
    release()
  }
}

/** A set-up that was cut off leaves a database nobody can open; it is kept aside, never reused. */
function setAside(door: OfficeDoor): void {
  const file = path.join(door.dataDir, 'office.opora')
  for (const name of [file, `${file}-wal`, `${file}-shm`])
    if (existsSync(name))
      renameSync(name, `${name}.unfinished-${door.now().replaceAll(/[:.]/g, '-')}`)
}
