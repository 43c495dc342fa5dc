import path from 'node:path'
import { expect, test } from 'vitest'
import { smallDisk } from '#db/testing/small-disk.ts'
import { DiskFull } from '#db/errors.ts'
import { lockFolder } from '#db/lock.ts'
import texts from '#locales/bg/desktop.json' with { type: 'json' }
import { startFailure } from './start-failure.ts'

const withCode = (code: string) => Object.assign(new Error('raw'), { code })
const said = (text: string) => text.replace('{{dataDir}}', 'D')

test.each([
  ['ENOSPC', texts.diskFull],
  ['EDQUOT', texts.diskFull],
  ['SQLITE_FULL', texts.diskFull],
  ['EIO', texts.diskRefuses],
  ['SQLITE_IOERR_WRITE', texts.diskRefuses],
  ['EACCES', texts.noRights],
  ['SQLITE_CANTOPEN', texts.noRights],
  ['SQLITE_READONLY_DIRECTORY', texts.noRights],
  ['SQLITE_CORRUPT', texts.databaseDamaged],
])('%s has a sentence of its own', (code, text) => {
  expect(startFailure(withCode(code), 'D')).toBe(said(text))
})

test('a disk that was told by its type has one too, and what nobody foresaw has none', () => {
  expect(startFailure(new DiskFull('full'), 'D')).toBe(said(texts.diskFull))
  expect(startFailure(new DiskFull('io'), 'D')).toBe(said(texts.diskRefuses))
  expect(startFailure(new Error('pragma did not hold'), 'D')).toBeUndefined()
})

test('a disk that is only to be read is told in words, whatever of the start meets it first', (context) => {
  const disk = smallDisk('ext4', 8)
  if (typeof disk === 'string') {
    console.warn(`SKIPPED: no small disk on this computer (${disk})`)
    context.skip(disk)
    return
  }
  try {
    const folder = path.join(disk.place, 'office')
    lockFolder(folder, new Date()).release()
    disk.pullOut()
    disk.putIn({ readOnly: true })
    let thrown: unknown
    try {
      lockFolder(folder, new Date()).release()
    } catch (error) {
      thrown = error
    }
    expect(
      [texts.noRights, texts.diskRefuses].map((text) => text.replace('{{dataDir}}', folder)),
    ).toContain(startFailure(thrown, folder))
  } finally {
    disk.dispose()
  }
})
