import {
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit } from '../audit/append.ts'
import { useDisk } from '../disk.ts'
import { recordFile, storeFile } from '../files/store.ts'
import { openTestOffice, testNow, type TestOffice } from '../testing/database.ts'
import { BackupFailed } from './errors.ts'
import {
  expectAuthentic,
  expectKnownSchema,
  parseManifest,
  readManifest,
  serialiseManifest,
} from './manifest.ts'
import { listSnapshots, makeSnapshot, openCopy, snapshotsFolder } from './snapshot.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

const snapshot = (at = testNow) =>
  makeSnapshot({
    dataDir: office.folder,
    database: office.db,
    key: office.key,
    now: new Date(at),
    occasion: 'login',
    madeBy: null,
    programVersion: '1.2.3',
  })
const folderOf = (name: string) => join(office.folder, snapshotsFolder, name)
const note = (payload: Record<string, unknown> = {}) =>
  office.db.transaction((tx) => {
    appendAudit(tx, {
      at: testNow,
      actor: null,
      action: 'people.update',
      subjectKind: 'person',
      subjectId: 'p1',
      personId: 'p1',
      payload,
    })
  })
function problemOf(run: () => unknown): BackupFailed {
  try {
    run()
  } catch (error) {
    if (error instanceof BackupFailed) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a snapshot', () => {
  test('opens with the key, read-only, and says what is in it without names of people', () => {
    note({ name: 'Вълкадин' })
    const stored = storeFile(office.db.orm, office.filesFolder, Buffer.from('%PDF Вълкадин'))
    office.db.transaction((tx) =>
      recordFile(tx, stored, { mediaType: 'application/pdf', now: testNow, actor: null }),
    )
    const { name, manifest } = snapshot()
    expect(name).toMatch(/^2026-03-02T080000Z-[0-9a-f]{6}$/)
    expect(readdirSync(folderOf(name)).sort()).toEqual([
      'files.json',
      'keyring.json',
      'manifest.json',
      'office.opora',
    ])
    const everything = readdirSync(folderOf(name)).map((one) =>
      readFileSync(join(folderOf(name), one)),
    )
    expect(Buffer.concat(everything).includes('Вълкадин')).toBe(false)
    expect(manifest.counts).toMatchObject({ people: 0, files: 1 })
    expect(manifest.auditHead?.seq).toBe(1)
    expect(manifest.files.bytes).toBe(
      readFileSync(join(office.filesFolder, stored.hash.slice(0, 2), stored.hash)).length,
    )
    const copy = openCopy(folderOf(name), office.key)
    expect(copy.raw.prepare('select count(*) as n from audit_entries').get()).toEqual({ n: 1 })
    expect(() => copy.raw.exec('delete from drafts')).toThrow(/readonly/)
    copy.close()
    // A copy that needed side files would not open on a write-protected stick.
    expect(readdirSync(folderOf(name))).toHaveLength(4)
  })

  test('rows that were deleted are not carried along', () => {
    office.db.raw.exec(
      `insert into drafts values ((select id from accounts), 'f', '${'x'.repeat(400_000)}', 'x')`,
    )
    office.db.raw.exec('delete from drafts')
    const { manifest } = snapshot()
    const live = Number(office.db.raw.pragma('page_count', { simple: true })) * 4096
    expect(manifest.database.size).toBeLessThan(live - 300_000)
  })

  test('every byte of the database is through to the disk before the copy has its name', () => {
    let through = 0
    let size = 0
    let at: number | null = null
    const putBack = useDisk((real) => ({
      ...real,
      openSync: (path, flags, mode) => {
        const fd = real.openSync(path, flags, mode)
        if (path.endsWith('office.opora') && Number(flags) & constants.O_DSYNC) at = fd
        return fd
      },
      writeSync: (fd, bytes, offset) => {
        const written = real.writeSync(fd, bytes, offset)
        if (fd === at) through += written
        return written
      },
      closeSync: (fd) => {
        if (fd === at) at = null
        real.closeSync(fd)
      },
      renameSync: (from, to) => {
        size = statSync(join(from, 'office.opora')).size
        expect(through).toBe(size)
        real.renameSync(from, to)
      },
    }))
    try {
      const { manifest } = snapshot()
      expect(manifest.database.size).toBe(size)
    } finally {
      putBack()
    }
  })

  test('a disk that fails at any of its calls leaves neither a copy nor half of one', () => {
    const before = snapshot()
    let calls = 0
    let failAt = Number.POSITIVE_INFINITY
    const call = <T>(run: () => T) => {
      calls += 1
      if (calls === failAt) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      return run()
    }
    const putBack = useDisk((real) => ({
      ...real,
      openSync: (...args) => call(() => real.openSync(...args)),
      writeSync: (...args) => call(() => real.writeSync(...args)),
      fsyncSync: (...args) => call(() => real.fsyncSync(...args)),
      mkdirSync: (...args) => call(() => real.mkdirSync(...args)),
      renameSync: (...args) => call(() => real.renameSync(...args)),
    }))
    try {
      snapshot()
      const total = calls
      // The last two flush the folder: by then the copy has its name.
      for (let step = 1; step < total - 1; step++) {
        calls = 0
        failAt = step
        expect(() => snapshot(), `call ${String(step)}`).toThrow('ownDiskFull')
        expect(readdirSync(join(office.folder, snapshotsFolder))).toHaveLength(2)
      }
    } finally {
      putBack()
    }
    openCopy(folderOf(before.name), office.key).close()
  })

  test('what a power cut left is no copy, and the next one takes it away', () => {
    const { name } = snapshot()
    mkdirSync(folderOf('2026-03-01T080000Z-0a0a0a.part'))
    writeFileSync(join(folderOf('2026-03-01T080000Z-0a0a0a.part'), 'office.opora'), 'half')
    expect(listSnapshots(office.folder).map((one) => one.name)).toEqual([name])
    snapshot()
    expect(readdirSync(join(office.folder, snapshotsFolder))).not.toContain(
      '2026-03-01T080000Z-0a0a0a.part',
    )
  })

  test('with the clock set back the newest is still the one with more in it', () => {
    note()
    const older = snapshot('2026-03-02T08:00:00.000Z')
    note()
    const newer = snapshot('2025-01-01T08:00:00.000Z')
    expect(listSnapshots(office.folder).map((one) => one.name)).toEqual([newer.name, older.name])
  })

  test('that does not read stays where it stands in time: whoever takes the first is not given an older one', () => {
    const names = ['01', '02', '03'].map((day) => snapshot(`2026-03-${day}T08:00:00.000Z`).name)
    const [oldest = '', middle = '', newest = ''] = names
    const cut = (name: string, bytes: string) => {
      writeFileSync(join(folderOf(name), 'manifest.json'), bytes)
    }
    const newestFirst = [newest, middle, oldest]
    for (const bytes of [
      '',
      '{"manifest":',
      '{"manifest":{"format":9,"programVersion":"9.0.0"}}',
    ]) {
      cut(newest, bytes)
      expect(listSnapshots(office.folder).map((one) => one.name)).toEqual(newestFirst)
    }
    cut(oldest, '')
    unlinkSync(join(folderOf(newest), 'manifest.json'))
    const found = listSnapshots(office.folder)
    expect(found.map((one) => one.name)).toEqual(newestFirst)
    expect(found.map((one) => one.problem)).toEqual(['copyIncomplete', null, 'copyDamaged'])
    expect(found[0]?.begunAt).toBe('2026-03-03T08:00:00Z')
  })
})

