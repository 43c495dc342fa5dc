import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkCopy } from '../backup/check.ts'
import { BackupFailed } from '../backup/errors.ts'
import { mediumPaths } from '../backup/medium.ts'
import { readKeyring } from '../keyring/store.ts'
import { openCopyOffice } from './copy-office.ts'

/** An office, and a folder that stands for the stick it is copied to. */
export function openCopyDesk() {
  const office = openCopyOffice()
  const place = mkdtempSync(join(tmpdir(), 'opora-stick-'))

  const officeId = () => readKeyring(office.folder).keyring.officeId
  const paths = () => mediumPaths(place, officeId())
  const check = (name: string, wasAway = false) => {
    checkCopy({
      folder: join(paths().copies, name),
      files: paths().files,
      landmark: paths().medium,
      key: office.key,
      wasAway,
      writeAgain: () => false,
      tell: () => undefined,
    })
  }
  const unfinished = () =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.part'),
    )
  const dispose = () => {
    office.dispose()
    rmSync(place, { recursive: true, force: true })
  }

  return { office, place, officeId, paths, check, unfinished, dispose }
}
export type CopyDesk = ReturnType<typeof openCopyDesk>

export function problemOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof BackupFailed) return error.problem
    throw error
  }
  return 'none'
}

/** Every file below a folder with its bytes, as one comparable text. */
export function everything(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path).toString('base64')}`)
}
