import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundledMigrations } from '#db/known-migrations.ts'
import { preparedFolder, testPassword } from '#electron/api/testing/office.ts'
import { buildJobsWorker } from '#electron/office/testing/build-jobs-worker.ts'
import { buildPapersWorker, buildWorker } from '#papers/testing/build-worker.ts'
import type { Begun, Order, Said, State } from './protocol.ts'

/**
 * A real process of the office, killed at a random moment of saving, issuing, copying, restoring,
 * changing the key or migrating; then started again. Every answer that it gave must still be true.
 */
const rounds = Number(process.env['OPORA_CRASH_ROUNDS'] ?? '100')
const seed = Number(process.env['OPORA_CRASH_SEED'] ?? String(Date.now() % 1_000_000))
const longestMs = 1_500
const migrateEvery = 10
/** How often each is drawn: in between, there must be something to lose. */
const what: Begun['what'][] = ['save', 'save', 'save', 'issue', 'snapshot', 'copy', 'restore', 'restore', 'rekey', 'rekey'] // prettier-ignore

let drawn = seed >>> 0
function draw(below: number): number {
  drawn = (Math.imul(drawn, 1664525) + 1013904223) >>> 0
  return Math.floor((drawn / 2 ** 32) * below)
}

/** What was answered: it must be there. */
interface Known {
  people: Set<string>
  issued: Set<string>
}
const copyOf = ({ people, issued }: Known): Known => ({
  people: new Set(people),
  issued: new Set(issued),
})

test(`${String(rounds)} rounds, seed ${String(seed)}`, async () => {
  console.log(`seed ${String(seed)}, ${String(rounds)} rounds`)
  const home = mkdtempSync(path.join(os.tmpdir(), 'opora-crash-'))
  const driver = await buildWorker({
    name: 'crash-driver',
    entry: 'tests/crash/driver.ts',
    sources: ['{db,domain,electron,papers,tests/crash}/**/*.{ts,sql}', 'package-lock.json'],
    external: ['sqlite3'],
  })
  const order: Order = {
    kind: 'office',
    dir: path.join(home, 'office'),
    stick: path.join(home, 'stick'),
    papers: String(await buildPapersWorker()),
    jobs: String(await buildJobsWorker()),
    password: testPassword,
    seed,
    what,
  }
  cpSync(await preparedFolder(), order.dir, { recursive: true })
  mkdirSync(order.stick)
  const book = createBook()
  const counts: Record<string, number> = {}
  try {
    for (let round = 1; round <= rounds; round++) {
      const last = round === rounds
      if (round % migrateEvery === 0) {
        await migrateRound(driver, { ...order, kind: 'migrate', seed: draw(2 ** 31) }, home)
        counts['migrate'] = (counts['migrate'] ?? 0) + 1
        continue
      }
      const said = await runAndKill(
        driver,
        { ...order, seed: draw(2 ** 31) },
        last ? 0 : draw(longestMs),
      )
      book.read(said, `seed ${String(seed)}, round ${String(round)}`)
      const cut = book.open ?? 'between'
      counts[cut] = (counts[cut] ?? 0) + 1
    }
    const said = await runAndKill(driver, { ...order, seed: 1 }, 0)
    book.read(said, `seed ${String(seed)}, at the end`)
    console.log('killed in', JSON.stringify(counts))
    console.log('acknowledged', JSON.stringify(book.acks))
    // Rounds in which nothing was answered would prove nothing.
    expect(book.acks['save'] ?? 0).toBeGreaterThan(rounds / 10)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

/** Starts the process, lets it tell its state, works for a while, kills it; everything it said. */
function runAndKill(driver: URL, order: Order, workMs: number): Promise<Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(driver), JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const one = JSON.parse(line) as Said
      said.push(one)
      if (one.kind === 'state' || (order.kind === 'migrate' && said.length === 1))
        setTimeout(() => child.kill('SIGKILL'), workMs)
    })
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said)
      else reject(new Error(`seed ${String(seed)}: it ended by itself\n${complaint}`))
    })
  })
}

