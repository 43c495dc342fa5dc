import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readKeyring } from '../keyring/store.ts'
import { openCopyOffice, type CopyOffice } from '../testing/copy-office.ts'
import { smallDisk, type SmallDisk } from '../testing/small-disk.ts'
import { attachedDrives, freeBytesAt, isOnDiskOf, mediumAt } from './drives.ts'
import { mediumPaths } from './medium.ts'

const megabytes = 40
let found: SmallDisk | string
let office: CopyOffice
beforeAll(() => {
  found = smallDisk('ext4', megabytes)
  if (typeof found === 'string') console.warn(`SKIPPED: no stick on this computer (${found})`)
})
afterAll(() => {
  if (typeof found === 'object') found.dispose()
})
beforeEach((context) => {
  if (typeof found === 'string') {
    context.skip(found)
    return
  }
  office = openCopyOffice()
})
afterEach(() => {
  if (typeof found === 'object') office.dispose()
})

const stick = () => found as SmallDisk
const idOf = ({ folder }: CopyOffice) => readKeyring(folder).keyring.officeId
const seen = async (dataDir = office.folder) =>
  (await attachedDrives(dataDir, idOf(office))).find((one) => one.place === stick().place)

test('a stick that is in: its room, nothing on it yet, then the medium of the office', async () => {
  const before = await seen()
  expect(before).toMatchObject({ medium: null, otherOffices: [], sameDisk: false })
  expect(before?.sizeBytes).toBe(megabytes * 1024 * 1024)
  expect(before?.freeBytes).toBeGreaterThan(20_000_000)
  office.addFile(1_000_000)
  const { medium } = office.copy(stick().place)
  const after = await seen()
  expect(after?.medium).toEqual({ id: medium.id, name: medium.name })
  expect(after?.freeBytes).toBeLessThan((before?.freeBytes ?? 0) - 1_000_000)
})

test('the archive of another office is told by its name, and is not taken for ours', async () => {
  const other = openCopyOffice()
  try {
    other.copy(stick().place)
    const name = readKeyring(other.folder).keyring.officeName
    rmSync(mediumPaths(stick().place, idOf(office)).root, { recursive: true, force: true })
    const drive = await seen()
    expect(drive?.medium).toBeNull()
    expect(drive?.otherOffices).toContain(name)
    // Where its copies cannot be read, at least that there is somebody.
    const copies = join(stick().place, 'Opora', 'чужда', 'copies', '2026-11-27T085231Z-1f0c9a')
    mkdirSync(copies, { recursive: true })
    writeFileSync(join(copies, 'manifest.json'), 'няма')
    expect((await seen())?.otherOffices).toContain('чужда')
  } finally {
    other.dispose()
  }
})

test('the disk with the office on it is not offered; a folder on it is known to be the same', async () => {
  const dataDir = join(stick().place, 'данни')
  mkdirSync(dataDir, { recursive: true })
  expect(await seen(dataDir)).toBeUndefined()
  expect(await isOnDiskOf(stick().place, dataDir)).toBe(true)
  expect(await isOnDiskOf(stick().place, office.folder)).toBe(false)
})

test('a medium.json that was cut is no medium, and the stick stays in the list', async () => {
  office.copy(stick().place)
  const path = mediumPaths(stick().place, idOf(office)).medium
  writeFileSync(path, '{"format":1,"id":')
  expect(await seen()).toMatchObject({ medium: null })
  rmSync(path)
})

test('pulled out it is not in the list; between the list and the look it has no room to tell', async () => {
  office.copy(stick().place)
  stick().pullOut()
  try {
    expect(await seen()).toBeUndefined()
    expect(await mediumAt(stick().place, idOf(office))).toBeNull()
    expect(await freeBytesAt(join(stick().place, 'няма'))).toBeNull()
  } finally {
    stick().putIn()
  }
  expect((await seen())?.medium).not.toBeNull()
})
