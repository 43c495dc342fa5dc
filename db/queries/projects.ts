import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { newId } from '#db/ids.ts'
import { inputOf, madeBy, removeByVersion, saveByVersion, type Stamp } from '#db/kept-record.ts'
import { projects, type ProjectRow } from '#db/schema/projects.ts'
import { contractNumberKey } from '#domain/projects/rules.ts'
import { projectSchema, type ProjectData } from '#domain/projects/schema.ts'

export function listProjects(db: Db): ProjectRow[] {
  return db.select().from(projects).all()
}

export function findProject(db: Db, id: string): ProjectRow | undefined {
  return db.select().from(projects).where(eq(projects.id, id)).get()
}

/** The project under this contract number, however its look-alike letters are typed. */
export function findProjectByNumber(db: Db, number: string | null): ProjectRow | undefined {
  const key = contractNumberKey(number)
  if (key === null) return undefined
  return db.select().from(projects).where(eq(projects.contractNumberKey, key)).get()
}

/** Throws UniqueViolation(projects, [contract_number_key]). */
export function insertProject(tx: Tx, data: ProjectData, stamp: Stamp, id = newId()): string {
  tx.insert(projects)
    .values({
      ...columnsOf(data),
      id,
      ...madeBy(stamp),
    })
    .run()
  return id
}

const saveProject = saveByVersion(projects)

/** Returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export function updateProject(
  tx: Tx,
  id: string,
  version: number,
  data: ProjectData,
  stamp: Stamp,
): number {
  return saveProject(tx, id, version, columnsOf(data), stamp)
}

/** Throws ConstraintViolation too, while another record rests on it. */
export const deleteProject = removeByVersion(projects)

/** The stored project as the form holds it. */
export function projectDataOf(row: ProjectRow): ProjectData {
  const { totalCents: cents, totalCurrency: currency } = row
  const total = cents === null || currency === null ? null : { cents, currency }
  return inputOf({ ...row, total }, projectSchema)
}

function columnsOf({ total, ...data }: ProjectData) {
  return {
    ...data,
    contractNumberKey: contractNumberKey(data.contractNumber),
    totalCents: total?.cents ?? null,
    totalCurrency: total?.currency ?? null,
  }
}
