import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'vitest'
import { settingCatalogue } from '#domain/settings/catalogue-data.ts'
import { preparedFolder, testPassword } from '#electron/api/testing/office.ts'
import { buildJobsWorker } from '#electron/office/testing/build-jobs-worker.ts'
import { buildPapersWorker, buildWorker } from '#papers/testing/build-worker.ts'
import { createBook } from './book.ts'
import { migrateRound, releasedOffice } from './migrate-round.ts'
import { acts, type Act, type MigrateOrder } from './protocol.ts'
import { after, runAndKill, type KillAt } from './run-and-kill.ts'
import { copiesOnStick, readOnStick } from './stick.ts'

/** Those that tell their steps. */
const jobs: readonly Act[] = ['copy', 'rekey', 'restore', 'restoreFromStick']
/** Acts before the one that is killed. */
const mostFirst = 3
const migrateEvery = 10
/** Copies that the stick keeps. */
const keep = settingCatalogue.copiesPerMedium.default

/**
 * A real process of the office, killed at a random moment of saving, issuing, copying, restoring,
 * changing the key or migrating; then started again. Every answer that it gave must still be true, and
 * so must the copies on the stick, which are looked at before the next start.
 *
 * Every second round, the odd ones or the even ones: each half has an office, a stick and a process of
 * its own, so that nothing it does delays a kill of the other. What was counted is left in a file for
 * `npm run test:crash`, which adds up.
 */
export function runHalf(half: 0 | 1): void {
  const all = Number(process.env['OPORA_CRASH_ROUNDS'] ?? '100')
  const seed = Number(process.env['OPORA_CRASH_SEED'] ?? '0')
  const rounds = Math.floor((all + half) / 2)
  test(`${String(rounds)} rounds, seed ${String(seed)}.${String(half)}`, () =>
    run(rounds, seed, half))
}

type Draw = (below: number) => number

function drawFrom(seed: number): Draw {
  let drawn = seed >>> 0
  return (below) => {
    drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0
    return Math.floor((drawn / 2 ** 32) * below)
  }
}

async function run(rounds: number, seed: number, half: 0 | 1): Promise<void> {
  const draw = drawFrom(2 * seed + half)
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
  const clock = createClock(draw)
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
      const where = `seed ${String(seed)}.${String(half)}, round ${String(round)}`
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
    const where = `seed ${String(seed)}.${String(half)}, at the end`
    const nothing = { seed: 1, first: 0, killIn: 'save' as const }
    book.read(await runAndKill(driver, { ...order, ...nothing }, after('state', 0)), where)
    await lookAtStick(where, { all: true })
    const counted = { killedIn, acks: book.acks, acts, read: read.size }
    const sums = process.env['OPORA_CRASH_SUMS']
    if (sums !== undefined) writeFileSync(path.join(sums, String(half)), JSON.stringify(counted))
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** A step of a job, and the first few milliseconds of it: that is where something lies half there. */
const mostSteps = 6
const stepMs = 12

/** Kills within the time that an act of the kind took lately, every other one right behind a step. */
function createClock(draw: Draw) {
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
