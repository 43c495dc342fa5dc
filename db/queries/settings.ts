import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { Db, Tx } from '../connection.ts'
import { newId } from '../ids.ts'
import { kept, keptRows } from '../kept.ts'
import { settings, type SettingRow } from '../schema/settings.ts'

export interface StoredSetting {
  value: unknown
  validFrom: string
  source: string
  certainty: SettingRow['certainty']
}

const latestOn = kept((db) =>
  db
    .select()
    .from(settings)
    .where(
      and(
        eq(settings.key, sql.placeholder('key')),
        lte(settings.validFrom, sql.placeholder('date')),
      ),
    )
    .orderBy(desc(settings.validFrom), desc(settings.revision))
    .limit(1)
    .prepare(),
)
const allOn = kept((db) =>
  db
    .select()
    .from(settings)
    .where(lte(settings.validFrom, sql.placeholder('date')))
    .orderBy(asc(settings.validFrom), asc(settings.revision))
    .prepare(),
)
/** The value that holds on a civil date, or undefined where the office has none of its own. */
export function settingOn(db: Db, key: string, date: string): StoredSetting | undefined {
  const row = latestOn(db).get({ key, date })
  return row && stored(row)
}

/** All values that hold on a civil date, by key. */
export function settingsOn(db: Db, date: string): Map<string, StoredSetting> {
  const rows = allOn(db).all({ date })
  return new Map(rows.map((row) => [row.key, stored(row)]))
}

/** Every value a key ever had, corrected ones too, newest first. */
export const settingHistory: (db: Db, key: string) => SettingRow[] = keptRows(
  settings,
  settings.key,
  desc(settings.validFrom),
  desc(settings.revision),
)

export interface NewSetting extends StoredSetting {
  key: string
  changedBy: string | null
  now: string
}

/** Adds a value from a date; a second one for the same date is a correction and is kept beside. */
export function addSetting(tx: Tx, setting: NewSetting): void {
  const { key, validFrom } = setting
  const last = tx
    .select({ revision: sql<number>`coalesce(max(${settings.revision}), 0)` })
    .from(settings)
    .where(and(eq(settings.key, key), eq(settings.validFrom, validFrom)))
    .get()
  tx.insert(settings)
    .values({
      id: newId(),
      key,
      validFrom,
      revision: (last?.revision ?? 0) + 1,
      value: JSON.stringify(setting.value ?? null),
      source: setting.source,
      certainty: setting.certainty,
      changedBy: setting.changedBy,
      createdAt: setting.now,
    })
    .run()
}

function stored(row: SettingRow): StoredSetting {
  return {
    value: JSON.parse(row.value) as unknown,
    validFrom: row.validFrom,
    source: row.source,
    certainty: row.certainty,
  }
}
