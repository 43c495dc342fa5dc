import {
  appendFileSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listSnapshots, makeSnapshot, openCopy } from './backup/snapshot.ts'
import { copiesAt } from './backup/medium.ts'
import { useDisk } from './durable.ts'
import { hashOfSealed } from './files/format.ts'
import { storeFile } from './files/store.ts'
import { renameInKeyring } from './keyring/keyring.ts'
import { readKeyring, writeKeyring } from './keyring/store.ts'
import { openCopyOffice, type CopyOffice } from './testing/copy-office.ts'
import { testNow } from './testing/database.ts'

/**
 * What the disk was told, in order. A write that was not flushed, and a name in a folder that was
 * not flushed, may be lost in a power cut: the hardest disk keeps none of them.
 */
type Told =
  | { kind: 'write'; path: string; bytes: Buffer }
  | { kind: 'open'; path: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'mkdir'; path: string }
  | { kind: 'remove'; path: string }
  | { kind: 'flush'; path: string }

let office: CopyOffice
let place: string
const scratch: string[] = []
beforeEach(() => {
  office = openCopyOffice()
  place = mkdtempSync(join(tmpdir(), 'opora-cut-'))
})
afterEach(() => {
  office.dispose()
  for (const folder of [place, ...scratch.splice(0)])
    rmSync(folder, { recursive: true, force: true })
})

function record(work: () => void): Told[] {
  const told: Told[] = []
  const names = new Map<number, string>()
  const putBack = useDisk((real) => ({
    openSync(path, flags, mode) {
      const fd = real.openSync(path, flags, mode)
      names.set(fd, path)
      if (flags === 'w' || Number(flags) & constants.O_TRUNC) told.push({ kind: 'open', path })
      return fd
    },
    writeSync(fd, bytes, offset) {
      const written = real.writeSync(fd, bytes, offset)
      const part = Buffer.from(bytes.subarray(offset, offset + written))
      told.push({ kind: 'write', path: names.get(fd) ?? '', bytes: part })
      return written
    },
    fsyncSync(fd) {
      real.fsyncSync(fd)
      const path = names.get(fd) ?? ''
      // SQLite wrote this one itself: its bytes count from the flush on.
      if (path.endsWith('office.opora') && !told.some((one) => 'path' in one && one.path === path))
        told.push({ kind: 'open', path }, { kind: 'write', path, bytes: readFileSync(path) })
      told.push({ kind: 'flush', path })
    },
    closeSync: real.closeSync,
    renameSync(from, to) {
      real.renameSync(from, to)
      told.push({ kind: 'rename', from, to })
    },
    mkdirSync(path, mode) {
      real.mkdirSync(path, mode)
      told.push({ kind: 'mkdir', path })
    },
    rmSync(path) {
      real.rmSync(path)
      told.push({ kind: 'remove', path })
    },
  }))
  try {
    work()
  } finally {
    putBack()
  }
  return told
}

/**
 * What is there after a cut behind the n-th call. `eager`: the disk has done all it was told.
 * `lazy`: it has kept only what was flushed – bytes of files, and names of flushed folders.
 */
function afterCut(
  base: string,
  root: string,
  told: readonly Told[],
  disk: 'eager' | 'lazy',
): string {
  const copy = mkdtempSync(join(tmpdir(), 'opora-replay-'))
  scratch.push(copy)
  cpSync(base, copy, { recursive: true })
  const at = (path: string) => join(copy, relative(root, path))
  const kept = told.map((one, index) => {
    if (disk === 'eager') return true
    const later = told.slice(index + 1)
    const flushed = (path: string) =>
      later.some((next) => next.kind === 'flush' && next.path === path)
    if (one.kind === 'rename') return flushed(dirname(one.to))
    if (one.kind === 'mkdir' || one.kind === 'remove') return flushed(dirname(one.path))
    return one.kind === 'open' || flushed(one.path)
  })
  told.forEach((one, index) => {
    if (!kept[index] || one.kind === 'flush') return
    if (one.kind === 'mkdir') mkdirSync(at(one.path), { recursive: true })
    else if (one.kind === 'remove') rmSync(at(one.path), { recursive: true, force: true })
    else if (one.kind === 'rename') {
      if (existsSync(at(one.from))) renameSync(at(one.from), at(one.to))
    } else {
      if (!existsSync(dirname(at(one.path)))) return
      if (one.kind === 'open') writeFileSync(at(one.path), '')
      else appendFileSync(at(one.path), one.bytes)
    }
  })
  return copy
}

