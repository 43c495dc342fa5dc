import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeDurably } from './durable.ts'
import { DiskFull } from './errors.ts'

/** The calls that decide what is there after a power cut, in their order. */
const calls: string[] = []
let failAt = ''

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const names = new Map<number, string>()
  const note = (call: string) => {
    calls.push(call)
    if (call.startsWith(failAt) && failAt !== '')
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
  }
  return {
    ...fs,
    openSync: (path: string, flags: string, mode?: number) => {
      const fd = fs.openSync(path, flags, mode)
      names.set(fd, path.split('/').at(-1) ?? '')
      return fd
    },
    writeSync: (fd: number, bytes: Uint8Array, offset: number) => {
      note(`write ${names.get(fd) ?? ''}`)
      // As a slow disk does: not everything at once.
      return fs.writeSync(fd, bytes, offset, Math.min(3, bytes.length - offset))
    },
    fsyncSync: (fd: number) => {
      note(`fsync ${names.get(fd) ?? ''}`)
      fs.fsyncSync(fd)
    },
    renameSync: (from: string, to: string) => {
      note(`rename ${to.split('/').at(-1) ?? ''}`)
      fs.renameSync(from, to)
    },
  }
})

let folder = ''
beforeEach(() => {
  failAt = ''
  folder = mkdtempSync(join(tmpdir(), 'opora-durable-'))
  calls.length = 0
})
afterEach(() => {
  failAt = ''
  rmSync(folder, { recursive: true, force: true })
})

test('the bytes are flushed before the name, and the name before the call returns', () => {
  writeDurably(join(folder, 'a'), Buffer.from('12345'))
  expect(calls).toEqual([
    'write a.part',
    'write a.part',
    'fsync a.part',
    'rename a',
    `fsync ${folder.split('/').at(-1) ?? ''}`,
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
