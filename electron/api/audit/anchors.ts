import { mediumAt } from '#db/backup/drives.ts'
import type { SeenMedium } from '#db/backup/anchors.ts'
import type { Db } from '#db/connection.ts'
import { listMedia } from '#db/queries/backup.ts'
import { getOffice } from '#db/queries/office.ts'
import type { OfficeDoor } from '#electron/api/kernel/office-door.ts'

/**
 * The media of this office that are in now, by their copies' word against a tail that was cut. Also
 * attached drives are asked: who cut the chain may have taken the medium out of the list.
 */
export async function mediaIn(office: OfficeDoor, db: Db): Promise<SeenMedium[]> {
  const officeId = getOffice(db).id
  const known = listMedia(db)
  const drives = await office.copies.drives().catch(() => [])
  const places = new Set([
    ...known.map(({ place }) => place),
    ...drives.filter(({ medium }) => medium !== null).map(({ place }) => place),
  ])
  const found = await Promise.all(
    [...places].map(async (place) => {
      const medium = await mediumAt(place, officeId)
      if (!medium) return []
      const name = known.find(({ id }) => id === medium.id)?.name ?? medium.name
      return [{ place, name }]
    }),
  )
  return found.flat()
}
