import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { databaseName } from '../backup/swap.ts'
import type { Database } from '../connection.ts'

/** A few bytes of a file read differently from now on. */
export function rot(file: string, at: number): void {
  const fd = openSync(file, 'r+')
  writeSync(fd, Buffer.alloc(16, 0xa5), 0, 16, at)
  closeSync(fd)
}

/** Numbers of the pages in which the tables and indexes of these names stand; `%` for any ending. */
export function pagesOf({ raw }: Pick<Database, 'raw'>, names: string): number[] {
  return raw
    .prepare<[string], number>('select pageno from dbstat where name like ?')
    .pluck()
    .all(names)
}

/** These pages of the database in `dataDir` read no more. */
export function rotPages(dataDir: string, pages: readonly number[]): void {
  for (const page of pages) rot(join(dataDir, databaseName), (page - 1) * 4096 + 64)
}
