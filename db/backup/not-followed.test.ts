import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storedPath } from '../files/store.ts'
import { readKeyring } from '../keyring/store.ts'
import { openCopyOffice, type CopyOffice } from '../testing/copy-office.ts'
import { removeAside } from './aside.ts'
import { checkCopy } from './check.ts'
import { copyHashed } from './copy-in.ts'
import { mediumAt } from './drives.ts'
import { BackupFailed } from './errors.ts'
import { readManifest, readManifestLater } from './manifest.ts'
import { copiesAt, findMedium, mediumPaths, officesAt } from './medium.ts'
import { pruneMedium } from './prune.ts'
import { listedFiles } from './restore-files.ts'
import { makeSnapshot, openCopy } from './snapshot.ts'
import { bringAgain } from './stored-files.ts'
import { finishSwap, stageFolder } from './swap.ts'

let office: CopyOffice
let place: string
/** Somebody else's folder: what lies in it must be there afterwards, byte for byte. */
let outside: string
let hash: string
let name: string

beforeEach(() => {
  office = openCopyOffice()
  place = mkdtempSync(join(tmpdir(), 'opora-носител-'))
  outside = mkdtempSync(join(tmpdir(), 'opora-чужда-'))
  hash = office.addFile(3_000)
  name = office.copy(place).copy.name
})
afterEach(() => {
  office.dispose()
  for (const folder of [place, outside]) rmSync(folder, { recursive: true, force: true })
})

const paths = () => mediumPaths(place, readKeyring(office.folder).keyring.officeId)
const officeId = () => readKeyring(office.folder).keyring.officeId
const snapshot = () => {
  const order = { dataDir: office.folder, database: office.db, key: office.key }
  const about = { occasion: 'asked', madeBy: null, programVersion: '1.2.3' } as const
  return makeSnapshot({ ...order, ...about, now: new Date() })
}
const check = () => {
  checkCopy({
    folder: join(paths().copies, name),
    files: paths().files,
    landmark: paths().medium,
    key: office.key,
    wasAway: false,
    writeAgain: () => false,
    tell: () => undefined,
  })
}
const prune = () => {
  office.work()
  const made = office.copy(place).copy
  return pruneMedium(paths(), [{ id: 'old', name, ...seen() }, { id: made.id, ...seen(), auditSeq: 9, name: made.name }], {
    ...{ keep: 1, made: made.id, lastGoodSeq: null, restoredAt: null },
  }) // prettier-ignore
}
const seen = () => ({
  createdAt: '2026-11-27T08:00:00.000Z',
  auditSeq: 1,
  state: 'written' as const,
})

function failureOf(run: () => unknown): Pick<BackupFailed, 'problem' | 'params'> | string {
  try {
    run()
  } catch (error) {
    if (error instanceof BackupFailed) return { problem: error.problem, params: error.params }
    throw error
  }
  return 'nothing was refused'
}
const refusal = (where: string) => ({ problem: 'notFollowed', params: { where } })

/** Names and bytes below a folder. */
function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((path) =>
      lstatSync(path).isFile() ? `${path} ${readFileSync(path).toString('base64')}` : path,
    )
}

/** What stood there is somebody else's now, and only a link leads to it. */
function turnIntoLink(path: string): void {
  const elsewhere = join(outside, relative(place, path).replaceAll(/[\\/]/g, '-'))
  renameSync(path, elsewhere)
  const isFolder = lstatSync(elsewhere).isDirectory()
  if (isFolder) writeFileSync(join(elsewhere, 'снимка.jpg'), 'somebody else’s')
  symlinkSync(elsewhere, path, isFolder ? 'junction' : 'file')
}

