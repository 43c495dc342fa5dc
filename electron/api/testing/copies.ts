import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { readManifest } from '#db/backup/manifest.ts'
import { snapshotsFolder } from '#db/backup/snapshot.ts'
import type { CopySource } from '#electron/api/backup/restore-source.ts'
import type { RunningOffice } from './office.ts'

/** A snapshot of the office as it is; somebody must be logged in. Returns its name. */
export async function snapshotNow({ office }: Pick<RunningOffice, 'office'>): Promise<string> {
  const order = { occasion: 'asked' as const, madeBy: 'Профил clerk', olderThanMs: 0 }
  for await (const message of office.copies.run('snapshot', order))
    if (message.kind === 'done' && message.report.made) return message.report.made.name
  throw new Error('no snapshot was made')
}

/** The snapshot as it lies on a stick (docs/decisions/0009); returns the folder of the copy. */
export function onStick(running: RunningOffice, name: string): string {
  const { dir } = running
  const from = path.join(dir, snapshotsFolder, name)
  const { manifest } = readManifest(from)
  const office = path.join(running.folder(), 'Opora', manifest.officeId)
  const folder = path.join(office, 'copies', name)
  cpSync(from, folder, { recursive: true })
  const store = path.join(dir, 'files')
  if (existsSync(store)) cpSync(store, path.join(office, 'files'), { recursive: true })
  return folder
}

export const fromFolder = (folder: string): CopySource => ({ kind: 'folder', path: folder })
