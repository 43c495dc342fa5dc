/**
 * `npm run db:generate`: while no version is shipped, the first migration is made anew from
 * db/schema; the second, written by hand, is kept. Once db/migrations/shipped.json names a file,
 * this refuses: from then on `npx drizzle-kit generate` adds files and none is changed.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '../db/migrations')
const byHand = '0001_guards_and_search.sql'

if (Object.keys(JSON.parse(readFileSync(path.join(folder, 'shipped.json'), 'utf8'))).length > 0) {
  console.error('The first migration is shipped: add a new one with "npx drizzle-kit generate".')
  process.exit(1)
}
const aside = path.join(mkdtempSync(path.join(tmpdir(), 'opora-migration-')), byHand)
renameSync(path.join(folder, byHand), aside)
for (const old of globSync(['0000_*.sql', 'meta'], { cwd: folder }))
  rmSync(path.join(folder, old), { recursive: true })
const kit = path.join(import.meta.dirname, '../node_modules/drizzle-kit/bin.cjs')
for (const args of [
  ['--name', 'office'],
  ['--custom', '--name', 'guards_and_search'],
])
  spawnSync(process.execPath, [kit, 'generate', ...args], { stdio: 'inherit' })
renameSync(aside, path.join(folder, byHand))
