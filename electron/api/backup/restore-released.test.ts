import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeSnapshot } from '#db/backup/snapshot.ts'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase } from '#db/connection.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { demoPassword } from '#demo/desk.ts'
import { eventsOf } from '../testing/answers.ts'
import { fromFolder } from '../testing/copies.ts'
import { openNewOffice, type RunningOffice } from '../testing/office.ts'

/** A copy made by every released version comes back and is migrated. */
const fixtures = path.resolve(import.meta.dirname, '../../../tests/fixtures')
const versions = readdirSync(fixtures).filter((name) => /^\d+\.\d+\.\d+$/.test(name))

let running: RunningOffice | undefined
const rubbish: string[] = []
afterEach(async () => {
  await running?.dispose()
  for (const folder of rubbish.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test.each(versions)('a copy of %s', async (version) => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'opora-released-'))
  rubbish.push(dir)
  cpSync(path.join(fixtures, version), dir, { recursive: true })
  const { keyring } = readKeyring(dir)
  const slot = keyring.slots.find((one) => one.kind === 'account')
  const key = await unlockWithPassword(keyring, slot!.id, demoPassword)
  const old = openDatabase(path.join(dir, databaseName), key)
  const { name, manifest } = makeSnapshot({
    ...{ dataDir: dir, database: old, key, occasion: 'asked', madeBy: null },
    ...{ now: new Date('2046-01-08T08:00:00Z'), programVersion: version },
  })
  old.close()
  const stick = path.join(dir, 'stick/Opora', manifest.officeId)
  const folder = path.join(stick, 'copies', name)
  cpSync(path.join(dir, 'snapshots', name), folder, { recursive: true })
  cpSync(path.join(dir, 'files'), path.join(stick, 'files'), { recursive: true })

  running = await openNewOffice()
  const client = running.stranger()
  const secret = { slotId: slot!.id, password: demoPassword }
  const done = await eventsOf(client.rescue.run({ source: fromFolder(folder), secret }))
  expect(done.at(-1)).toMatchObject({ kind: 'done', missingFiles: 0, auditWhole: true })
  const { status } = await client.session.logIn(secret)
  expect(status).toBe('open')
  const { raw } = running.office.vault.database()
  expect(raw.prepare('select count(*) as n from persons').get()).toEqual({
    n: manifest.counts.people,
  })
  const applied = raw.prepare<[], { n: number }>('select count(*) as n from migrations').get()
  expect(applied?.n).toBeGreaterThanOrEqual(manifest.schema.count)
})
