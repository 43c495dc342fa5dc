import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing, StaleVersion } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { projects, type ProjectRow } from '#db/schema/projects.ts'
import { contractNumberKey } from '#domain/projects/rules.ts'
import type { ProjectData } from '#domain/projects/schema.ts'
import type { Stamp } from './people.ts'

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
      createdAt: stamp.at,
      updatedAt: stamp.at,
      updatedBy: stamp.by,
    })
    .run()
  return id
}

/** Returns the new version. Throws StaleVersion, RowMissing, UniqueViolation. */
export function updateProject(
  tx: Tx,
  id: string,
  version: number,
  data: ProjectData,
  stamp: Stamp,
): number {
  const result = tx
    .update(projects)
    .set({
      ...columnsOf(data),
      version: version + 1,
      updatedAt: stamp.at,
      updatedBy: stamp.by,
    })
    .where(and(eq(projects.id, id), eq(projects.version, version)))
    .run()
  if (result.changes === 1) return version + 1
  throw stale(tx, id)
}

/** Throws StaleVersion, RowMissing; ConstraintViolation while another record rests on it. */
export function deleteProject(tx: Tx, id: string, version: number): void {
  const result = tx
    .delete(projects)
    .where(and(eq(projects.id, id), eq(projects.version, version)))
    .run()
  if (result.changes !== 1) throw stale(tx, id)
}

/** The stored project as the form holds it. */
export function projectDataOf(row: ProjectRow): ProjectData {
  const { name, contractNumber, municipality, role, beneficiary, programme } = row
  const { procedureNumber, procedureName, startsOn, endsOn, durationMonths, serviceMonths } = row
  const { totalCents, totalCurrency, note } = row
  return {
    name,
    contractNumber,
    municipality,
    role,
    beneficiary,
    programme,
    procedureNumber,
    procedureName,
    total:
      totalCents === null || totalCurrency === null
        ? null
        : { cents: totalCents, currency: totalCurrency },
    startsOn,
    endsOn,
    durationMonths,
    serviceMonths,
    note,
  }
}

function columnsOf({ total, ...data }: ProjectData) {
  return {
    ...data,
    contractNumberKey: contractNumberKey(data.contractNumber),
    totalCents: total?.cents ?? null,
    totalCurrency: total?.currency ?? null,
  }
}

function stale(db: Db, id: string): Error {
  const stored = findProject(db, id)
  return stored ? new StaleVersion('projects', id, stored.version) : new RowMissing('projects', id)
}
