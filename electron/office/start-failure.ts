import { codeOf } from '#db/disk.ts'
import { diskError } from '#db/durable.ts'
import {
  DatabaseDamaged,
  DatabaseForked,
  DatabaseNewer,
  DiskFull,
  NotADatabase,
  WrongKey,
} from '#db/errors.ts'
import { KeyringNewer } from '#db/keyring/errors.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { FolderInUse, FolderRefused } from '#db/lock.ts'
import { formatInstantTime } from '#domain/text/format.ts'
import texts from '#locales/bg/desktop.json' with { type: 'json' }

/** A drive that is not there, or a file in the way; recursive making says ENOENT on a read-only disk. */
const noFolder = new Set(['ENOENT', 'ENOTDIR', 'EEXIST'])

/** Of the folder or of its disk; SQLite says it by codes of its own. */
const noRights = /^(EACCES|EPERM|EROFS|SQLITE_(READONLY|CANTOPEN|PERM|AUTH)(_\w+)?)$/

type TextKey = keyof typeof texts

/**
 * One plain line on why the office cannot be opened, for a console or a box; `undefined` for a
 * fault nobody foresaw. Bulgarian: whose language the page speaks is known only after the log-in.
 */
export function startFailure(error: unknown, dataDir: string): string | undefined {
  const [key, params] = reason(error)
  if (key === undefined) return undefined
  const values: Record<string, string> = { dataDir, ...params }
  const text = texts[key].replaceAll(
    /\{\{(\w+)\}\}/g,
    (whole, name: string) => values[name] ?? whole,
  )
  // „от 8:12 ч.“ ends in a full stop of its own.
  return text.replace(/\.\.(?!\.)/g, '.')
}

function reason(error: unknown): [TextKey | undefined, Record<string, string>?] {
  // What SQLite or the disk says by a code of its own, as the program knows it.
  const told = diskError(error)
  if (error instanceof FolderInUse)
    return error.owner
      ? [
          'folderInUseBy',
          { computer: error.owner.computer, time: formatInstantTime(error.owner.since) },
        ]
      : ['folderInUse']
  if (error instanceof FolderRefused)
    return [error.problem.reason === 'insideProgram' ? 'folderInProgram' : 'folderRefused']
  if (error instanceof BackupFailed && error.problem === 'notFollowed')
    return ['notFollowed', { where: String(error.params['where']) }]
  if (error instanceof DatabaseNewer || error instanceof KeyringNewer) return ['databaseNewer']
  if (told instanceof DiskFull) return [told.kind === 'full' ? 'diskFull' : 'diskRefuses']
  const damaged = [DatabaseForked, DatabaseDamaged, NotADatabase, WrongKey]
  if (damaged.some((kind) => told instanceof kind)) return ['databaseDamaged']
  const code = codeOf(told)
  if (noRights.test(code)) return ['noRights']
  if (noFolder.has(code)) return ['noFolder']
  if (code === 'EADDRINUSE') return ['portTaken']
  return [undefined]
}
