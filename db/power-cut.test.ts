import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashFile } from './backup/contents.ts'
import { readManifest } from './backup/manifest.ts'
import { copiesAt } from './backup/medium.ts'
import { copyDatabaseFile, copyFilesFile, copyKeyringFile, listCopies, listSnapshots, makeSnapshot, openCopy } from './backup/snapshot.ts' // prettier-ignore
import { hashOfSealed } from './files/format.ts'
import { storedPath, storeFile } from './files/store.ts'
import { renameInKeyring } from './keyring/keyring.ts'
import { readKeyring, writeKeyring } from './keyring/store.ts'
import { openCopyOffice, type CopyOffice } from './testing/copy-office.ts'
import { testNow } from './testing/database.ts'
import { cutEverywhere } from './testing/power-cut.ts'

let office: CopyOffice
let place: string
beforeEach(() => {
  office = openCopyOffice()
  place = mkdtempSync(join(tmpdir(), 'opora-cut-'))
})
afterEach(() => {
  office.dispose()
  rmSync(place, { recursive: true, force: true })
})

test('the keyring: always the old or the new one, whole, and the new one once it was written', () => {
  const { keyring } = readKeyring(office.folder)
  const next = renameInKeyring(keyring, { officeName: 'Нова' })
  const seen = new Set<number>()
  const cuts = cutEverywhere(office.folder, (promise) => {
    writeKeyring(office.folder, next)
    promise('written')
  })
  for (const { folder, promised } of cuts) {
    const { revision } = readKeyring(folder, { repair: false }).keyring
    seen.add(revision)
    if (promised.has('written')) expect(revision).toBe(next.revision)
  }
  expect([...seen].sort()).toEqual([keyring.revision, next.revision])
})

test('a stored file: under its name there are its own bytes or nothing; stored, it is there', () => {
  office.addFile(10)
  const root = office.filesFolder
  const { orm } = office.db
  const cuts = cutEverywhere(root, (promise) => {
    promise(storeFile(orm, root, Buffer.alloc(5_000, 1)).hash)
  })
  for (const { folder, promised } of cuts) {
    const found = readdirSync(folder).flatMap((sub) => readdirSync(join(folder, sub)))
    const whole = found.filter((name) => /^[0-9a-f]{64}$/.test(name))
    for (const name of whole)
      expect(hashOfSealed(readFileSync(storedPath(folder, name)))).toBe(name)
    for (const hash of promised) expect(whole).toContain(hash)
  }
})

test('a snapshot: the old one always, the new one whole or not there; made, it is there', () => {
  const order = {
    dataDir: office.folder,
    database: office.db,
    key: office.key,
    now: new Date(testNow),
    occasion: 'login' as const,
    madeBy: null,
    programVersion: '1.2.3',
  }
  makeSnapshot(order)
  const seen = new Set<number>()
  const cuts = cutEverywhere(join(office.folder, 'snapshots'), (promise) => {
    makeSnapshot(order)
    promise('made')
  })
  for (const { folder, promised } of cuts) {
    const found = listCopies(folder)
    seen.add(found.length)
    if (promised.has('made')) expect(found).toHaveLength(2)
    for (const one of found) {
      expect(one.problem).toBeNull()
      expectWhole(one.folder)
    }
  }
  expect([...seen].sort()).toEqual([1, 2])
  expect(listSnapshots(office.folder)).toHaveLength(2)
})

test('a copy on a medium: the old one always, the new one whole or not there; told, it is there', () => {
  office.addFile(3_000)
  office.copy(place)
  office.addFile(4_000)
  office.work()
  const { officeId } = readKeyring(office.folder).keyring
  const seen = new Set<number>()
  const cuts = cutEverywhere(place, (promise) => {
    office.copy(place)
    promise('copied')
  })
  for (const { folder, promised } of cuts) {
    const found = copiesAt(folder, officeId)
    seen.add(found.length)
    if (promised.has('copied')) expect(found).toHaveLength(2)
    for (const one of found) {
      expect(one.problem).toBeNull()
      expectWhole(one.folder)
      const copy = openCopy(one.folder, office.key)
      const names = copy.raw.prepare<[], { hash: string }>('select hash from files').all()
      copy.close()
      // First the files, then the name that speaks of them.
      for (const { hash } of names) {
        const path = storedPath(join(folder, 'Opora', officeId, 'files'), hash)
        expect(hashOfSealed(readFileSync(path))).toBe(hash)
      }
    }
  }
  expect([...seen].sort()).toEqual([1, 2])
})

/** Every file of a copy is what its manifest says, and the database opens. */
function expectWhole(folder: string): void {
  const { manifest } = readManifest(folder)
  expect(hashFile(join(folder, copyDatabaseFile))).toEqual(manifest.database)
  expect(hashFile(join(folder, copyKeyringFile))).toEqual(manifest.keyring)
  expect(hashFile(join(folder, copyFilesFile)).sha256).toBe(manifest.files.sha256)
  openCopy(folder, office.key).close()
}
