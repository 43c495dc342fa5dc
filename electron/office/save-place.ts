import { stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { within } from '#db/within.ts'

/** In which folder the dialog of a file to be saved begins. */
export interface SavePlace {
  /** Whole path to propose; undefined while no folder is known to be there: the system's own proposal. */
  forFile(name: string): string | undefined
  /** A file was saved there, or the place did not answer: the next dialog begins there, or elsewhere. */
  note(file: string, outcome: 'saved' | 'silent'): void
  /** The look that runs now has ended. */
  looked(): Promise<void>
}

interface SavePlaceOptions {
  /** Resolves where the folder is there. */
  probe?: (folder: string) => Promise<unknown>
  limitMs?: number
}

/**
 * Where files are wanted, best first. Told from the person's folder alone: on Windows to ask for the
 * known folders looks at the servers on which they may lie.
 */
export function usualFolders(): string[] {
  const home = homedir()
  return [path.join(home, 'Downloads'), path.join(home, 'Documents'), home, tmpdir()]
}

const againMs = 60_000

/**
 * A folder may lie on a server that is away, and a dialog that begins there stands still with the whole
 * program. So the folders are asked beforehand, in the background and with a limit, and the dialog begins
 * in the first that answers.
 */
export function createSavePlace(
  folders: readonly string[],
  { probe = stat, limitMs }: SavePlaceOptions = {},
): SavePlace {
  let wanted = [...new Set(folders)]
  let found: string | undefined
  const pending = new Map<string, Promise<boolean>>()
  let looking = look()

  // A server may go away while the program runs.
  setInterval(() => {
    looking = look()
  }, againMs).unref()

  /** Each question to a silent folder keeps a thread until the system gives up: one at a time. */
  function isThere(folder: string): Promise<boolean> {
    const answer =
      pending.get(folder) ??
      probe(folder).then(
        () => true,
        () => false,
      )
    pending.set(folder, answer)
    void answer.then(() => pending.delete(folder))
    return within(answer, false, limitMs)
  }

  async function look(): Promise<void> {
    const asked = wanted
    const there = await Promise.all(asked.map(isThere))
    // Noted meanwhile: another look is under way.
    if (asked === wanted) found = asked.find((_folder, at) => there[at])
  }

  return {
    forFile: (name) => (found === undefined ? undefined : path.join(found, name)),
    note(file, outcome) {
      const folder = path.dirname(file)
      const others = wanted.filter((one) => one !== folder)
      wanted = outcome === 'saved' ? [folder, ...others] : others
      if (outcome === 'saved') found = folder
      else if (found === folder) found = others[0]
      looking = look()
    },
    looked: () => looking,
  }
}