describe('the manifest', () => {
  test('an altered one, and one of another key, is not believed', () => {
    const { name } = snapshot()
    const signed = readManifest(folderOf(name))
    expectAuthentic(signed, office.key)
    const fewer = { ...signed.manifest, counts: { ...signed.manifest.counts, people: 7 } }
    const damaged = [
      () => {
        expectAuthentic({ ...signed, manifest: fewer }, office.key)
      },
      () => openCopy(folderOf(name), Buffer.alloc(32, 7)),
      () => parseManifest('{"manifest":'),
      () => parseManifest(JSON.stringify({ ...signed, mac: 'ff' })),
    ]
    for (const one of damaged) expect(problemOf(one).problem).toBe('copyDamaged')
    expect(problemOf(() => readManifest(folderOf('none'))).problem).toBe('copyIncomplete')
  })

  test('one of a later program is refused by its version, whatever else stands in it', () => {
    const { manifest } = snapshot()
    const text = JSON.stringify({
      manifest: { ...manifest, format: 2, programVersion: '9.0.0', kind: 'cloud' },
    })
    expect(problemOf(() => parseManifest(text))).toMatchObject({
      problem: 'copyNewer',
      params: { version: '9.0.0' },
    })
    const more = { ...manifest, schema: { ...manifest.schema, count: 99 } }
    expect(
      problemOf(() => {
        expectKnownSchema(more)
      }).problem,
    ).toBe('copyNewer')
  })

  test('a schema with the same numbers but another history is told apart', () => {
    const { manifest } = snapshot()
    expectKnownSchema(manifest)
    const chain = 'f'.repeat(64)
    expect(
      problemOf(() => {
        expectKnownSchema({ ...manifest, schema: { ...manifest.schema, chain } })
      }).problem,
    ).toBe('copyForked')
  })

  test('is read from its own text as it was written', () => {
    const { manifest } = snapshot()
    const again = parseManifest(serialiseManifest(manifest, office.key).toString('utf8'))
    expect(again.manifest).toEqual(manifest)
    expectAuthentic(again, office.key)
  })
})