describe('a link on a medium is refused by its place, and what it leads to stays as it is', () => {
  const folders: Record<string, () => string> = {
    Opora: () => join(place, 'Opora'),
    'the folder of the office': () => paths().root,
    copies: () => paths().copies,
    files: () => paths().files,
    'a folder of the store': () => dirname(storedPath(paths().files, hash)),
    'medium.json': () => paths().medium,
  }
  test.each(Object.keys(folders))('%s: copied to, and the old copies pruned', (which) => {
    const path = folders[which]?.() ?? ''
    turnIntoLink(path)
    const before = everything(outside)
    office.addFile(2_000)
    office.work()
    expect(failureOf(() => office.copy(place))).toEqual(refusal(path))
    const rule = { keep: 1, made: 'x', lastGoodSeq: null, restoredAt: null }
    const remembered = [
      { id: 'old', name, ...seen() },
      { id: 'x', name: '2026-11-28T080000Z-aaaaaa', ...seen(), auditSeq: 9 },
    ]
    expect(failureOf(() => pruneMedium(paths(), remembered, rule))).toEqual(refusal(path))
    expect(everything(outside)).toEqual(before)
  })

  const parts: Record<string, () => string> = {
    ...folders,
    'the folder of the copy': () => join(paths().copies, name),
    'office.opora': () => join(paths().copies, name, 'office.opora'),
    'keyring.json': () => join(paths().copies, name, 'keyring.json'),
    'files.json': () => join(paths().copies, name, 'files.json'),
    'manifest.json': () => join(paths().copies, name, 'manifest.json'),
    'a stored file': () => storedPath(paths().files, hash),
  }
  test.each(Object.keys(parts).filter((which) => which !== 'medium.json'))(
    '%s: checked',
    (which) => {
      const path = parts[which]?.() ?? ''
      turnIntoLink(path)
      expect(failureOf(check)).toEqual(refusal(path))
    },
  )

  test('a link beside the database of a copy, which SQLite would open, is refused as well', () => {
    const path = join(paths().copies, name, 'office.opora-journal')
    symlinkSync(join(outside, 'journal'), path)
    expect(failureOf(() => openCopy(join(paths().copies, name), office.key))).toEqual(refusal(path))
  })

  test.each(['copies', 'files/ab'])('an unfinished „.part“ in %s that is a link', (where) => {
    const folder = join(paths().root, where)
    mkdirSync(folder, { recursive: true })
    const part = join(folder, 'x.part')
    writeFileSync(join(outside, 'снимка.jpg'), 'somebody else’s')
    symlinkSync(outside, part, 'junction')
    expect(failureOf(() => office.copy(place))).toEqual(refusal(part))
    expect(readdirSync(outside)).toEqual(['снимка.jpg'])
  })

  test('„medium.json.part“ as a link is not written through', () => {
    const victim = join(outside, 'договор.docx')
    writeFileSync(victim, 'somebody else’s')
    rmSync(paths().medium)
    symlinkSync(victim, `${paths().medium}.part`, 'file')
    expect(failureOf(() => office.copy(place))).toEqual(refusal(`${paths().medium}.part`))
    expect(readFileSync(victim, 'utf8')).toBe('somebody else’s')
  })

  test('a stored file as a link is not written again through it', () => {
    const path = storedPath(paths().files, hash)
    turnIntoLink(path)
    const before = everything(outside)
    const order = { local: office.filesFolder, onMedium: paths().files, landmark: paths().medium }
    const again = () => bringAgain({ ...order, aside: join(office.folder, 'aside') }, { hash, size: lstatSync(storedPath(office.filesFolder, hash)).size }) // prettier-ignore
    expect(failureOf(again)).toEqual(refusal(path))
    expect(everything(outside)).toEqual(before)
  })

  test('lists say it: whose medium it is, which copies are on it', async () => {
    turnIntoLink(join(paths().copies, name))
    const [listed] = copiesAt(place, officeId())
    expect(listed).toMatchObject(refusal(join(paths().copies, name)))
    turnIntoLink(paths().medium)
    expect(failureOf(() => findMedium(place, officeId()))).toEqual(refusal(paths().medium))
    expect(await mediumAt(place, officeId())).toBeNull()
    turnIntoLink(join(place, 'Opora'))
    expect(failureOf(() => officesAt(place))).toEqual(refusal(join(place, 'Opora')))
  })

  test('the place itself may be a link: a person named it', () => {
    const named = join(outside, 'носител')
    symlinkSync(place, named, 'junction')
    office.work()
    expect(office.copy(named).state).toBe('verified')
    expect(copiesAt(named, officeId())).toHaveLength(2)
  })

  test('without any link the same is pruned, stored files too', () => {
    expect(prune()).toEqual(['old'])
    expect(existsSync(join(paths().copies, name))).toBe(false)
  })
})

