import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, testNow, type TestOffice } from '../testing/database.ts'
import { FileDamaged, FileTooBig, hashOfSealed, openSealedFile, sealFile } from './format.ts'
import {
  createFileKey,
  findOrphans,
  readFile,
  recordFile,
  removeOrphans,
  storedPath,
  storeFile,
} from './store.ts'
import { verifyFiles } from './verify.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => {
  office.dispose()
})

const pdf = Buffer.from('%PDF-1.7 Договор на Вълкадин Пеоев')
const about = { mediaType: 'application/pdf', now: testNow, actor: null }
function save(bytes: Buffer = pdf) {
  const { orm } = office.db
  const stored = storeFile(orm, office.filesFolder, bytes)
  return office.db.transaction((tx) => recordFile(tx, stored, about))
}
const read = (id: string) => readFile(office.db.orm, office.filesFolder, id)

describe('the file store', () => {
  test('gives back the same bytes, under the hash of what is on the disk, and no plain text', () => {
    const file = save()
    expect(read(file.id)).toEqual(pdf)
    const path = storedPath(office.filesFolder, file.hash)
    const onDisk = readFileSync(path)
    expect(hashOfSealed(onDisk)).toBe(file.hash)
    expect(onDisk.includes('PDF') || onDisk.includes('Вълкадин')).toBe(false)
    expect(onDisk.subarray(0, 8).toString('latin1')).toBe('OPRF\x01\x01\0\0')
    expect(readdirSync(path.slice(0, -65))).toEqual([file.hash])
  })

  test('the same paper twice does not show as the same file', () => {
    expect(save().hash).not.toBe(save().hash)
  })

  test.each(['header', 'body', 'tag'] as const)(
    'a flipped bit in the %s is found, not returned',
    (where) => {
      const file = save()
      const path = storedPath(office.filesFolder, file.hash)
      const bytes = readFileSync(path)
      const index = { header: 30, body: 40, tag: bytes.length - 1 }[where]
      bytes[index] = (bytes[index] ?? 0) ^ 1
      writeFileSync(path, bytes)
      expect(() => read(file.id)).toThrow(FileDamaged)
    },
  )

  test('a forged file with a right hash but another key or header does not authenticate', () => {
    const dataKey = { id: '01890000-0000-7000-8000-000000000000', key: randomBytes(32) }
    const sealed = sealFile(pdf, dataKey)
    expect(openSealedFile(sealed, dataKey, 'h')).toEqual(pdf)
    expect(() => openSealedFile(sealed, { ...dataKey, key: randomBytes(32) }, 'h')).toThrow(/tag/)
    const otherId = { ...dataKey, id: '01890000-0000-7000-8000-000000000001' }
    expect(() => openSealedFile(sealed, otherId, 'h')).toThrow(/key/)
    sealed[4] = 2
    expect(() => openSealedFile(sealed, dataKey, 'h')).toThrow(/format/)
    expect(() => openSealedFile(sealed.subarray(0, 20), dataKey, 'h')).toThrow(/format/)
  })

  test('an empty file and a big one; more than the limit is refused', () => {
    expect(read(save(Buffer.alloc(0)).id)).toHaveLength(0)
    const big = randomBytes(3_000_000)
    expect(read(save(big).id).equals(big)).toBe(true)
    expect(() =>
      storeFile(office.db.orm, office.filesFolder, Buffer.alloc(50 * 1024 * 1024 + 1)),
    ).toThrow(FileTooBig)
  })

  test('a transaction that fails leaves a file nobody names, which goes after a while, not at once', () => {
    const kept = save()
    const stored = storeFile(office.db.orm, office.filesFolder, pdf)
    const path = storedPath(office.filesFolder, stored.hash)
    const now = new Date()
    expect(findOrphans(office.db.orm, office.filesFolder, now)).toEqual([])
    utimesSync(path, new Date(now.getTime() - 7_200_000), new Date(now.getTime() - 7_200_000))
    expect(findOrphans(office.db.orm, office.filesFolder, now)).toEqual([path])
    expect(removeOrphans(office.db.orm, office.filesFolder, now)).toBe(1)
    expect(existsSync(path)).toBe(false)
    expect(read(kept.id)).toEqual(pdf)
  })

  test('files written under an older data key still open after a new one', () => {
    const before = save()
    office.db.transaction((tx) => {
      createFileKey(tx, testNow)
    })
    const after = save()
    expect(after.keyId).not.toBe(before.keyId)
    expect(read(before.id)).toEqual(read(after.id))
  })

  test('verify names what is missing and what is altered, and reports how far it is', () => {
    const files = [save(), save(), save()]
    const [lost, altered] = files
    rmSync(storedPath(office.filesFolder, lost?.hash ?? ''))
    writeFileSync(storedPath(office.filesFolder, altered?.hash ?? ''), 'x')
    const steps: string[] = []
    const report = verifyFiles(office.db.orm, office.filesFolder, {
      now: new Date(),
      onProgress: (done, total) => steps.push(`${String(done)}/${String(total)}`),
    })
    expect(steps).toEqual(['1/3', '2/3', '3/3'])
    expect(report).toMatchObject({ ok: false, checked: 3, orphans: 0 })
    expect(new Map(report.damaged.map((one) => [one.fileId, one.reason]))).toEqual(
      new Map([
        [lost?.id, 'missing'],
        [altered?.id, 'hash'],
      ]),
    )
  })
})
