import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'

import { roles, type Role } from '#domain/accounts/roles.ts'
import type { OfficeInput } from '#domain/office/schema.ts'
import { weakHash } from '#db/testing/database.ts'
import { buildPapersWorker } from '#papers/testing/build-worker.ts'
import { sharedPapers } from '#papers/testing/shared-papers.ts'
import { buildJobsWorker } from '#electron/office/testing/build-jobs-worker.ts'
import { wholeRouter, type Router } from '#electron/api/router.ts'
import { memoryCaller } from '#electron/office/memory-caller.ts'
import { startOffice, type Office, type OfficeOptions } from '#electron/office/office.ts'

/** Loaded before the first call: what is asked first must be answered first. */
const everything = await wholeRouter()

export type Client = RouterClient<Router>

const root = path.resolve(import.meta.dirname, '../../..')
const cache = path.join(root, 'node_modules/.cache/opora')

/** Everything one person needs to walk from an application to a contract. */
export const wholePath: Role[] = ['head', 'socialWorker', 'clerk']

/** The day on which tests happen: a Monday. */
export const testToday = '2026-11-16'
const testStart = Date.parse(`${testToday}T08:00:00.000Z`)
export const testPassword = 'тиха вода 7 върби'
/** What the administrator gives to a new profile, until its owner chooses another. */
const givenPassword = 'първа вода 7 камъка'

export const testOfficeInput: OfficeInput = {
  name: 'Център за социални услуги',
  municipality: 'Примерна',
  region: 'Кюстендил',
  district: '',
  eik: '000193282',
  settlementKind: 'town',
  settlement: 'Примерна',
  address: 'ул. „Първа“ № 1',
  phone: '078 550 000',
  email: '',
  mayorName: 'Петър Стоянов Примеров',
  mayorTitle: 'кмет',
  authorisedPerson: null,
  chiefAccountantName: 'Галина Иванова Сметкова',
  headOfServiceName: 'Мария Георгиева Пробева',
  programme: 'assistantSupport',
}

export interface RunningOffice {
  office: Office
  dir: string
  /** A client that is logged in with these roles; every call logs in anew. */
  as(...wanted: Role[]): Promise<Client>
  /** A client without a session. */
  stranger(): Client
  /** Moves the office's clock. */
  advance(milliseconds: number): void
  /** An empty folder, for example as a stick; it goes with the office. */
  folder(): string
  dispose(): Promise<void>
}

/** Action input: every click has an id of its own. */
export function click<T>(data: T): { requestId: string; data: T } {
  return { requestId: randomUUID(), data }
}

/** So many days on which somebody comes to work: what the office does by itself believes the clock. */
export async function workDays(running: RunningOffice, days = 5): Promise<void> {
  for (let n = 0; n < days; n++) {
    running.advance(86_400_000)
    await running.as('head')
    running.office.writeReadingNotes()
  }
}

/** What opens the profile with these roles, here and in every copy of the office. */
export async function secretOf(
  client: Client,
  ...wanted: Role[]
): Promise<{ slotId: string; password: string }> {
  const state = await client.session.current({})
  if (state.status === 'new') throw new Error('the prepared office is not set up')
  const profile = state.profiles.find((one) => one.displayName === profileName(wanted))
  if (!profile) throw new Error(`no profile for ${wanted.join()}`)
  return { slotId: profile.slotId, password: testPassword }
}

/** What a test wants otherwise than the others. */
type Wishes = Partial<
  Pick<
    OfficeOptions,
    'nothingByItself' | 'afterLogInMs' | 'checkAfterMs' | 'warmAfterMs' | 'workers'
  >
>

/** The real office on a folder of its own, real encrypted database, production migrations. */
export async function openOffice(dir?: string): Promise<RunningOffice> {
  return openOfficeIn(mkdtempSync(path.join(os.tmpdir(), 'opora-test-')), {}, dir)
}

/** The same in a folder that is given, for example on a small disk. */
export async function openOfficeIn(
  own: string,
  wishes: Wishes = {},
  dir?: string,
): Promise<RunningOffice> {
  cpSync(dir ?? (await preparedFolder()), own, { recursive: true })
  return openThere(own, wishes)
}

