import { copiesAt, officesAt } from '#db/backup/medium.ts'
import { BackupFailed } from '#db/backup/errors.ts'
import { expectAnswer } from '#db/backup/place-answers.ts'
import { listCopies, type FoundCopy } from '#db/backup/snapshot.ts'
import { codeOf } from '#db/disk.ts'
import type { BackupProblem } from '#domain/backup/schema.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'

/** A copy that lies somewhere, as far as it can be told without a key. */
export interface SeenCopy {
  path: string
  /** Empty where the copy does not say it. */
  officeName: string
  createdAt: string
  madeBy: string | null
  /** Null: not even this can be read of it. */
  people: number | null
  lastEntryAt: string | null
  /** Why it cannot be restored by this program; null: nothing speaks against it. */
  problem: BackupProblem | null
  /** What the sentence of the problem needs. */
  params: FoundCopy['params']
}

/** The same of a place that a person typed, which may be a network folder that is away: placeSilent. */
export async function copiesFoundAt(place: string): Promise<SeenCopy[]> {
  await expectAnswer(place)
  return copiesSeenAt(place)
}

/**
 * Copies of each office at a place, its newest first: the root of a medium, or a folder that holds copies
 * itself. One that does not read is named at its place: an older one is taken by choice, never in
 * silence. Throws BackupFailed placeMissing.
 */
export function copiesSeenAt(place: string): SeenCopy[] {
  try {
    const offices = officesAt(place)
    const found =
      offices.length > 0 ? offices.flatMap((id) => copiesAt(place, id)) : listCopies(place)
    return found.map(seen)
  } catch (error) {
    if (codeOf(error) !== '') throw new BackupFailed('placeMissing')
    throw error
  }
}

/** The same on every drive that is attached; one that does not answer has none. */
export async function copiesOnDrives(office: OfficeDoor): Promise<SeenCopy[]> {
  const drives = await office.copies.drives().catch(() => [])
  const found = await Promise.all(
    drives.map(async ({ place }) => {
      try {
        return await copiesFoundAt(place)
      } catch (error) {
        if (error instanceof BackupFailed) return []
        throw error
      }
    }),
  )
  return found.flat()
}

function seen({ folder, begunAt, manifest, problem, params }: FoundCopy): SeenCopy {
  return {
    path: folder,
    officeName: manifest?.officeName ?? '',
    createdAt: manifest?.createdAt ?? begunAt,
    madeBy: manifest?.madeBy ?? null,
    people: manifest?.counts.people ?? null,
    lastEntryAt: manifest?.auditHead?.recordedAt ?? null,
    problem,
    params,
  }
}
