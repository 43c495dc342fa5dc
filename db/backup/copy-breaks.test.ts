import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useDisk } from '../disk.ts'
import { everything, openCopyDesk, problemOf, type CopyDesk } from '../testing/copy-desk.ts'
import { bigFileError } from './medium-error.ts'
import { copiesAt } from './medium.ts'
import { Stopped } from './progress.ts'

let desk: CopyDesk
let office: CopyDesk['office']
let place: CopyDesk['place']
let officeId: CopyDesk['officeId']
let paths: CopyDesk['paths']
let check: CopyDesk['check']
let unfinished: CopyDesk['unfinished']
beforeEach(() => {
  desk = openCopyDesk()
  ;({ office, place, officeId, paths, check, unfinished } = desk)
})
afterEach(() => {
  desk.dispose()
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
