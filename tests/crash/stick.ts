import { expect } from 'vitest'
import { checkCopy } from '#db/backup/check.ts'
import { copiesAt, mediumPaths, officesAt } from '#db/backup/medium.ts'
import { copiedKeyring } from '#db/backup/restore.ts'
import { openCopy, type FoundCopy } from '#db/backup/snapshot.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { weakHash } from '#db/testing/database.ts'

/** What is in a copy by its own database. */
export interface Held {
  people: string[]
  issued: string[]
}

/** Every copy that the stick shows is whole by what it says of itself. Newest first. */
export function copiesOnStick(stick: string, where: string): FoundCopy[] {
  const [officeId] = officesAt(stick)
  const found = officeId === undefined ? [] : copiesAt(stick, officeId)
  for (const { name, problem } of found)
    expect(problem, `${where}: ${name} on the stick`).toBeNull()
  return found
}

/**
 * Reads a copy on the stick from end to end and opens it with the password, as whoever comes with
 * nothing but the stick would. Throws where anything of it is not as it was written.
 */
export async function readOnStick(stick: string, copy: FoundCopy, password: string): Promise<Held> {
  const { folder, manifest } = copy
  if (!manifest) throw new Error(`${copy.name} says nothing of itself`)
  const keyring = copiedKeyring(folder, manifest)
  const slot = keyring.slots.find(({ displayName }) => displayName === 'Профил administrator')
  const key = await unlockWithPassword(keyring, slot?.id ?? '', password, weakHash)
  const { files, medium: landmark } = mediumPaths(stick, manifest.officeId)
  const never = { writeAgain: () => false, tell: () => undefined }
  // A process that is killed takes nothing out of the system's cache: there is no need to pass it by.
  checkCopy({ folder, files, landmark, key, wasAway: true, ...never })
  const database = openCopy(folder, key)
  try {
    const ids = (sql: string) =>
      database.raw.prepare<[], { id: string }>(sql).all().map(({ id }) => id) // prettier-ignore
    return {
      people: ids('select id from persons'),
      issued: ids("select id from contracts where status <> 'draft'"),
    }
  } finally {
    database.close()
  }
}
