import path from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import Sqlite from 'sqlite3'
import { countPeople, listPeople } from '#db/queries/people-list.ts'
import { searchPeople } from '#db/queries/people-search.ts'
import type { BenchOffice } from './office.ts'
import { typed } from './search.ts'
import { inTurn, median, type Figure } from './statistics.ts'

/** The same queries on the same rows without the cipher: the only plain copy ever made, of invented people. */
export async function encryptionFigures(bench: BenchOffice, people: number): Promise<Figure[]> {
  const { raw, orm } = bench.office.vault.database()
  const file = path.join(bench.dir, 'plain.bench')
  raw.exec(`attach database '${file}' as plain key ''`)
  raw.pragma('plain.journal_mode = wal')
  raw.pragma('foreign_keys = off')
  const parts = raw
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, sql from main.sqlite_master where sql is not null and type in ('table','index') and name not like 'person_search_%' and name not like 'sqlite_%' order by type desc",
    )
    .all()
  for (const { sql } of parts)
    raw.exec(
      sql.replace(
        /^(create (?:unique )?(?:virtual )?(?:table|index)(?: if not exists)?\s+)/i,
        '$1plain.',
      ),
    )
  for (const { type, name } of parts)
    if (type === 'table' && name !== 'person_search')
      raw.exec(`insert into plain."${name}" select * from main."${name}"`)
  const columns = raw
    .prepare<[], { name: string }>("select name from pragma_table_info('person_search')")
    .all()
  const list = columns.map((column) => `"${column.name}"`).join(', ')
  raw.exec(
    `insert into plain.person_search (rowid, ${list}) select rowid, ${list} from main.person_search`,
  )
  raw.exec('detach database plain')

  const plain = new Sqlite(file)
  plain.exec('analyze')
  const open = drizzle(plain)
  const search = (db: typeof orm) => (i: number) => searchPeople(db, typed[i % typed.length] ?? '')
  const window = (db: typeof orm) => (i: number) => {
    listPeople(db, {}, [{ by: 'name' }], { offset: (i * 997) % people, limit: 60 })
    countPeople(db, {})
  }
  const searches = await inTurn(300, { encrypted: search(orm), plain: search(open) })
  const windows = await inTurn(100, { encrypted: window(orm), plain: window(open) })
  plain.close()
  const figure = (name: string, { encrypted, plain }: typeof searches): Figure => ({
    name: `${name}, encrypted, median`,
    value: median(encrypted),
    unit: 'ms',
    floor: { name: 'plain', value: median(plain) },
    target: 1.5,
    kind: 'ratio',
  })
  return [figure('search', searches), figure('window of the list', windows)]
}
