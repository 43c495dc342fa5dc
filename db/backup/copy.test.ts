import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storedPath } from '../files/store.ts'
import { readKeyring } from '../keyring/store.ts'
import { everything, openCopyDesk, problemOf, type CopyDesk } from '../testing/copy-desk.ts'
import { openCopyOffice } from '../testing/copy-office.ts'
import { fileFits } from './medium-error.ts'
import { copiesAt, mediumPaths, officesAt } from './medium.ts'
import { pruneMedium } from './prune.ts'

let desk: CopyDesk
let office: CopyDesk['office']
let place: CopyDesk['place']
let officeId: CopyDesk['officeId']
let paths: CopyDesk['paths']
let check: CopyDesk['check']
beforeEach(() => {
  desk = openCopyDesk()
  ;({ office, place, officeId, paths, check } = desk)
})
afterEach(() => {
  desk.dispose()
})

describe('a copy', () => {
  test('the second one writes only what is new, and both can be checked', () => {
    office.addFile(30_000)
    const first = office.copy(place)
    expect(first.state).toBe('verified')
    const before = everything(paths().files)
    office.addFile(20_000)
    office.work()
    const second = office.copy(place)
    expect(second.state).toBe('verified')
    expect(second.medium.id).toBe(first.medium.id)
    expect(everything(paths().files)).toEqual(expect.arrayContaining(before))
    expect(everything(paths().files)).toHaveLength(2)
    expect(copiesAt(place, officeId()).map((one) => one.name)).toEqual([
      second.copy.name,
      first.copy.name,
    ])
    check(first.copy.name)
    check(second.copy.name)
  })

  test('bytes that change on the medium afterwards are found, in the database and in any file', () => {
    const hash = office.addFile(30_000)
    const { copy } = office.copy(place)
    for (const path of [
      join(paths().copies, copy.name, 'office.opora'),
      join(paths().copies, copy.name, 'keyring.json'),
      storedPath(paths().files, hash),
    ]) {
      const good = readFileSync(path)
      const bad = Buffer.from(good)
      bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1
      writeFileSync(path, bad)
      expect(
        problemOf(() => {
          check(copy.name)
        }),
      ).toBe('readBackDiffers')
      writeFileSync(path, good)
    }
    check(copy.name)
    rmSync(storedPath(paths().files, hash))
    expect(
      problemOf(() => {
        check(copy.name)
      }),
    ).toBe('filesMissing')
  })

  test('a file that is missing or damaged on the computer comes back from the medium', () => {
    const [gone, bad] = [office.addFile(1_000), office.addFile(2_000)]
    office.copy(place)
    const whole = readFileSync(storedPath(office.filesFolder, gone))
    rmSync(storedPath(office.filesFolder, gone))
    writeFileSync(storedPath(office.filesFolder, bad), Buffer.alloc(2_052, 7))
    const again = office.copy(place)
    expect(again).toMatchObject({ state: 'verified', missingFiles: 0 })
    expect([...again.healed].sort()).toEqual([gone, bad].sort())
    expect(readFileSync(storedPath(office.filesFolder, gone))).toEqual(whole)
    // What was damaged is kept aside, never overwritten.
    const aside = readdirSync(join(office.folder, 'aside'), { recursive: true, encoding: 'utf8' })
    expect(aside.some((name) => name.endsWith(bad))).toBe(true)
  })

  test('with a file that is nowhere any more it is written, never verified', () => {
    office.addFile(1_000)
    const gone = office.addFile(2_000)
    rmSync(storedPath(office.filesFolder, gone))
    expect(office.copy(place)).toMatchObject({
      state: 'written',
      reason: 'filesMissing',
      missingFiles: 1,
    })
  })

  test('the archive of another office on the same medium is not touched', () => {
    const other = openCopyOffice()
    try {
      const theirs = other.copy(place)
      const otherId = readKeyring(other.folder).keyring.officeId
      const before = everything(mediumPaths(place, otherId).root)
      office.copy(place)
      expect(everything(mediumPaths(place, otherId).root)).toEqual(before)
      expect(officesAt(place).sort()).toEqual([officeId(), otherId].sort())
      expect(copiesAt(place, otherId).map((one) => one.name)).toEqual([theirs.copy.name])
    } finally {
      other.dispose()
    }
  })

  test('pruning takes the old ones and the files that nobody names, nothing else', () => {
    const kept = office.addFile(1_000)
    const first = office.copy(place)
    const hash = office.addFile(2_000)
    office.db.raw.exec(`delete from files where hash = '${kept}'`)
    office.work()
    const second = office.copy(place)
    const remembered = [first, second].map(({ copy }, index) => ({
      ...copy,
      state: 'verified' as const,
      auditSeq: index,
    }))
    expect(
      pruneMedium(paths(), remembered, { keep: 1, made: '', lastGoodSeq: null, restoredAt: null }),
    ).toEqual([first.copy.id])
    expect(readdirSync(paths().copies)).toEqual([second.copy.name])
    expect(existsSync(storedPath(paths().files, hash))).toBe(true)
    expect(existsSync(storedPath(paths().files, kept))).toBe(false)
    check(second.copy.name)
  })
})

describe('a database too large for a FAT32 stick', () => {
  const fat32 = 0x4d44
  const ext4 = 0xef53

  test('only FAT32 ends at 4 294 967 295 bytes', () => {
    expect(fileFits(fat32, 4_294_967_295)).toBe(true)
    expect(fileFits(fat32, 4_294_967_296)).toBe(false)
    expect(fileFits(ext4, 4_294_967_296)).toBe(true)
  })

  test('is refused before anything is staged: that takes minutes', () => {
    const asked = fs.statfsSync
    const steps: string[] = []
    const { raw } = office.db
    const pragma = raw.pragma.bind(raw)
    // As SQLite tells it of a database of so many pages, of which some are free.
    const pages = (count: number) =>
      Object.assign(raw, {
        pragma: (what: string, options?: { simple: boolean }): unknown =>
          what === 'page_count' ? count : what === 'freelist_count' ? 100 : pragma(what, options),
      })
    fs.statfsSync = ((folder: string) =>
      Object.assign(asked(folder), { type: fat32 })) as typeof asked
    syncBuiltinESMExports()
    try {
      pages(2 ** 20 + 100)
      const copy = () => office.copy(place, (step) => steps.push(step))
      expect(problemOf(copy)).toBe('fileTooBigForMedium')
      expect(steps).toEqual([])
      expect(readdirSync(place)).toEqual([])
      // One page less fits: then it is only the room of this computer that is short.
      pages(2 ** 20 + 99)
      expect(problemOf(copy)).not.toBe('fileTooBigForMedium')
      expect(steps).toContain('snapshot')
    } finally {
      Object.assign(raw, { pragma })
      fs.statfsSync = asked
      syncBuiltinESMExports()
    }
  })
})
