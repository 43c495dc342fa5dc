import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useDisk } from './disk.ts'
import { makeFolderDurably, writeDurably } from './durable.ts'
import { DiskFull } from './errors.ts'

/** The calls that decide what is there after a power cut, in their order. */
const calls: string[] = []
let failAt = ''
let folder = ''
let putBack = () => {}

beforeEach(() => {
  failAt = ''
  folder = mkdtempSync(join(tmpdir(), 'opora-durable-'))
  calls.length = 0
  const names = new Map<number, string>()
  const note = (call: string) => {
    calls.push(call)
    if (failAt !== '' && call.startsWith(failAt))
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  putBack = useDisk((real) => ({
    ...real,
    openSync(path, flags, mode) {
      const fd = real.openSync(path, flags, mode)
      names.set(fd, basename(path))
      return fd
    },
    writeSync(fd, bytes, offset) {
      note(`write ${names.get(fd) ?? ''}`)
      // As a slow disk does: not everything at once.
      return real.writeSync(fd, bytes.subarray(0, offset + 3), offset)
    },
    fsyncSync(fd) {
      note(`fsync ${names.get(fd) ?? ''}`)
      real.fsyncSync(fd)
    },
    renameSync(from, to) {
      note(`rename ${basename(to)}`)
      real.renameSync(from, to)
    },
  }))
})
afterEach(() => {
  putBack()
  rmSync(folder, { recursive: true, force: true })
})

test('the bytes are flushed before the name, and the name before the call returns', () => {
  writeDurably(join(folder, 'a'), Buffer.from('12345'))
  expect(calls).toEqual([
    'write a.part',
    'write a.part',
    'fsync a.part',
    'rename a',
    `fsync ${basename(folder)}`,
  ])
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('12345')
})

test.each(['write', 'fsync a.part', 'rename'])(
  'a disk that is full at „%s“ leaves the old file whole and nothing beside it',
  (step) => {
    writeDurably(join(folder, 'a'), Buffer.from('old'))
    failAt = step
    expect(() => {
      writeDurably(join(folder, 'a'), Buffer.from('new'))
    }).toThrow(DiskFull)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a'])
  },
)

test('of several new folders each name is made to last', () => {
  makeFolderDurably(join(folder, 'a', 'b'))
  expect(calls).toEqual([`fsync ${basename(folder)}`, 'fsync a'])
})
