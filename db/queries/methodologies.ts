import { createHash } from 'node:crypto'
import { and, asc, count, desc, eq, getTableColumns, lte, max, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/connection.ts'
import { RowMissing } from '#db/errors.ts'
import { newId } from '#db/ids.ts'
import { kept } from '#db/kept.ts'
import { saveByVersion } from '#db/kept-record.ts'
import { assessments } from '#db/schema/assessments.ts'
import { methodologyVersions } from '#db/schema/methodologies.ts'
import type { MethodologyVersionRow } from '#db/schema/methodologies.ts'
import { selectionCards } from '#db/schema/selections.ts'
import type { Methodology, MethodologyKind } from '#domain/methodologies/schema.ts'
import { canonicalText } from '#domain/methodologies/validate.ts'

/** SHA-256 of the canonical text, hex: the same data has the same hash on every machine. */
export function methodologyHash(methodology: Methodology): string {
  return createHash('sha256').update(canonicalText(methodology)).digest('hex')
}

/** Stores a version. Throws UniqueViolation(methodology_versions, [code, number]). */
export function insertMethodology(
  tx: Tx,
  methodology: Methodology,
  stamp: { at: string; by: string | null },
  id = newId(),
): string {
  tx.insert(methodologyVersions)
    .values({
      id,
      code: methodology.code,
      number: methodology.version,
      name: methodology.name,
      validFrom: methodology.validFrom,
      data: methodology,
      hash: methodologyHash(methodology),
      createdAt: stamp.at,
      createdBy: stamp.by,
    })
    .run()
  return id
}

const versionOf = (db: Db, { code, version }: Pick<Methodology, 'code' | 'version'>) =>
  db
    .select({ id: methodologyVersions.id })
    .from(methodologyVersions)
    .where(and(eq(methodologyVersions.code, code), eq(methodologyVersions.number, version)))
    .all()[0]

/** Whether the office has this delivered version. */
export const hasMethodology = (db: Db, methodology: Methodology): boolean =>
  versionOf(db, methodology) !== undefined

/** Puts a delivered methodology into an office, once. Returns its id. */
export function seedMethodology(tx: Tx, methodology: Methodology, now: string): string {
  return versionOf(tx, methodology)?.id ?? insertMethodology(tx, methodology, { at: now, by: null })
}

const versionById = kept((db) =>
  db
    .select({
      ...getTableColumns(methodologyVersions),
      data: sql<string>`${methodologyVersions.data}`,
    })
    .from(methodologyVersions)
    .where(eq(methodologyVersions.id, sql.placeholder('id')))
    .prepare(),
)

/** The text of each version that was found to match its hash, and what it says. */
const provenOn = kept(() => new Map<string, { text: string; hash: string; data: Methodology }>())

/** Throws RowMissing; an altered row (hash differs) throws too, before it gives anybody hours. */
export function getMethodology(db: Db, id: string): MethodologyVersionRow {
  const row = versionById(db).get({ id })
  if (!row) throw new RowMissing('methodology_versions', id)
  const { data: text, hash } = row
  const proven = provenOn(db)
  const known = proven.get(id)
  // Every action on a sheet asks; reading the same text again proves what it proved before.
  if (known?.text === text && known.hash === hash) return { ...row, data: known.data }
  const data = frozen(JSON.parse(text) as Methodology)
  if (methodologyHash(data) !== hash) throw new MethodologyAltered(id)
  proven.set(id, { text, hash, data })
  return { ...row, data }
}

/** Handed to many: nobody changes it for the others. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

/** The stored data of a methodology is not what was approved. */
export class MethodologyAltered extends Error {
  readonly id: string
  constructor(id: string) {
    super('the stored methodology does not match its hash')
    this.id = id
  }
}

/** What a version judges stands in its data, under its hash; of the older ones all judge needs. */
const kindColumn = sql<MethodologyKind>`coalesce(json_extract(${methodologyVersions.data}, '$.kind'), 'needs')`

/** The version that a new sheet of this kind begins with on a civil date; undefined before the first. */
export function methodologyOnDate(
  db: Db,
  date: string,
  kind: MethodologyKind = 'needs',
): MethodologyVersionRow | undefined {
  const row = db
    .select({ id: methodologyVersions.id })
    .from(methodologyVersions)
    .where(and(lte(methodologyVersions.validFrom, date), sql`${kindColumn} = ${kind}`))
    .orderBy(desc(methodologyVersions.validFrom), desc(methodologyVersions.number))
    .limit(1)
    .all()[0]
  return row && getMethodology(db, row.id)
}

/** After its first use a version is never changed again. */
export function lockMethodology(tx: Tx, id: string): void {
  tx.update(methodologyVersions).set({ locked: true }).where(eq(methodologyVersions.id, id)).run()
}

/** All versions without their data, by code and number. */
export function listMethodologies(
  db: Db,
): (Omit<MethodologyVersionRow, 'data'> & { kind: MethodologyKind })[] {
  return db
    .select({
      id: methodologyVersions.id,
      code: methodologyVersions.code,
      number: methodologyVersions.number,
      name: methodologyVersions.name,
      validFrom: methodologyVersions.validFrom,
      hash: methodologyVersions.hash,
      locked: methodologyVersions.locked,
      version: methodologyVersions.version,
      createdAt: methodologyVersions.createdAt,
      createdBy: methodologyVersions.createdBy,
      kind: kindColumn,
    })
    .from(methodologyVersions)
    .orderBy(asc(methodologyVersions.code), asc(methodologyVersions.number))
    .all()
}

/** The next free version number of a code, from 1. */
export function nextMethodologyNumber(db: Db, code: string): number {
  const row = db
    .select({ n: max(methodologyVersions.number) })
    .from(methodologyVersions)
    .where(eq(methodologyVersions.code, code))
    .all()[0]
  return (row?.n ?? 0) + 1
}

const saveUnused = saveByVersion(methodologyVersions, eq(methodologyVersions.locked, false))

/** Saves a version that nobody has used yet; returns the new version. Throws StaleVersion, RowMissing. */
export function updateMethodology(
  tx: Tx,
  id: string,
  version: number,
  methodology: Methodology,
): number {
  return saveUnused(tx, id, version, {
    name: methodology.name,
    validFrom: methodology.validFrom,
    data: methodology,
    hash: methodologyHash(methodology),
  })
}

/** How many assessments and cards of candidates rest on each version; a version has uses of one kind. */
export function countUses(db: Db): Map<string, number> {
  const n = count()
  const ofPeople = db
    .select({ id: assessments.methodologyVersionId, n })
    .from(assessments)
    .groupBy(assessments.methodologyVersionId)
    .all()
  const ofCandidates = db
    .select({ id: selectionCards.methodologyVersionId, n })
    .from(selectionCards)
    .groupBy(selectionCards.methodologyVersionId)
    .all()
  return new Map([...ofPeople, ...ofCandidates].map((row) => [row.id, row.n]))
}
