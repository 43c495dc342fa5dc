import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import texts from '#locales/bg/cli.json' with { type: 'json' }
import { CommandFailed } from './failure.ts'

export interface WholeFile {
  write(part: Uint8Array): void
  /** Now it stands under its name, in the place of what was there. */
  keep(): void
  /** Nothing of it stays, unless it was kept. */
  drop(): void
}

/**
 * A file that stands under its name only when it is whole: until then it lies beside. Throws
 * CommandFailed in words when it cannot be written there.
 */
export function wholeFile(name: string): WholeFile {
  const target = path.resolve(name)
  const folder = path.dirname(target)
  const beside = path.join(folder, `.${path.basename(target)}.${String(process.pid)}.part`)
  const refused = (text: string) => new CommandFailed(text.replace('{{file}}', target))
  const inWords = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw refused(reasonOf(error))
    }
  }
  if (!existsSync(folder)) throw refused(texts.fileNoFolder)
  if (!statSync(folder).isDirectory()) throw refused(texts.fileNoFolder)
  if (existsSync(target)) {
    if (!statSync(target).isFile()) throw refused(texts.fileIsFolder)
    // Excel holds what it has open: better known now than when the rows have left the office.
    inWords(() => {
      closeSync(openSync(target, 'r+'))
    })
  }
  const handle = inWords(() => openSync(beside, 'wx', 0o600))
  let state: 'open' | 'closed' | 'kept' = 'open'
  const close = () => {
    if (state === 'open') closeSync(handle)
    state = 'closed'
  }
  return {
    write(part) {
      inWords(() => {
        for (let done = 0; done < part.length;) done += writeSync(handle, part, done)
      })
    },
    keep() {
      inWords(() => {
        fsyncSync(handle)
        close()
        renameSync(beside, target)
      })
      state = 'kept'
    },
    drop() {
      if (state === 'kept') return
      close()
      unlinkSync(beside)
    },
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return texts.fileNoRoom
  if (code === 'EBUSY' || code === 'ETXTBSY') return texts.fileOpen
  // Windows says so of a file that another program holds, too.
  if (code === 'EPERM' || code === 'EACCES') return texts.fileHeld
  if (code === 'EROFS') return texts.fileReadOnly
  return texts.fileFailed
}
