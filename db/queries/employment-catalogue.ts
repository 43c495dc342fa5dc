import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { inputOf, madeBy, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { employmentCatalogue, type CatalogueRow } from '#db/schema/employments.ts'
import {
  catalogueInputSchema,
  type CatalogueEntry,
  type CatalogueInput,
  type CataloguePart,
} from '#domain/employments/catalogue.ts'
import { shippedGrounds } from '#domain/employments/grounds-data.ts'
import { shippedPositions } from '#domain/employments/positions-data.ts'

const shipped = [...shippedPositions, ...shippedGrounds]

/** A row as the page knows it: version 0 is one that the office never changed. */
export type KnownEntry = CatalogueEntry & Pick<CatalogueRow, 'version'> & { row?: CatalogueRow }

/** What is chosen from: rows of the office, and the shipped ones that it left as they were. */
export function catalogueOf(db: Db, part?: CataloguePart): KnownEntry[] {
  const own = db.select().from(employmentCatalogue).all()
  const changed = new Set(own.map(({ id }) => id))
  const all: KnownEntry[] = [
    ...shipped.filter(({ id }) => !changed.has(id)).map((entry) => ({ ...entry, version: 0 })),
    ...own.map((row): KnownEntry => ({
      ...inputOf(row, catalogueInputSchema),
      id: row.id,
      version: row.version,
      certainty: 'P',
      row,
    })),
  ]
  return part === undefined ? all : all.filter((entry) => entry.part === part)
}

export function catalogueEntry(db: Db, id: string): KnownEntry | undefined {
  return catalogueOf(db).find((entry) => entry.id === id)
}

/** A row of the office: a new one, or one in the place of a shipped one. */
export function insertCatalogueEntry(
  tx: Tx,
  input: CatalogueInput,
  stamp: Stamp,
  id = newId(),
): string {
  tx.insert(employmentCatalogue)
    .values({ ...input, id, ...madeBy(stamp) })
    .run()
  return id
}

export const setCatalogueEntry = saveByVersion(employmentCatalogue)