/** Keeps what was answered, and compares it with what the next start finds. */
function createBook() {
  let known: Known = { people: new Set(), issued: new Set() }
  /** What there was when the act began that is under way. */
  let before: Known = copyOf(known)
  const copies = new Map<string, Known>()
  let restores: readonly string[] = []
  let restoring: string | undefined
  let open: Begun['what'] | undefined
  let begun = false
  const acks: Record<string, number> = {}

  /**
   * A snapshot is made within one act, also one whose answer was cut and the one that a restore makes
   * for safety: it holds what there was when the act began.
   */
  const noteSnapshots = (names: readonly string[]) => {
    for (const name of names) if (!copies.has(name)) copies.set(name, before)
    before = copyOf(known)
  }
  const held = (name: string, where: string): Known => {
    const copy = copies.get(name)
    if (!copy) throw new Error(`${where}: restored from ${name}, which nobody made`)
    return copyOf(copy)
  }

  const compare = (state: State, where: string) => {
    expect(state.whole, `${where}: verify`).toBe(true)
    expect(state.swapLeft, `${where}: swap.json`).toBe(false)
    expect(state.brokenSnapshots, `${where}: half a snapshot`).toBe(0)
    // A restore that was cut has happened, or it has not.
    if (restoring !== undefined && state.restores.some((id) => !restores.includes(id)))
      known = held(restoring, where)
    const missing = [
      ...[...known.people].filter((id) => !state.people.includes(id)),
      ...[...known.issued].filter((id) => !state.issued.includes(id)),
    ]
    expect(missing, `${where}: lost after ${String(open)}`).toEqual([])
    // An issued contract has its frozen paper, and no paper stands without its contract.
    expect(state.papers.toSorted(), `${where}: papers`).toEqual(state.issued.toSorted())
    if (begun) {
      // Of what was not answered at most the one that was cut may be there.
      expect(state.people.length - known.people.size, `${where}: people`).toBeLessThanOrEqual(1)
      expect(state.issued.length - known.issued.size, `${where}: issued`).toBeLessThanOrEqual(1)
    }
    known = { people: new Set(state.people), issued: new Set(state.issued) }
    noteSnapshots(state.snapshots)
  }

  return {
    acks,
    get open() {
      return open
    },
    read(said: readonly Said[], where: string) {
      for (const one of said) {
        if (one.kind === 'state') {
          compare(one.state, where)
          begun = true
          restoring = undefined
          open = undefined
        }
        if (one.kind === 'begin') {
          open = one.what
          noteSnapshots(one.there.snapshots)
          restores = one.there.restores
          restoring = one.what === 'restore' ? one.name : undefined
        }
        if (one.kind !== 'ack') continue
        acks[one.what] = (acks[one.what] ?? 0) + 1
        if (one.what === 'save') known.people.add(one.id)
        if (one.what === 'issue') known.issued.add(one.id)
        if (one.what === 'restore') known = held(one.name, where)
        // A case is written before its contract is issued.
        if (one.what !== 'restore' && !(one.what === 'save' && open === 'issue')) open = undefined
      }
    },
  }
}

async function migrateRound(driver: URL, order: Order, home: string): Promise<void> {
  const dir = path.join(home, 'migrate')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir)
  let last = 0
  for (let times = 0; times < 3; times++) {
    const said = await runAndKill(driver, { ...order, dir }, times === 2 ? 500 : draw(60))
    const [first] = said
    if (first?.kind !== 'migrated') throw new Error('the migration said nothing')
    expect(first.whole).toBe(true)
    // Never back: what was migrated stays migrated.
    expect(first.before).toBeGreaterThanOrEqual(last)
    last = first.before
  }
  expect(existsSync(path.join(dir, 'office.opora'))).toBe(true)
  expect(last).toBeLessThanOrEqual(bundledMigrations.length)
}
