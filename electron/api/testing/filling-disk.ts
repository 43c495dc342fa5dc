import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import '#db/testing/fill-disk.mjs'
import { describeBytes } from '#db/backup/contents.ts'
import { smallDisk } from '#db/testing/small-disk.ts'
import { testWorkers } from './office.ts'

/** A small real disk that something else fills in the middle of a work. */
export interface FillingDisk {
  /** A folder on it for the office. */
  dir: string
  workers: { papers: URL; jobs: URL }
  /** Right after the room under this part of a path was asked for, there is none any more. */
  fillAfterAsking(when: string): void
  /** Nothing takes its room any more. */
  makeRoom(): void
  /** Takes all room at once. */
  fillNow(): void
  /** What of an unfinished work lies on it. */
  unfinished(): string[]
  /** Hash of every file that the office must find again as it was. */
  standing(): Record<string, string>
  dispose(): void
}

/** A text says why this computer cannot give one. */
export async function fillingDisk(megabytes: number): Promise<FillingDisk | string> {
  const disk = smallDisk('tmpfs', megabytes)
  if (typeof disk === 'string') return disk
  const dir = path.join(disk.place, 'office')
  const filler = path.join(disk.place, 'filler')
  mkdirSync(dir)
  const home = mkdtempSync(path.join(os.tmpdir(), 'opora-filling-'))
  const built = await testWorkers()
  const jobs = path.join(home, 'jobs.mjs')
  const fill = pathToFileURL(path.resolve(import.meta.dirname, '../../../db/testing/fill-disk.mjs'))
  writeFileSync(jobs, `import '${fill.href}'\nimport '${built.jobs.href}'\n`)
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  const makeRoom = () => {
    delete process.env['OPORA_TEST_FILLER']
    rmSync(filler, { force: true })
  }
  return {
    dir,
    workers: { papers: built.papers, jobs: pathToFileURL(jobs) },
    fillAfterAsking(when) {
      process.env['OPORA_TEST_FILLER'] = filler
      process.env['OPORA_TEST_FILL_WHEN'] = when
    },
    makeRoom,
    fillNow() {
      for (let bytes = 1024 * 1024; bytes >= 512; bytes /= 2)
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(bytes, 1), { flag: 'a' })
        } catch {
          // Full for pieces of this size.
        }
    },
    unfinished: () => [
      ...readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.part'),
      ),
      ...list(path.join(dir, 'work')),
      ...list(path.join(dir, 'aside')),
    ],
    standing: () =>
      Object.fromEntries(
        [
          ...['office.opora', 'office.opora-wal', 'keyring.json', 'keyring.copy.json'].map((name) =>
            path.join(dir, name),
          ),
          ...['snapshots', 'files'].flatMap((name) =>
            list(path.join(dir, name)).length > 0 ? files(path.join(dir, name)) : [],
          ),
        ].flatMap((file) => {
          const bytes = read(file)
          return bytes ? [[path.relative(dir, file), describeBytes(bytes).sha256]] : []
        }),
      ),
    dispose() {
      makeRoom()
      disk.dispose()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
