import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderProblem, type FolderFacts } from './folder.ts'
import { FolderInUse, FolderRefused, lockFolder, readOwner } from './lock.ts'

const now = new Date('2026-03-02T06:30:00Z')

describe('the lock of a data folder', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opora-lock-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('a second program is refused and told who has it; kill −9 frees it', async () => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'testing/lock-holder.mjs'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await once(child.stdout, 'data')
    let error: unknown
    try {
      lockFolder(folder, now)
    } catch (caught) {
      error = caught
    }
    expect(error).toBeInstanceOf(FolderInUse)
    expect(error).toMatchObject({
      owner: { computer: 'ПРИЕМНА-1', pid: child.pid, since: '2026-03-02T06:12:00.000Z' },
    })
    child.kill('SIGKILL')
    await once(child, 'close')
    const lock = lockFolder(folder, now)
    expect(readOwner(folder)).toEqual(lock.owner)
    lock.release()
  })

  test('the same process does not take it twice; released, it is free and says nobody has it', () => {
    const lock = lockFolder(join(folder, 'new'), now)
    expect(() => lockFolder(join(folder, 'new'), now)).toThrow(FolderInUse)
    lock.setEndpoint('http://127.0.0.1:4100')
    expect(readOwner(join(folder, 'new'))).toMatchObject({
      pid: process.pid,
      since: now.toISOString(),
      endpoint: 'http://127.0.0.1:4100',
    })
    lock.release()
    expect(readOwner(join(folder, 'new'))).toBeNull()
    lockFolder(join(folder, 'new'), now).release()
  })

  test('an unreadable note of the owner does not open the folder to a second program', () => {
    const lock = lockFolder(folder, now)
    writeFileSync(join(folder, 'owner.json'), '{')
    expect(() => lockFolder(folder, now)).toThrow(FolderInUse)
    lock.release()
  })

  test('a synchronised folder is refused before anything is locked', () => {
    const synced = join(folder, 'OneDrive - Община', 'Opora')
    expect(() => lockFolder(synced, now)).toThrow(FolderRefused)
    expect(existsSync(synced)).toBe(false)
    // Also behind a link with an innocent name.
    mkdirSync(synced, { recursive: true })
    symlinkSync(synced, join(folder, 'data'))
    expect(() => lockFolder(join(folder, 'data', 'new'), now)).toThrow(FolderRefused)
    expect(existsSync(join(synced, 'office.lock'))).toBe(false)
  })
})

describe('where the data may live', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    '//server/share /mnt/share cifs rw 0 0',
    'server:/x /home/net nfs4 rw 0 0',
    '/dev/sdb1 /mnt/share/local ext4 rw 0 0',
    'u@h:/ /mnt/с\\040интервал fuse.sshfs rw 0 0',
  ].join('\n')
  const problem = (path: string, extra: Partial<FolderFacts> = {}) =>
    folderProblem({
      path,
      realPath: path,
      platform: 'linux',
      mounts,
      environment: {},
      programFolder: '/opt/opora',
      ...extra,
    })
  const windows = (path: string, extra: Partial<FolderFacts> = {}) =>
    problem(path, {
      platform: 'win32',
      mounts: '',
      programFolder: 'C:\\Program Files\\Opora',
      ...extra,
    })

  test.each([
    ['/home/opora', null],
    ['/mnt/share/data', { reason: 'networkShare' }],
    ['/mnt/shared/data', null],
    ['/mnt/share/local/data', null],
    ['/home/net', { reason: 'networkShare' }],
    ['/mnt/с интервал/x', { reason: 'networkShare' }],
    ['/home/a/Dropbox/Opora', { reason: 'syncedFolder', service: 'Dropbox' }],
    ['/home/a/Dropbox (Personal)/Opora', { reason: 'syncedFolder', service: 'Dropbox' }],
    ['/home/a/Nextcloud2/Opora', { reason: 'syncedFolder', service: 'Nextcloud' }],
    ['/home/a/not-dropbox/Opora', null],
    ['/opt/opora', { reason: 'insideProgram' }],
    ['/opt/opora/data', { reason: 'insideProgram' }],
    ['/opt/opora-data', null],
    ['/opt/Opora/data', null],
  ])('Linux %s', (path, expected) => {
    expect(problem(path)).toEqual(expected)
  })

  test.each([
    ['C:\\ProgramData\\Opora', null],
    ['\\\\server\\share\\Opora', { reason: 'networkShare' }],
    ['//server/share/Opora', { reason: 'networkShare' }],
    ['\\\\?\\UNC\\server\\share', { reason: 'networkShare' }],
    ['\\\\?\\C:\\Opora', null],
    ['C:\\Users\\m\\OneDrive\\Opora', { reason: 'syncedFolder', service: 'OneDrive' }],
    [
      'C:\\Users\\m\\OneDrive - Община Пример\\Opora',
      { reason: 'syncedFolder', service: 'OneDrive' },
    ],
    ['G:\\My Drive\\Opora', { reason: 'syncedFolder', service: 'Google Drive' }],
    ['G:\\Моят диск\\Opora', { reason: 'syncedFolder', service: 'Google Drive' }],
    ['C:\\Users\\m\\iCloudDrive\\x', { reason: 'syncedFolder', service: 'iCloud' }],
    ['C:\\OneDriver\\Opora', null],
    ['C:\\Program Files\\Opora', { reason: 'insideProgram' }],
    ['c:\\program files\\OPORA\\данни', { reason: 'insideProgram' }],
    ['C:/Program Files/Opora/x', { reason: 'insideProgram' }],
    ['\\\\?\\C:\\Program Files\\Opora\\x', { reason: 'insideProgram' }],
    ['C:\\Program Files\\Opora данни', null],
    ['D:\\Program Files\\Opora', null],
  ])('Windows %s', (path, expected) => {
    expect(windows(path)).toEqual(expected)
  })

  test('a short name or a link that leads into the program', () => {
    const realPath = 'C:\\Program Files\\Opora\\данни'
    expect(windows('D:\\Опора', { realPath })).toEqual({ reason: 'insideProgram' })
    const short = 'C:\\PROGRA~1\\Opora\\данни'
    expect(windows(short, { realPath })).toEqual({ reason: 'insideProgram' })
  })

  test('a drive letter that stands for a share, and a OneDrive that was moved', () => {
    expect(windows('Z:\\Opora', { realPath: '\\\\server\\share\\Opora' })).toEqual({
      reason: 'mappedDrive',
    })
    const environment = { OneDriveCommercial: 'D:\\Облак' }
    expect(windows('D:\\Облак\\Opora', { environment })).toEqual({
      reason: 'syncedFolder',
      service: 'OneDrive',
    })
    expect(windows('D:\\Облак2\\Opora', { environment })).toBeNull()
  })
})
