import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase, type Raw } from '#db/connection.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { bundledMigrations } from '#db/known-migrations.ts'
import shipped from '#db/migrations/shipped.json' with { type: 'json' }
import { verifyDatabase } from '#db/verify.ts'
import { demoPassword } from '#demo/desk.ts'
import { router } from '#electron/api/router.ts'
import { builtWorkers } from './built-workers.ts'
import { memoryCaller } from './memory-caller.ts'
import { startOffice } from './office.ts'

/** Small invented offices, each as a released version left it (`npm run fixture`). */
const fixtures = path.resolve(import.meta.dirname, '../../tests/fixtures')
const versions = readdirSync(fixtures).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
/** Later than anything in them, and the same for ever. */
const today = Date.parse('2046-01-08T08:00:00Z')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'opora-released-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

interface Numbered { id: string; number: string } // prettier-ignore

function namesOf(raw: Raw, sql: string): string[] {
  return raw.prepare<[], { name: string }>(sql).all().map(({ name }) => name) // prettier-ignore
}

/** What stands in the file by its own tables, before this program has had its hands on it. */
function contentOf(raw: Raw) {
  return {
    migrations: namesOf(raw, 'select name from migrations order by position'),
    people: namesOf(raw, 'select id as name from persons order by id'),
    numbers: namesOf(raw, 'select label as name from registry_numbers order by id'),
    papers: raw.prepare<[], Numbered>('select id, number from papers order by id').all(),
    audit: raw
      .prepare<[], { seq: number; hash: string }>(
        'select seq, hash from audit_entries order by seq desc limit 1',
      )
      .get()!,
  }
}

async function asLeft() {
  const { keyring } = readKeyring(dir)
  const slotId = keyring.slots.find(({ displayName }) => displayName === 'Мария Грижева')!.id
  const key = await unlockWithPassword(keyring, slotId, demoPassword, {})
  const database = openDatabase(path.join(dir, databaseName), key)
  try {
    return { slotId, ...contentOf(database.raw) }
  } finally {
    database.close()
  }
}

describe.each(versions)('an office of version %s', (version) => {
  test('is opened by its password, migrated, and has lost nothing', async () => {
    cpSync(path.join(fixtures, version), dir, { recursive: true })
    const left = await asLeft()
    expect(left.people.length).toBeGreaterThan(0)
    expect(left.papers.length).toBeGreaterThan(0)

    const workers = builtWorkers(path.resolve(import.meta.dirname, '../../dist/main'))
    const office = await startOffice({ dataDir: dir, version, workers, clock: () => today })
    try {
      const client = createRouterClient(router, {
        context: { office, caller: memoryCaller(office, 'cli') },
      })
      await client.session.logIn({ slotId: left.slotId, password: demoPassword })
      const database = office.vault.database()
      const now = contentOf(database.raw)
      expect(now.migrations).toEqual(bundledMigrations.map(({ name }) => name))
      expect(now.numbers).toEqual(left.numbers)

      const listed = await client.people.list({ offset: 0, limit: 500 })
      expect(listed.rows.map(({ id }) => id).sort()).toEqual(left.people)
      for (const id of left.people)
        expect((await client.people.find({ id })).person.lastName).not.toBe('')
      for (const { id, number } of left.papers) {
        const paper = await client.papers.pdf({ id })
        expect(Buffer.from(await paper.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
        expect(await client.papers.find({ id })).toMatchObject({ number })
      }

      const report = verifyDatabase(database, {
        filesFolder: office.filesDir,
        now: new Date(today),
        anchors: () => [left.audit],
      })
      expect(report).toMatchObject({ ok: true, files: { ok: true }, audit: { ok: true } })
      expect(report.audit!.entries).toBeGreaterThan(left.audit.seq)
    } finally {
      await office.close()
    }
  })
})

test('the office of the last release has every migration that is shipped', async () => {
  cpSync(path.join(fixtures, versions.at(-1)!), dir, { recursive: true })
  expect((await asLeft()).migrations).toEqual(Object.keys(shipped))
})
