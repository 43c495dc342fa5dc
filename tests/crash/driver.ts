import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { copiesAt, officesAt } from '#db/backup/medium.ts'
import { listSnapshots, snapshotsFolder } from '#db/backup/snapshot.ts'
import { useDisk } from '#db/disk.ts'
import { UniqueViolation } from '#db/errors.ts'
import { getCopy } from '#db/queries/backup.ts'
import { weakHash } from '#db/testing/database.ts'
import { approvedCase } from '#electron/api/testing/cases.ts'
import { personInput } from '#electron/api/testing/person-data.ts'
import type { CopySource } from '#electron/api/backup/restore-source.ts'
import { router, type Router } from '#electron/api/router.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { startOffice, type Office } from '#electron/office/office.ts'
import type { Act, MigrateOrder, OfficeOrder, Order, Said, State, There } from './protocol.ts'

/**
 * The office in a process of its own that will be killed: says what it finds when it starts, then does
 * what an office does, in an order drawn by the seed, and says what was answered. Password hashing is
 * the cheap one of the tests; everything else is the program.
 */
type Client = RouterClient<Router>
/** What is done between, so that there is something to lose. */
const often: Act[] = ['save', 'save', 'save', 'save', 'issue', 'snapshot', 'copy', 'copy', 'copy', 'restore', 'restoreFromStick', 'rekey'] // prettier-ignore
const order = JSON.parse(process.argv[2] ?? '') as Order
const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`)
const click = <T>(data: T) => ({ requestId: randomUUID(), data })

let state = 0
function draw(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

if (order.kind === 'migrate') await migrate(order)
else await work(order)
// Waits to be killed, or has been.
createInterface({ input: process.stdin })

/** An office of an earlier version, opened as a log-in opens it. */
async function migrate({ key }: MigrateOrder): Promise<void> {
  const office = await startHere()
  // The disk is the real one: it only says when the snapshot before the first step has its name.
  useDisk((real) => ({
    ...real,
    renameSync(from, to) {
      real.renameSync(from, to)
      if (path.basename(path.dirname(to)) === snapshotsFolder) say({ kind: 'copied' })
    },
  }))
  say({ kind: 'opening' })
  const begun = performance.now()
  office.vault.open(Buffer.from(key, 'hex'))
  say({ kind: 'opened', ms: performance.now() - begun })
}

function startHere(): Promise<Office> {
  return startOffice({
    dataDir: order.dir,
    version: '0.0.0-crash',
    workers: { papers: new URL(order.papers), jobs: new URL(order.jobs) },
    hashing: weakHash,
    nothingByItself: true,
  })
}

async function work({ stick, password, first, killIn, seed }: OfficeOrder): Promise<void> {
  state = seed
  const office = await startHere()
  const client = createRouterClient(router, {
    context: { office, caller: memoryCaller(office, 'cli') },
  })
  await logIn(client, 'administrator', password)
  const keeper = createRouterClient(router, {
    context: { office, caller: memoryCaller(office, 'cli') },
  })
  const people = createRouterClient(router, {
    context: { office, caller: memoryCaller(office, 'cli') },
  })
  const head = createRouterClient(router, {
    context: { office, caller: memoryCaller(office, 'cli') },
  })
  const enter = async () => {
    await logIn(keeper, 'administrator', password)
    await logIn(people, 'head socialWorker clerk', password)
    await logIn(head, 'head', password)
  }
  await enter()
  say({ kind: 'state', state: await stateOf(office, keeper, stick) })
  // For the next one, where such a cache is kept: at its end, which is a kill, nothing is written.
  flushCompileCache()

  const acts: Record<Act, () => Promise<void>> = {
    async save() {
      const made = await unlessTaken(() =>
        people.people.create(click(personInput({ birthDate: birth() }))),
      )
      if (made) say({ kind: 'ack', what: 'save', id: made.id })
    },
    async issue() {
      const serial = draw(1_000_000)
      const birthDate = birth()
      const made = await unlessTaken(() => approvedCase(office, { serial, person: { birthDate } }))
      if (!made) return
      const { personId } = made
      say({ kind: 'ack', what: 'save', id: personId })
      const { input } = await people.contracts.proposal({ personId })
      if (!input) throw new Error('nothing is proposed')
      const draft = await people.contracts.saveDraft(
        click({ id: null, version: null, personId, input }),
      )
      const { contractDate, startDate, endDate } = await head.contracts.issuing({ id: draft.id })
      const issue = { contractDate, startDate, endDate, number: null }
      const { number } = await head.contracts.issue(click({ ...draft, issue }))
      say({ kind: 'ack', what: 'issue', id: draft.id, number })
    },
    async snapshot() {
      const asked = { occasion: 'asked' as const, madeBy: null, olderThanMs: 0 }
      for await (const message of office.copies.run('snapshot', asked))
        if (message.kind === 'done' && message.report.made)
          say({ kind: 'ack', what: 'snapshot', name: message.report.made.name })
    },
    async copy() {
      for await (const message of tellSteps(await keeper.backup.make({ place: stick })))
        if (message.kind === 'done' && message.copy.state === 'verified')
          say({ kind: 'ack', what: 'copy', name: nameOf(office, message.copy.id) })
    },
    async rekey() {
      for await (const message of tellSteps(await keeper.keyring.change({ password })))
        if (message.kind === 'done') say({ kind: 'ack', what: 'rekey' })
    },
    async restore() {
      const newest = listSnapshots(order.dir).find(({ problem }) => problem === null)
      const source = newest && { kind: 'snapshot' as const, name: newest.name }
      await restore('restore', newest?.name, source)
    },
    async restoreFromStick() {
      const found = onStick(stick)
      const any = found[draw(found.length)]
      const source = any && { kind: 'folder' as const, path: any.folder }
      await restore('restoreFromStick', any?.name, source)
    },
  }
  async function restore(what: Act, name: string | undefined, source: CopySource | undefined) {
    say({ kind: 'begin', what, name, there: there(office, stick) })
    if (name === undefined || source === undefined) return
    const { profiles } = await keeper.restore.look({ source })
    const slotId = profiles.find((one) => one.displayName === 'Профил administrator')?.slotId
    const secret = { slotId: slotId ?? '', password }
    for await (const message of tellSteps(await keeper.restore.run({ source, secret })))
      if (message.kind === 'done') say({ kind: 'ack', what: 'restore', name })
    await enter()
    await confirm(keeper)
  }
  await confirm(keeper)
  for (let n = 0; ; n++) {
    const what = n === first ? killIn : (often[draw(often.length)] ?? 'save')
    // A restore says itself which copy it takes.
    if (what !== 'restore' && what !== 'restoreFromStick')
      say({ kind: 'begin', what, there: there(office, stick) })
    await acts[what]()
  }
}

/** Passes on what a job says, and tells the parent where it goes on to another step. */
async function* tellSteps<T extends { kind: string; step?: string }>(
  messages: AsyncIterable<T>,
): AsyncGenerator<T> {
  let step: string | undefined
  for await (const message of messages) {
    if (message.step !== step) say({ kind: 'step' })
    step = message.step
    yield message
  }
}

function birth(): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(1920 + draw(80))}-${two(1 + draw(12))}-${two(1 + draw(28))}`
}