/** Cuts the power behind every call of `work`, on both disks. */
function cutEverywhere(root: string, work: () => void, look: (folder: string) => void): number {
  const base = mkdtempSync(join(tmpdir(), 'opora-base-'))
  scratch.push(base)
  cpSync(root, base, { recursive: true })
  const told = record(work).filter((one) => ('path' in one ? one.path : one.to).startsWith(root))
  for (let cut = 0; cut <= told.length; cut++)
    for (const disk of ['eager', 'lazy'] as const) {
      const folder = afterCut(base, root, told.slice(0, cut), disk)
      look(folder)
      rmSync(folder, { recursive: true, force: true })
    }
  return told.length
}

test('the keyring: always the old or the new one, whole', () => {
  const { keyring } = readKeyring(office.folder)
  const next = renameInKeyring(keyring, { officeName: 'Нова' })
  const seen = new Set<number>()
  const calls = cutEverywhere(
    office.folder,
    () => {
      writeKeyring(office.folder, next)
    },
    (folder) => seen.add(readKeyring(folder, { repair: false }).keyring.revision),
  )
  expect(calls).toBeGreaterThan(8)
  expect([...seen].sort()).toEqual([keyring.revision, next.revision])
})

test('a stored file: under its name there are its own bytes or nothing', () => {
  office.addFile(10)
  const root = office.filesFolder
  let seen = 0
  cutEverywhere(
    root,
    () => {
      storeFile(office.db.orm, root, Buffer.alloc(5_000, 1))
    },
    (folder) => {
      for (const sub of readdirSync(folder))
        for (const name of readdirSync(join(folder, sub)))
          if (/^[0-9a-f]{64}$/.test(name)) {
            seen += 1
            expect(hashOfSealed(readFileSync(join(folder, sub, name)))).toBe(name)
          }
    },
  )
  expect(seen).toBeGreaterThan(0)
})

test('a snapshot: the old one always, the new one whole or not there', () => {
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
  cutEverywhere(
    join(office.folder, 'snapshots'),
    () => {
      makeSnapshot(order)
    },
    (folder) => {
      // The folder itself is what `listSnapshots` looks for below a data folder.
      const found = readdirSync(folder).filter((name) => !name.endsWith('.part'))
      seen.add(found.length)
      for (const name of found) openCopy(join(folder, name), office.key).close()
    },
  )
  expect([...seen].sort()).toEqual([1, 2])
  expect(listSnapshots(office.folder)).toHaveLength(2)
})

test('a copy on a medium: the old one always, the new one whole or not there', () => {
  office.addFile(3_000)
  office.copy(place)
  office.addFile(4_000)
  office.work()
  const { officeId } = readKeyring(office.folder).keyring
  const seen = new Set<number>()
  const calls = cutEverywhere(
    place,
    () => {
      office.copy(place)
    },
    (folder) => {
      const found = copiesAt(folder, officeId)
      seen.add(found.length)
      for (const one of found) {
        expect(one.problem).toBeNull()
        const copy = openCopy(one.folder, office.key)
        const names = copy.raw.prepare<[], { hash: string }>('select hash from files').all()
        copy.close()
        // First the files, then the name that speaks of them.
        for (const { hash } of names) {
          const path = join(folder, 'Opora', officeId, 'files', hash.slice(0, 2), hash)
          expect(hashOfSealed(readFileSync(path))).toBe(hash)
        }
      }
    },
  )
  expect(calls).toBeGreaterThan(15)
  expect([...seen].sort()).toEqual([1, 2])
})
