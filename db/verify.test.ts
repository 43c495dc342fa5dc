import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendAudit } from './audit/append.ts'
import { openDatabase } from './connection.ts'
import { recordFile, storedPath, storeFile } from './files/store.ts'
import { drawNumber } from './queries/registry-numbers.ts'
import { openTestOffice, testNow, type TestOffice } from './testing/database.ts'
import { verifyDatabase, type VerifyStep } from './verify.ts'

let office: TestOffice
let fileHash = ''
beforeEach(() => {
  office = openTestOffice()
  const { db, filesFolder } = office
  const stored = storeFile(db.orm, filesFolder, Buffer.from('договор'))
  fileHash = stored.hash
  db.transaction((tx) => {
    const file = recordFile(tx, stored, { mediaType: 'application/pdf', now: testNow, actor: null })
    const subject = { subjectKind: 'contract', subjectId: 'c1' }
    const number = {
      register: 'contracts',
      year: 2026,
      issuedOn: '2026-03-02',
      actor: null,
      now: testNow,
    }
    drawNumber(tx, { ...number, ...subject })
    for (let i = 0; i < 40; i++)
      appendAudit(tx, {
        at: testNow,
        actor: null,
        action: 'x',
        ...subject,
        payload: { file: file.id, pad: 'x'.repeat(300) },
      })
  })
})
afterEach(() => {
  office.dispose()
})
const verify = (db = office.db) =>
  verifyDatabase(db, { filesFolder: office.filesFolder, now: new Date(testNow) })

test('a whole office is whole, and every step is reported', () => {
  const steps = new Set<VerifyStep>()
  const report = verifyDatabase(office.db, {
    filesFolder: office.filesFolder,
    now: new Date(testNow),
    onProgress: (step) => steps.add(step),
  })
  expect(report).toMatchObject({
    ok: true,
    integrity: [],
    foreignKeys: [],
    audit: { entries: 40 },
    files: { checked: 1 },
    registers: [],
  })
  expect([...steps]).toEqual(['integrity', 'foreignKeys', 'audit', 'files', 'registers'])
})

test('each kind of damage makes the whole not ok and is named in its place', () => {
  const { raw } = office.db
  raw.pragma('foreign_keys = off')
  raw.exec("insert into drafts values ('nobody', 'f', '{}', 'x')")
  expect(verify()).toMatchObject({ ok: false, foreignKeys: [{ table: 'drafts', rows: 1 }] })
  raw.exec('delete from drafts')
  raw.exec('update registry_counters set last_number = 3')
  expect(verify()).toMatchObject({ ok: false, registers: [{ missing: 2 }] })
  raw.exec('drop trigger registry_counters_grow; update registry_counters set last_number = 1')
  expect(verify()).toMatchObject({ ok: false, integrity: ['no trigger registry_counters_grow'] })
  rmSync(storedPath(office.filesFolder, fileHash))
  expect(verify()).toMatchObject({ files: { ok: false, damaged: [{ reason: 'missing' }] } })
})

test('a page with a flipped bit ends in a report, not in a crash of the check', () => {
  office.db.close()
  const path = join(office.folder, 'office.db')
  const bytes = readFileSync(path)
  for (let page = bytes.length / 4096 - 8; page < bytes.length / 4096; page++) {
    const at = page * 4096 + 2000
    bytes[at] = (bytes[at] ?? 0) ^ 1
  }
  writeFileSync(path, bytes)
  const db = openDatabase(path, office.key)
  const report = verify(db)
  db.close()
  expect(report.ok).toBe(false)
  expect(report.integrity.length).toBeGreaterThan(0)
})
