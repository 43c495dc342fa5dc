import fs, {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useDisk } from '../disk.ts'
import { storedPath } from '../files/store.ts'
import { readKeyring } from '../keyring/store.ts'
import { openCopyOffice, type CopyOffice } from '../testing/copy-office.ts'
import { checkCopy } from './check.ts'
import { BackupFailed } from './errors.ts'
import { bigFileError, fileFits } from './medium-error.ts'
import { copiesAt, mediumPaths, officesAt } from './medium.ts'
import { Stopped } from './progress.ts'
import { pruneMedium } from './prune.ts'

let office: CopyOffice
let place: string
beforeEach(() => {
  office = openCopyOffice()
  place = mkdtempSync(join(tmpdir(), 'opora-stick-'))
})
afterEach(() => {
  office.dispose()
  rmSync(place, { recursive: true, force: true })
})

const officeId = () => readKeyring(office.folder).keyring.officeId
const paths = () => mediumPaths(place, officeId())
const check = (name: string, wasAway = false) => {
  checkCopy({
    folder: join(paths().copies, name),
    files: paths().files,
    landmark: paths().medium,
    key: office.key,
    wasAway,
    writeAgain: () => false,
    tell: () => undefined,
  })
}
function problemOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof BackupFailed) return error.problem
    throw error
  }
  return 'none'
}
/** Every file below a folder with its bytes, as one comparable text. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path).toString('base64')}`)
}
const unfinished = () =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part'))

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

describe('when things break', () => {
  /** Makes copies to a medium that fails at its first call, then at its second … */
  function atCalls(
    code: string,
    every: number,
    each: (step: number, problem: string) => void,
  ): number {
    let calls = 0
    let failAt = Number.POSITIVE_INFINITY
    const call = <T>(path: string | null, run: () => T) => {
      // Only the medium is bad.
      if (path !== null && !path.startsWith(place)) return run()
      calls += 1
      if (calls === failAt) throw Object.assign(new Error('disk'), { code })
      return run()
    }
    const names = new Map<number, string>()
    const putBack = useDisk((real) => ({
      ...real,
      openSync: (path, flags, mode) =>
        call(path, () => {
          const fd = real.openSync(path, flags, mode)
          names.set(fd, path)
          return fd
        }),
      writeSync: (fd, bytes, offset) =>
        call(names.get(fd) ?? null, () => real.writeSync(fd, bytes, offset)),
      fsyncSync: (fd) => {
        call(names.get(fd) ?? null, () => {
          real.fsyncSync(fd)
        })
      },
      mkdirSync: (path, mode) => {
        call(path, () => {
          real.mkdirSync(path, mode)
        })
      },
      renameSync: (from, to) => {
        call(to, () => {
          real.renameSync(from, to)
        })
      },
    }))
    try {
      office.copy(place)
      const total = calls
      for (let step = 1; step <= total; step += every) {
        calls = 0
        failAt = step
        office.addFile(3_000)
        office.work()
        each(
          step,
          problemOf(() => office.copy(place)),
        )
      }
      return total
    } finally {
      putBack()
    }
  }

  test.each([
    ['ENOSPC', 'mediumFull', 1],
    ['EIO', 'mediumUnreadable', 1],
    ['EFBIG', 'fileTooBigForMedium', 1],
    ['EROFS', 'mediumReadOnly', 5],
    ['ENODEV', 'mediumGone', 5],
  ])(
    'a medium that says %s at any call: %s, and the old copy as it was',
    (code, problem, every) => {
      office.addFile(5_000)
      const old = office.copy(place)
      const folder = join(paths().copies, old.copy.name)
      const before = everything(folder)
      const total = atCalls(code, every, (step, said) => {
        expect(said, `call ${String(step)}`).toBe(problem)
        expect(unfinished(), `call ${String(step)}`).toEqual([])
        for (const { name } of copiesAt(place, officeId()))
          expect(readdirSync(join(paths().copies, name))).toHaveLength(4)
      })
      expect(total).toBeGreaterThan(15)
      expect(everything(folder)).toEqual(before)
      check(old.copy.name)
    },
  )

  test('a medium on which no folder can be flushed takes copies all the same', () => {
    for (const code of ['EINVAL', 'ENOSYS', 'ENOTSUP']) {
      const folders = new Set<number>()
      const putBack = useDisk((real) => ({
        ...real,
        openSync(path, flags, mode) {
          const fd = real.openSync(path, flags, mode)
          folders.delete(fd)
          if (path.startsWith(place) && statSync(path).isDirectory()) folders.add(fd)
          return fd
        },
        fsyncSync(fd) {
          if (folders.has(fd)) throw Object.assign(new Error('disk'), { code })
          real.fsyncSync(fd)
        },
      }))
      try {
        office.addFile(1_000)
        expect(office.copy(place).state).toBe('verified')
      } finally {
        putBack()
      }
    }
  })

  test.each(['EPERM', 'EACCES', 'EBUSY'])(
    'a virus scanner that holds every new name for a moment (%s) is waited for',
    (code) => {
      office.addFile(1_000)
      const refused = new Map<string, number>()
      const putBack = useDisk((real) => ({
        ...real,
        renameSync(from, to) {
          const times = refused.get(from) ?? 0
          refused.set(from, times + 1)
          if (times < 2) throw Object.assign(new Error('disk'), { code })
          real.renameSync(from, to)
        },
      }))
      try {
        expect(office.copy(place).state).toBe('verified')
        // medium.json, the stored file, the copy itself.
        expect([...refused.values()]).toEqual([3, 3, 3])
      } finally {
        putBack()
      }
      expect(unfinished()).toEqual([])
    },
  )

  test('no room just where FAT32 ends, and room enough: Windows means that the file is too big', () => {
    const noRoom = Object.assign(new Error('disk'), { code: 'ENOSPC' })
    const said = (end: number, landmark = join(place, 'medium.json')) =>
      problemOf(() => {
        throw bigFileError(noRoom, landmark, end)
      })
    expect(said(2 ** 32)).toBe('fileTooBigForMedium')
    expect(said(2 ** 32 - 1)).toBe('mediumFull')
    expect(said(2 ** 32 + 1024 * 1024)).toBe('mediumFull')
    expect(said(2 ** 32, join(place, 'gone', 'medium.json'))).toBe('mediumFull')
  })

  test('a bit that flips between the memory and the medium is found by reading back', () => {
    const old = office.copy(place)
    let writes = 0
    let flipAt = Number.POSITIVE_INFINITY
    const names = new Map<number, string>()
    const putBack = useDisk((real) => ({
      ...real,
      openSync(path, flags, mode) {
        const fd = real.openSync(path, flags, mode)
        names.set(fd, path)
        return fd
      },
      writeSync(fd, bytes, offset) {
        const name = names.get(fd) ?? ''
        if (!name.startsWith(place) || ++writes !== flipAt) return real.writeSync(fd, bytes, offset)
        const bad = Buffer.from(bytes)
        bad[offset] = (bad[offset] ?? 0) ^ 1
        return real.writeSync(fd, bad, offset)
      },
    }))
    try {
      office.addFile(3_000)
      office.work()
      office.copy(place)
      const total = writes
      expect(total).toBeGreaterThan(4)
      for (let step = 1; step <= total; step++) {
        writes = 0
        flipAt = step
        office.addFile(3_000)
        office.work()
        const said = problemOf(() => office.copy(place))
        // The stored file is written once more and is then right; the rest makes the copy fail.
        expect(['none', 'readBackDiffers']).toContain(said)
        if (said === 'none') expect(step).toBe(1)
      }
      check(old.copy.name)
    } finally {
      putBack()
    }
  })

  test('stopped at any moment it leaves nothing of itself', () => {
    office.addFile(3_000)
    const old = office.copy(place)
    const steps: string[] = []
    office.copy(place, (step) => steps.push(step))
    for (let at = 1; at <= steps.length; at++) {
      let told = 0
      office.work()
      const before = copiesAt(place, officeId()).length
      expect(() =>
        office.copy(place, () => {
          told += 1
          if (told === at) throw new Stopped()
        }),
      ).toThrow(Stopped)
      expect(unfinished()).toEqual([])
      expect(readdirSync(join(office.folder, 'work'))).toEqual([])
      // From „Записан“ on it is a copy, and stays one.
      const more = copiesAt(place, officeId()).length - before
      expect(more).toBe(['snapshot', 'write'].includes(steps[at - 1] ?? '') ? 0 : 1)
    }
    check(old.copy.name)
  })

  test('the folder taken away in the middle: the medium is gone, and nothing is made anew there', () => {
    office.addFile(3_000)
    const root = join(place, 'Opora')
    let taken = false
    const said = problemOf(() =>
      office.copy(place, (step, done) => {
        if (step !== 'write' || done === 0 || taken) return
        taken = true
        rmSync(root, { recursive: true })
      }),
    )
    expect(said).toBe('mediumGone')
    expect(existsSync(root)).toBe(false)
  })

  test('a copy by hand into another folder is no copy of this office until its medium says so', () => {
    const { copy } = office.copy(place)
    cpSync(join(paths().copies, copy.name), join(paths().copies, `${copy.name}.part`), {
      recursive: true,
    })
    expect(copiesAt(place, officeId()).map((one) => one.name)).toEqual([copy.name])
    office.work()
    office.copy(place)
    expect(unfinished()).toEqual([])
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