/** The same in a folder that holds an office, as it lies there. */
export async function openThere(own: string, wishes: Wishes = {}): Promise<RunningOffice> {
  let now = testStart + 3_600_000
  const office = await start(own, () => now, wishes)
  const folders = [own]
  return {
    office,
    dir: own,
    stranger: () => clientOf(office),
    async as(...wanted) {
      const client = clientOf(office)
      await client.session.logIn(await secretOf(client, ...wanted))
      return client
    },
    advance(milliseconds) {
      now += milliseconds
    },
    folder() {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-folder-'))
      folders.push(folder)
      return folder
    },
    async dispose() {
      await office.close()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An office before its set-up, in this very folder or in one of its own. */
export async function openNewOffice(dir?: string, wishes: Wishes = {}): Promise<RunningOffice> {
  return dir === undefined
    ? openOffice(mkdtempSync(path.join(os.tmpdir(), 'opora-empty-')))
    : openThere(dir, wishes)
}

async function start(dir: string, clock: () => number, wishes: Wishes = {}): Promise<Office> {
  return startOffice({
    dataDir: dir,
    version: '0.0.0-test',
    workers: await testWorkers(),
    ...(wishes.workers ? {} : { papers: await sharedPapers() }),
    clock,
    hashing: weakHash,
    nothingByItself: true,
    patienceMs: 1_000,
    ...wishes,
  })
}

/** Both workers, bundled as the program bundles them. */
export async function testWorkers(): Promise<{ papers: URL; jobs: URL }> {
  return { papers: await buildPapersWorker(), jobs: await buildJobsWorker() }
}

function clientOf(office: Office): Client {
  return createRouterClient(everything, {
    context: { office, caller: memoryCaller(office, 'cli') },
  })
}

const profileName = (wanted: readonly Role[]) =>
  wanted.length === 0 ? 'Първа Администраторова' : `Профил ${wanted.join(' ')}`

let prepared: Promise<string> | undefined

/**
 * Set up once for each state of the sources (its key pairs take seconds) and kept in
 * node_modules/.cache; tests work on copies: one profile per role, and one for the whole path.
 */
export function preparedFolder(): Promise<string> {
  prepared ??= (async () => {
    const folder = path.join(cache, `office-${sourcesKey()}`)
    if (existsSync(folder)) return folder
    mkdirSync(cache, { recursive: true })
    const draft = `${folder}.${String(process.pid)}`
    await prepare(draft)
    try {
      renameSync(draft, folder)
    } catch {
      // Another process was first: its office serves as well.
      rmSync(draft, { recursive: true, force: true })
    }
    return folder
  })()
  return prepared
}

async function prepare(dir: string): Promise<void> {
  const office = await start(dir, () => testStart)
  const client = clientOf(office)
  await client.office.setUp({
    office: testOfficeInput,
    account: { displayName: 'Първа Администраторова', position: 'администратор' },
    password: testPassword,
  })
  const { askGroup } = await client.recovery.issueSheet({})
  const code = [...office.recoverySheets.values()][0]?.code ?? ''
  await client.recovery.confirm(click({ group: code.split('-')[askGroup - 1] ?? '' }))
  for (const set of [...roles.map((role) => [role]), wholePath])
    await client.accounts.create(
      click({ displayName: profileName(set), position: '', roles: set, password: givenPassword }),
    )
  // Everybody has chosen a password of their own, so that the pages open at once.
  const state = await client.session.current({})
  for (const { slotId } of state.status === 'new' ? [] : state.profiles.slice(1)) {
    const own = clientOf(office)
    await own.session.logIn({ slotId, password: givenPassword })
    await own.session.changePassword({ old: givenPassword, new: testPassword })
    await own.session.logOut({})
  }
  await office.close()
}

function sourcesKey(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['{db,domain,electron}/**/*.{ts,sql}'], { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${String(mtimeMs)} ${String(size)}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
