import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { listSnapshots, openCopy, snapshotsFolder } from '#db/backup/snapshot.ts'
import { databaseName } from '#db/backup/swap.ts'
import { openDatabase, type Database } from '#db/connection.ts'
import { unlockWithPassword } from '#db/keyring/keyring.ts'
import { readKeyring } from '#db/keyring/store.ts'
import { appliedCount, bundledMigrations } from '#db/known-migrations.ts'
import { verifyDatabase } from '#db/verify.ts'
import { demoPassword } from '#demo/desk.ts'
import type { MigrateOrder } from './protocol.ts'
import { after, runAndKill } from './run-and-kill.ts'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')

/** Tables that the office had, each with its columns of that time and what stood in them. */
type Rows = Record<string, { columns: string[]; rows: unknown[] }>

/** An office as a released version left it (`npm run fixture`), and all that stands in it. */
export interface ReleasedOffice {
  folder: string
  key: Buffer
  migrations: number
  rows: Rows
  auditHead: { seq: number; hash: string }
}

/** The office of the earliest version: the longest way to this one. */
export async function releasedOffice(home: string): Promise<ReleasedOffice> {
  const [version = ''] = readdirSync(fixtures).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) // prettier-ignore
  const folder = path.join(fixtures, version)
  const { keyring } = readKeyring(folder, { repair: false })
  const slot = keyring.slots.find(({ displayName }) => displayName === 'Мария Грижева')
  const key = await unlockWithPassword(keyring, slot?.id ?? '', demoPassword, {})
  return withCopyOf(folder, home, key, (database) => {
    const migrations = appliedCount(database.raw)
    expect(migrations).toBeLessThan(bundledMigrations.length)
    const auditHead = database.raw
      .prepare<[], ReleasedOffice['auditHead']>(
        'select seq, hash from audit_entries order by seq desc',
      ) // prettier-ignore
      .get()
    if (!auditHead) throw new Error('the office of that version has written nothing down')
    return { folder, key, migrations, rows: rowsOf(database), auditHead }
  })
}

/** Where a start was killed. */
type Killed = `migrate: ${'in the snapshot' | 'in the steps' | 'behind the last step'}`

/**
 * Starts the released office, kills it while it is brought to this version, starts it again: until one
 * start comes through. Then everything that it held is there, and so is the snapshot of before.
 */
export async function migrateRound(
  driver: URL,
  released: ReleasedOffice,
  order: MigrateOrder,
  draw: (below: number) => number,
): Promise<Killed[]> {
  const { dir } = order
  const killed: Killed[] = []
  rmSync(dir, { recursive: true, force: true })
  cpSync(released.folder, dir, { recursive: true })
  let applied = released.migrations
  for (let times = 0; times < 3 && applied < bundledMigrations.length; times++) {
    const kill = draw(3) === 0 ? after('opening', draw(openingMs)) : after('copied', draw(stepsMs))
    const said = await runAndKill(driver, order, kill)
    const now = withCopyOf(dir, path.dirname(dir), released.key, ({ raw }) => appliedCount(raw))
    // Never back: what was migrated stays migrated.
    expect(now).toBeGreaterThanOrEqual(applied)
    if (now === bundledMigrations.length) killed.push('migrate: behind the last step')
    else if (said.some(({ kind }) => kind === 'copied')) killed.push('migrate: in the steps')
    else killed.push('migrate: in the snapshot')
    applied = now
  }
  await runAndKill(driver, order, after('opened', 0))
  expectAllThere(dir, released)
  return killed
}

/** How long the snapshot takes, and the steps behind it: most kills come within these. */
const openingMs = 60
const stepsMs = 6

/** The card for selecting assistants is given to an office of an earlier version, once; the rest is its own. */
function withoutWhatIsGiven({ methodology_versions, ...others }: Rows): Rows {
  if (!methodology_versions) throw new Error('the office of that version has no methodologies')
  const { columns } = methodology_versions
  const isGiven = (row: unknown) => (row as unknown[])[columns.indexOf('code')] === given
  expect(methodology_versions.rows.filter(isGiven)).toHaveLength(1)
  const rows = methodology_versions.rows.filter((row) => !isGiven(row))
  return { ...others, methodology_versions: { columns, rows } }
}
const given = 'selection'

function expectAllThere(dir: string, { key, rows, auditHead, migrations }: ReleasedOffice): void {
  const database = openDatabase(path.join(dir, databaseName), key)
  try {
    expect(appliedCount(database.raw)).toBe(bundledMigrations.length)
    expect(withoutWhatIsGiven(rowsOf(database, rows))).toEqual(rows)
    const filesFolder = path.join(dir, 'files')
    const report = verifyDatabase(database, { filesFolder, now: new Date(), anchors: () => [auditHead] }) // prettier-ignore
    expect(report).toMatchObject({ ok: true })
  } finally {
    database.close()
  }
  const unfinished = readdirSync(path.join(dir, snapshotsFolder)).filter((name) => name.endsWith('.part')) // prettier-ignore
  expect(unfinished).toEqual([])
  const snapshots = listSnapshots(dir)
  expect(snapshots.every(({ problem }) => problem === null)).toBe(true)
  const earlier = snapshots.find(({ manifest }) => manifest?.schema.count === migrations)
  expect(earlier?.manifest?.occasion).toBe('migration')
  const copy = openCopy(earlier?.folder ?? '', key)
  try {
    expect(rowsOf(copy, rows)).toEqual(rows)
  } finally {
    copy.close()
  }
}

/** What a kill left is for the next start: here only a copy of it is opened. */
function withCopyOf<T>(dir: string, home: string, key: Buffer, look: (database: Database) => T): T {
  const folder = mkdtempSync(path.join(home, 'look-'))
  try {
    for (const name of readdirSync(dir))
      if (name.startsWith(databaseName)) cpSync(path.join(dir, name), path.join(folder, name))
    const database = openDatabase(path.join(folder, databaseName), key)
    try {
      return look(database)
    } finally {
      database.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All that stands in the tables, or in those tables and columns that are asked for. */
function rowsOf({ raw }: Database, asked?: Rows): Rows {
  const names = asked ? Object.keys(asked) : tablesOf(raw)
  return Object.fromEntries(
    names.map((table) => {
      const columns = asked?.[table]?.columns ?? columnsOf(raw, table)
      const list = columns.map((name) => `"${name}"`).join()
      const rows = raw.prepare(`select ${list} from "${table}" order by ${list}`).raw().all()
      return [table, { columns, rows }]
    }),
  )
}

/** Without those of the search and of SQLite itself, and without the list of the steps. */
function tablesOf(raw: Database['raw']): string[] {
  const sql =
    "select name from pragma_table_list where schema = 'main' and type = 'table' order by name"
  const names = raw.prepare<[], { name: string }>(sql).all().map(({ name }) => name) // prettier-ignore
  return names.filter((name) => name !== 'migrations' && !name.startsWith('sqlite_'))
}

function columnsOf(raw: Database['raw'], table: string): string[] {
  return raw
    .prepare<[string], { name: string }>('select name from pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
}
