import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storedPath } from '../files/store.ts'
import { readKeyring } from '../keyring/store.ts'
import { openCopyOffice, type CopyOffice } from '../testing/copy-office.ts'
import { smallDisk, type DiskKind, type SmallDisk } from '../testing/small-disk.ts'
import { checkCopy } from './check.ts'
import { BackupFailed } from './errors.ts'
import { copiesAt, mediumPaths } from './medium.ts'
import { pruneMedium } from './prune.ts'
import { freeBytes } from './own-disk.ts'
import { openCopy } from './snapshot.ts'

const megabytes = 40
const kinds: DiskKind[] = ['ext4', 'vfat', 'exfat', 'ntfs', 'tmpfs']

describe.each(kinds)('a stick with %s', (kind) => {
  let found: SmallDisk | string
  let office: CopyOffice
  beforeAll(() => {
    found = smallDisk(kind, megabytes)
    if (typeof found === 'string')
      console.warn(`SKIPPED: no stick with ${kind} on this computer (${found})`)
  })
  afterAll(() => {
    if (typeof found === 'object') found.dispose()
  })
  beforeEach((context) => {
    if (typeof found === 'string') {
      context.skip(`no stick with ${kind} on this computer`)
      return
    }
    office = openCopyOffice()
  })
  afterEach(() => {
    if (typeof found === 'object') office.dispose()
  })

  const disk = () => found as SmallDisk
  const paths = () => mediumPaths(disk().place, readKeyring(office.folder).keyring.officeId)
  const copies = () => copiesAt(disk().place, readKeyring(office.folder).keyring.officeId)
  const check = (name: string, wasAway: boolean) => {
    checkCopy({
      ...{ folder: join(paths().copies, name), files: paths().files, landmark: paths().medium },
      ...{ key: office.key, wasAway, writeAgain: () => false, tell: () => undefined },
    })
  }
  function failureOf(run: () => unknown): BackupFailed {
    try {
      run()
    } catch (error) {
      if (error instanceof BackupFailed) return error
      throw error
    }
    throw new Error('nothing was refused')
  }
  const unfinished = () =>
    readdirSync(disk().place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.part'),
    )
  /** Leaves so little room that the next copy does not fit. */
  const fill = () => {
    const path = join(disk().place, `filler-${randomBytes(4).toString('hex')}`)
    try {
      for (let n = 0; n < megabytes; n++)
        writeFileSync(path, randomBytes(1024 * 1024), { flag: 'a' })
    } catch {
      // Full.
    }
  }

  test('a copy is verified, and opens with the key where nothing can be written', () => {
    office.addFile(100_000)
    const { copy, state, reason } = office.copy(disk().place)
    expect({ state, reason }).toEqual({ state: 'verified', reason: null })
    if (kind === 'tmpfs') return
    disk().putIn({ readOnly: true })
    check(copy.name, true)
    openCopy(join(paths().copies, copy.name), office.key).close()
    expect(failureOf(() => office.copy(disk().place)).problem).toBe('mediumReadOnly')
    disk().putIn()
  })

  test('pulled out in the middle: named, the old copy whole, the next one cleans up', () => {
    if (kind === 'tmpfs') return
    const old = office.copy(disk().place)
    for (let n = 0; n < 6; n++) office.addFile(500_000)
    office.work()
    let out = false
    const failure = failureOf(() =>
      office.copy(disk().place, (step, done) => {
        if (step !== 'write' || done < 1_000_000 || out) return
        out = true
        disk().pullOut()
      }),
    )
    expect(failure.problem).toBe('mediumGone')
    // Nothing of it lands on the disk below the mount point.
    expect(readdirSync(disk().place)).toEqual([])
    disk().putIn()
    expect(copies().map((one) => one.name)).toEqual([old.copy.name])
    check(old.copy.name, true)
    expect(office.copy(disk().place).state).toBe('verified')
    expect(unfinished()).toEqual([])
  })

  test('bytes that went bad while it lay in a drawer are found', () => {
    const hash = office.addFile(50_000)
    const { copy } = office.copy(disk().place)
    const path = storedPath(paths().files, hash)
    const bad = readFileSync(path)
    bad[1000] = (bad[1000] ?? 0) ^ 4
    writeFileSync(path, bad)
    if (kind !== 'tmpfs') disk().putIn()
    expect(
      failureOf(() => {
        check(copy.name, false)
      }).problem,
    ).toBe('readBackDiffers')
  })

  test('of three copies the rule keeps one: its files stay, and the room of the others is free', () => {
    const [dropped, kept] = [office.addFile(300_000), office.addFile(200_000)]
    const first = office.copy(disk().place)
    office.work()
    const second = office.copy(disk().place)
    office.db.raw.exec(`delete from files where hash = '${dropped}'`)
    office.work()
    const third = office.copy(disk().place)
    const free = () => freeBytes(disk().place) ?? 0
    const before = free()
    const remembered = [first, second, third].map(({ copy }) => ({
      ...copy,
      state: 'verified' as const,
    }))
    expect(
      pruneMedium(paths(), remembered, { keep: 1, made: '', lastGoodSeq: null, restoredAt: null }),
    ).toHaveLength(2)
    if (kind !== 'tmpfs') disk().putIn()
    expect(copies().map((one) => [one.name, one.problem])).toEqual([[third.copy.name, null]])
    expect(existsSync(storedPath(paths().files, dropped))).toBe(false)
    expect(existsSync(storedPath(paths().files, kept))).toBe(true)
    expect(free() - before).toBeGreaterThan(first.copy.bytes)
    check(third.copy.name, true)
  })

  test('full: said before with both figures, and in the middle; the old copy whole', () => {
    const old = office.copy(disk().place)
    fill()
    for (let n = 0; n < 3; n++) office.addFile(2_000_000)
    office.work()
    const failure = failureOf(() => office.copy(disk().place))
    expect(failure.problem).toBe('mediumFull')
    if ('needed' in failure.params)
      expect(Number(failure.params['needed'])).toBeGreaterThan(Number(failure.params['free']))
    // Somebody else fills it while the copy is written.
    for (const name of readdirSync(disk().place).filter((one) => one.startsWith('filler')))
      writeFileSync(join(disk().place, name), '')
    let filled = false
    const midway = failureOf(() =>
      office.copy(disk().place, (step, done) => {
        if (step !== 'write' || done === 0 || filled) return
        filled = true
        fill()
      }),
    )
    expect(midway.problem).toBe('mediumFull')
    expect(unfinished()).toEqual([])
    expect(copies().map((one) => one.name)).toEqual([old.copy.name])
    expect(statSync(join(paths().copies, old.copy.name, 'manifest.json')).size).toBeGreaterThan(0)
    check(old.copy.name, false)
  })
})
