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
import { acts, type Act, type MigrateOrder } from './protocol.ts'
import { after, runAndKill, type KillAt } from './run-and-kill.ts'
import { copiesOnStick, readOnStick } from './stick.ts'

/**
 * A real process of the office, killed at a random moment of saving, issuing, copying, restoring,
 * changing the key or migrating; then started again. Every answer that it gave must still be true, and
 * so must the copies on the stick, which are looked at before the next start.
 */
const rounds = Number(process.env['OPORA_CRASH_ROUNDS'] ?? '100')
const seed = Number(process.env['OPORA_CRASH_SEED'] ?? String(Date.now() % 1_000_000))
/** Those that tell their steps. */
const jobs: readonly Act[] = ['copy', 'rekey', 'restore', 'restoreFromStick']
/** Acts before the one that is killed. */
const mostFirst = 3
const migrateEvery = 10
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
  const order = { kind: 'office' as const, ...workers, dir, stick, password: testPassword }
  cpSync(await preparedFolder(), dir, { recursive: true })
  mkdirSync(stick)
  const released = await releasedOffice(home)
  const migrating: MigrateOrder = {
    ...{ kind: 'migrate', ...workers, dir: path.join(home, 'migrate') },
    key: released.key.toString('hex'),
  }
  const book = createBook()
  const clock = createClock()
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
      const killIn = acts[round % acts.length] ?? 'save'
      const own = { seed: draw(2 ** 31), first: draw(mostFirst), killIn }
      const said = await runAndKill(driver, { ...order, ...own }, clock.killBehind(own.first))
      book.read(said, where)
      count(book.open ?? 'between')
      await lookAtStick(where)
    }
    const where = `seed ${String(seed)}, at the end`
    const nothing = { seed: 1, first: 0, killIn: 'save' as const }
    book.read(await runAndKill(driver, { ...order, ...nothing }, after('state', 0)), where)
    await lookAtStick(where, { all: true })
    console.log('killed in', JSON.stringify(killedIn))
    console.log('acknowledged', JSON.stringify(book.acks))
    console.log(`${String(read.size)} copies on the stick read from end to end`)
    // Rounds in which nothing was answered would prove nothing.
    expect(book.acks['save'] ?? 0).toBeGreaterThan(rounds / 10)
    if (rounds >= 100)
      for (const act of acts) {
        expect(killedIn[act] ?? 0, `killed in ${act}`).toBeGreaterThan(rounds / 50)
        expect(book.acks[act] ?? 0, `answered ${act}`).toBeGreaterThan(rounds / 500)
      }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

/** A step of a job, and the first few milliseconds of it: that is where something lies half there. */
const mostSteps = 6
const stepMs = 12

/** Kills within the time that an act of the kind took lately, every other one right behind a step. */
function createClock() {
  const tookMs = new Map<Act, number>()
  return {
    /** In the act before which so many others are done. */
    killBehind(first: number): KillAt {
      let begun = { act: 'save' as Act, at: 0 }
      let acts = 0
      let steps: number | undefined
      return (one) => {
        const now = performance.now()
        if (one.kind === 'begin') {
          begun = { act: one.what, at: now }
          if (acts++ !== first) return null
          if (!jobs.includes(one.what) || draw(2) === 0)
            return draw(Math.ceil(tookMs.get(one.what) ?? 300))
          steps = draw(mostSteps)
          return null
        }
        if (one.kind === 'step' && steps !== undefined && steps-- === 0) return draw(stepMs)
        const { act, at } = begun
        if (one.kind !== 'ack' || !act.startsWith(one.what)) return null
        // It had fewer steps than were drawn.
        if (steps !== undefined) return 0
        tookMs.set(act, Math.max(now - at, 0.8 * (tookMs.get(act) ?? 0)))
        return null
      }
    },
  }
}