describe('a link in the data folder is refused by its place', () => {
  test.each(['snapshots', 'work', 'aside', 'files'])('%s', (which) => {
    const path = join(office.folder, which)
    rmSync(path, { recursive: true, force: true })
    writeFileSync(join(outside, 'снимка.jpg'), 'somebody else’s')
    symlinkSync(outside, path, 'junction')
    const work: Record<string, () => unknown> = {
      snapshots: snapshot,
      work: () => stageFolder(office.folder, 'one'),
      aside: () => {
        removeAside(office.folder, 'снимка.jpg')
      },
      files: () => office.addFile(100),
    }
    expect(failureOf(() => work[which]?.())).toEqual(refusal(path))
    expect(readdirSync(outside)).toEqual(['снимка.jpg'])
  })

  test('an unfinished snapshot that is a link', () => {
    snapshot()
    const part = join(office.folder, 'snapshots', 'x.part')
    writeFileSync(join(outside, 'снимка.jpg'), 'somebody else’s')
    symlinkSync(outside, part, 'junction')
    expect(failureOf(snapshot)).toEqual(refusal(part))
    expect(readdirSync(outside)).toEqual(['снимка.jpg'])
  })

  test('a swap that would carry the database through a link', () => {
    const link = join(office.folder, 'aside')
    symlinkSync(outside, link, 'junction')
    mkdirSync(join(outside, '1-restore'))
    writeFileSync(join(office.folder, 'x.txt'), 'x')
    const moves = [{ from: 'x.txt', to: 'aside/1-restore/x.txt' }]
    const journal = { format: 1, purpose: 'restore', id: '1', moves }
    writeFileSync(join(office.folder, 'swap.json'), JSON.stringify(journal))
    expect(failureOf(() => finishSwap(office.folder))).toEqual(refusal(link))
    expect(readdirSync(join(outside, '1-restore'))).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('a pipe keeps nobody waiting', () => {
  const pipe = (path: string) => {
    rmSync(path)
    execFileSync('mkfifo', [path])
    return path
  }
  test.each(['manifest.json', 'keyring.json', 'files.json', 'office.opora'])('%s', (file) => {
    const path = pipe(join(paths().copies, name, file))
    expect(failureOf(check)).toEqual(refusal(path))
  })
  test('medium.json', () => {
    const path = pipe(paths().medium)
    expect(failureOf(() => findMedium(place, officeId()))).toEqual(refusal(path))
  })
  test('manifest.json, asked for in passing', async () => {
    const path = pipe(join(paths().copies, name, 'manifest.json'))
    const asked = readManifestLater(join(paths().copies, name))
    await expect(asked).rejects.toMatchObject(refusal(path))
  })
})

describe('a copy is bounded by its manifest before it is read', () => {
  const huge = 12 * 2 ** 40
  const folder = () => join(paths().copies, name)

  test('a database that is longer than the manifest says fills no disk', () => {
    const { manifest } = readManifest(folder())
    truncateSync(join(folder(), 'office.opora'), huge)
    const target = join(outside, 'office.opora')
    const copied = () => {
      copyHashed(join(folder(), 'office.opora'), target, manifest.database, () => {
        throw new Error('it was read')
      })
    }
    expect(failureOf(copied)).toMatchObject({ problem: 'copyDamaged' })
    expect(lstatSync(target, { throwIfNoEntry: false })?.size ?? 0).toBe(0)
    expect(failureOf(check)).toMatchObject({ problem: 'readBackDiffers' })
    expect(failureOf(() => openCopy(folder(), office.key))).toMatchObject({ problem: 'copyDamaged' }) // prettier-ignore
  })

  test('a keyring, a list, a stored file, a manifest without end', async () => {
    const { manifest } = readManifest(folder())
    truncateSync(storedPath(paths().files, hash), huge)
    expect(failureOf(check)).toMatchObject({ problem: 'readBackDiffers' })
    truncateSync(join(folder(), 'files.json'), huge)
    expect(failureOf(() => listedFiles(folder(), manifest))).toMatchObject({ problem: 'copyDamaged' }) // prettier-ignore
    const boast = { ...manifest, files: { ...manifest.files, size: huge } }
    expect(failureOf(() => listedFiles(folder(), boast))).toMatchObject({ problem: 'copyDamaged' })
    truncateSync(join(folder(), 'manifest.json'), huge)
    expect(failureOf(() => readManifest(folder()))).toMatchObject({ problem: 'copyDamaged' })
    await expect(readManifestLater(folder())).rejects.toMatchObject({ problem: 'copyDamaged' })
    truncateSync(paths().medium, huge)
    expect(findMedium(place, officeId())).toBeNull()
  })
})
