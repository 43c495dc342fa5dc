import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { settingCatalogue } from '#domain/settings/catalogue-data.ts'
import { preparedFolder, testPassword } from '#electron/api/testing/office.ts'
import { buildJobsWorker } from '#electron/office/testing/build-jobs-worker.ts'
import { buildPapersWorker, buildWorker } from '#papers/testing/build-worker.ts'
import { createBook } from './book.ts'
import { migrateRound, releasedOffice } from './migrate-round.ts'
import type { Begun, MigrateOrder } from './protocol.ts'
import { runAndKill } from './run-and-kill.ts'
import { copiesOnStick, readOnStick } from './stick.ts'

/**
 * A real process of the office, killed at a random moment of saving, issuing, copying, restoring,
 * changing the key or migrating; then started again. Every answer that it gave must still be true.
 */
const rounds = Number(process.env['OPORA_CRASH_ROUNDS'] ?? '100')
const seed = Number(process.env['OPORA_CRASH_SEED'] ?? String(Date.now() % 1_000_000))
const longestMs = 1_500
const migrateEvery = 10
/** How often each is drawn: in between, there must be something to lose. */
const what: Begun['what'][] = ['save', 'save', 'save', 'issue', 'snapshot', 'copy', 'copy', 'restore', 'restoreFromStick', 'restoreFromStick', 'rekey', 'rekey'] // prettier-ignore
/** Copies that the stick keeps. */
const keep = settingCatalogue.copiesPerMedium.default

let drawn = seed >>> 0
function draw(below: number): number {
  drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0
  return Math.floor((drawn / 2 ** 32) * below)
}

test(`${String(rounds)} rounds, seed ${String(seed)}`, async () => {
  console.log(`seed ${String(seed)}, ${String(rounds)} rounds`)
  const home = mkdtempSync(path.join(os.tmpdir(), 'opora-crash-'))
  const driver = await buildWorker({
    name: 'crash-driver',
    entry: 'tests/crash/driver.ts',
    sources: ['{db,domain,electron,papers,tests/crash}/**/*.{ts,sql}', 'package-lock.json'],
    external: ['sqlite3'],
  })
  const workers = {
    papers: String(await buildPapersWorker()),
    jobs: String(await buildJobsWorker()),
  }
  const stick = path.join(home, 'stick')
  const dir = path.join(home, 'office')
  const order = { kind: 'office' as const, ...workers, dir, stick, password: testPassword, what }
  cpSync(await preparedFolder(), dir, { recursive: true })
  mkdirSync(stick)
  const released = await releasedOffice(home)
  const migrating: MigrateOrder = {
    ...{ kind: 'migrate', ...workers, dir: path.join(home, 'migrate') },
    key: released.key.toString('hex'),
  }
  const book = createBook()
  const killedIn: Record<string, number> = {}
  const count = (what: string) => (killedIn[what] = (killedIn[what] ?? 0) + 1)
  /** Read from end to end already; since then one of them in each round. */
  const read = new Set<string>()
  const lookAtStick = async (where: string, { all = false } = {}) => {
    const found = copiesOnStick(stick, where)
    book.compareStick(found.map(({ name }) => name), keep, where) // prettier-ignore
    const again = draw(found.length)
    for (const [index, copy] of found.entries()) {
      if (read.has(copy.name) && index !== again && !all) continue
      book.compareCopy(copy.name, await readOnStick(stick, copy, testPassword), where)
      read.add(copy.name)
    }
  }
  try {
    for (let round = 1; round <= rounds; round++) {
      const where = `seed ${String(seed)}, round ${String(round)}`
      if (round % migrateEvery === 0) {
        for (const one of await migrateRound(driver, released, migrating, draw)) count(one)
        continue
      }
      const kill = { after: 'state' as const, ms: round === rounds ? 0 : draw(longestMs) }
      book.read(await runAndKill(driver, { ...order, seed: draw(2 ** 31) }, kill), where)
      count(book.open ?? 'between')
      await lookAtStick(where)
    }
    const where = `seed ${String(seed)}, at the end`
    book.read(await runAndKill(driver, { ...order, seed: 1 }, { after: 'state', ms: 0 }), where)
    await lookAtStick(where, { all: true })
    console.log('killed in', JSON.stringify(killedIn))
    console.log('acknowledged', JSON.stringify(book.acks))
    console.log(`${String(read.size)} copies on the stick read from end to end`)
    // Rounds in which nothing was answered would prove nothing.
    expect(book.acks['save'] ?? 0).toBeGreaterThan(rounds / 10)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
