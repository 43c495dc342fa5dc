import { getOffice } from '../queries/office.ts'
import { listMediumCopies, listMedia } from '../queries/backup.ts'
import type { AuditAnchor } from '../audit/anchors.ts'
import type { Db } from '../connection.ts'
import { codeOf } from '../disk.ts'
import { copiesAt } from './medium.ts'
import { listSnapshots, type FoundCopy } from './snapshot.ts'

/** A medium that is in now. */
export interface SeenMedium {
  place: string
  name: string
}

/**
 * What every copy that can be reached says of the end of the chain: snapshots, the media that are in,
 * and of those that are not the number that was remembered when they were written. Somebody with
 * the key can sign a manifest anew, so a signature would prove nothing here.
 */
export function anchorsOfCopies(
  db: Db,
  dataDir: string,
  media: readonly SeenMedium[],
): AuditAnchor[] {
  const officeId = getOffice(db).id
  const nameOf = new Map(listMedia(db).map(({ id, name }) => [id, name]))
  const said = (copies: readonly FoundCopy[], medium: string | null) =>
    copies.flatMap(({ manifest }): AuditAnchor[] => {
      if (manifest?.officeId !== officeId || manifest.auditHead === null) return []
      const { seq, hash } = manifest.auditHead
      return [{ seq, hash, copy: { createdAt: manifest.createdAt, medium } }]
    })
  return [
    ...said(listSnapshots(dataDir), null),
    ...media.flatMap(({ place, name }) => said(readable(place, officeId), name)),
    ...listMediumCopies(db)
      .filter(({ auditSeq }) => auditSeq > 0)
      .map(({ auditSeq: seq, createdAt, mediumId }) => ({
        ...{ seq, hash: null },
        copy: { createdAt, medium: nameOf.get(mediumId) ?? null },
      })),
  ]
}

/** A medium that is taken out in the middle is one that is not in. */
function readable(place: string, officeId: string): FoundCopy[] {
  try {
    return copiesAt(place, officeId)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return []
  }
}