/** Two invented people may get the same ЕГН; then nothing was written, and nothing is said. */
async function unlessTaken<T>(work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UniqueViolation) return undefined
    if (error instanceof Error && 'code' in error && error.code === 'RULE') return undefined
    throw error
  }
}

async function logIn(client: Client, roles: string, password: string): Promise<void> {
  const now = await client.session.current({})
  const profiles = now.status === 'new' ? [] : now.profiles
  const slotId = profiles.find((one) => one.displayName === `Профил ${roles}`)?.slotId ?? ''
  await client.session.logIn({ slotId, password })
}

/** After a restore: what the program says is taken for what stands on paper. */
async function confirm(keeper: Client): Promise<void> {
  const { open, registers } = await keeper.restore.numbers({})
  if (!open) return
  const typed = registers.map((one) => ({ ...one, lastOnPaper: one.lastNumber + 3 }))
  await keeper.restore.confirmNumbers(click({ registers: typed }))
}

async function stateOf(office: Office, keeper: Client, stick: string): Promise<State> {
  let whole = false
  for await (const message of await keeper.health.verify({}))
    if (message.kind === 'done') whole = message.report.ok
  return {
    ...there(office, stick),
    people: idsOf(office, 'select id from persons'),
    issued: idsOf(office, "select id from contracts where status <> 'draft'"),
    papers: idsOf(office, "select subject_id as id from papers where kind = 'contract'"),
    whole,
    swapLeft: existsSync(path.join(order.dir, 'swap.json')),
    brokenSnapshots: listSnapshots(order.dir).filter(({ problem }) => problem !== null).length,
  }
}

function there(office: Office, stick: string): There {
  const whole = listSnapshots(order.dir).filter(({ problem }) => problem === null)
  return {
    copies: [...whole, ...onStick(stick)].map(({ name }) => name),
    restores: idsOf(office, 'select id from restores'),
  }
}

function onStick(stick: string) {
  return officesAt(stick).flatMap((officeId) => copiesAt(stick, officeId))
}

function nameOf(office: Office, copyId: string): string {
  return getCopy(office.vault.database().orm, copyId).name
}

function idsOf(office: Office, sql: string): string[] {
  const { raw } = office.vault.database()
  return raw
    .prepare<[], { id: string }>(sql)
    .all()
    .map(({ id }) => id)
}
