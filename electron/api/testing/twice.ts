import { expect } from 'vitest'
import { lists } from '#domain/lists/register.ts'
import type { Client, RunningOffice } from './office.ts'
import { call, outcomeOf, procedures, type Found, type Outcome } from './procedures.ts'

/** What comes of the same request sent once more, where no request id tells that it is the same. */
export type SentAgain =
  /** Nothing is written: it is so already. */
  | 'stands'
  /** Refused in words, and nothing is written. */
  | 'refused'
  /** A work of its own each time: it leaves its own record and line, and nothing of the office's data. */
  | 'anew'

/** Those without a request id, and what the second of the same comes to. */
export const again: Readonly<Record<string, SentAgain>> = {
  'accounts.savePreferences': 'stands',
  'audit.exportJournal': 'anew',
  // What is handed out is handed out again, and each time is written down.
  ...Object.fromEntries(
    Object.keys(lists).flatMap((list) => [
      [`${list}.exportList`, 'anew'],
      [`${list}.printList`, 'anew'],
    ]),
  ),
  'audit.verify': 'anew',
  'employments.printNotice': 'anew',
  'employments.printSheet': 'anew',
  'events.printPresence': 'anew',
  'backup.check': 'anew',
  'backup.make': 'anew',
  'drafts.discard': 'stands',
  'drafts.save': 'stands',
  'health.verify': 'anew',
  'keyring.change': 'anew',
  // Of the same day there is nothing more to write: the letters that are there are handed over.
  'letters.write': 'stands',
  'office.setUp': 'refused',
  // The answer is a secret and not kept: a sheet that was not seen is void, another one is printed.
  'recovery.issueSheet': 'anew',
  'rescue.run': 'refused',
  'restore.run': 'refused',
  'restore.trial': 'anew',
  'restore.undo': 'refused',
  // Whoever knows the password is let in as often as it is typed; a code of the sheet only once.
  'session.changePassword': 'refused',
  'session.lock': 'stands',
  'session.logIn': 'anew',
  'session.logOut': 'stands',
  'session.recover': 'refused',
  'session.unlock': 'anew',
}
/** No session and no permission, and nothing is written. */
export const onlyReading = [
  ...['drafts.find', 'drafts.list', 'session.current'],
  ...['rescue.find', 'rescue.look', 'rescue.state'],
]

/** Records of what was looked at, copied or begun; no row of the office's own data among them. */
const ownRecords = /^(audit_|backup_|office_checks$)/

const byName = new Map(procedures.map((one) => [one.name, one]))

/**
 * The office with clients that make every writing call twice: actions as a double click and once more
 * as after a lost answer, the others once more. Whatever is written a second time fails the test.
 */
export function callingTwice(running: RunningOffice, tried: Set<string>): RunningOffice {
  const twice = (client: Client) => doubled(client, { running, tried })
  return {
    ...running,
    as: async (...roles) => twice(await running.as(...roles)),
    stranger: () => twice(running.stranger()),
  }
}

interface Attempt {
  running: RunningOffice
  tried: Set<string>
}

function doubled(client: Client, attempt: Attempt): Client {
  const part = (path: string[]): object =>
    new Proxy(() => undefined, {
      get: (_, key) =>
        typeof key === 'string' && key !== 'then' ? part([...path, key]) : undefined,
      apply: (_, __, [input]: unknown[]) => {
        const found = byName.get(path.join('.'))
        if (!found) throw new Error(`no procedure ${path.join('.')}`)
        return ask(client, found, input, attempt)
      },
    })
  return part([]) as Client
}

async function ask(client: Client, found: Found, input: unknown, attempt: Attempt) {
  const { name } = found
  if (hasRequestId(found)) {
    attempt.tried.add(name)
    return actedOnce(client, found, input, attempt.running)
  }
  const expected = again[name]
  const answer = await call(client, name, input)
  if (expected === undefined) return answer
  attempt.tried.add(name)
  // A stream does its work while it is read.
  const events = await readAll(answer)
  const before = written(attempt.running)
  const second = await outcomeOf(call(client, name, input))
  expectAgain(name, expected, second, before, written(attempt.running))
  return events
}

export function hasRequestId({ input }: Found): boolean {
  const { shape } = input as { shape?: Record<string, unknown> }
  return shape !== undefined && 'requestId' in shape
}

/**
 * Two at once and one more after their answer: one answer, one line of the work for each record and dossier
 * that it touches, nothing after it.
 */
async function actedOnce(client: Client, { name, meta }: Found, input: unknown, at: RunningOffice) {
  const lines = () => linesOf(at, meta.audit)
  const before = lines()
  const [first, second] = await Promise.all([call(client, name, input), call(client, name, input)])
  expect(second, `${name}: double click`).toEqual(first)
  const own = lines().slice(before.length)
  expect(own.length, `${name}: lines of a double click`).toBeGreaterThan(0)
  expect(new Set(own).size, `${name}: lines of a double click, one each`).toBe(own.length)
  const after = changes(at)
  expect(await call(client, name, input), `${name}: sent again`).toEqual(first)
  expect(changes(at), `${name}: written by what was sent again`).toBe(after)
  return first
}

type Written = ReadonlyMap<string, number> | null

function expectAgain(
  name: string,
  expected: SentAgain,
  { code, told }: Outcome,
  before: Written,
  after: Written,
): void {
  expect(code === 'OK', `${name}, sent again: ${told}`).toBe(expected !== 'refused')
  if (expected === 'refused') expect(code, name).not.toMatch(/INTERNAL|INVALID|no code/)
  const grown = [...(after ?? [])].flatMap(([table, rows]) =>
    before && rows !== before.get(table) ? [table] : [],
  )
  const foreign = expected === 'anew' ? grown.filter((table) => !ownRecords.test(table)) : grown
  expect(foreign, `${name}: tables in which a row is new`).toEqual([])
}

/** Rows of every table; null while nobody holds the database open. */
function written({ office }: RunningOffice): Written {
  if (!office.vault.isOpen) return null
  const { raw } = office.vault.database()
  const tables = raw
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
  return new Map(
    tables.map(({ name }) => [
      name,
      Number(raw.prepare(`select count(*) from "${name}"`).pluck().get()),
    ]),
  )
}

/** What each line of an action is about, in their order. */
const linesOf = ({ office }: RunningOffice, action: string) =>
  office.vault
    .database()
    .raw.prepare<[string], string>(
      `select subject_kind || ' ' || subject_id || ' ' || coalesce(person_id, '')
      from audit_entries where action = ? order by seq`,
    )
    .pluck()
    .all(action)

/** Rows that this connection ever wrote, changed or deleted. */
const changes = ({ office }: RunningOffice) =>
  Number(office.vault.database().raw.prepare('select total_changes()').pluck().get())

async function readAll(answer: unknown): Promise<unknown> {
  if (!answer || typeof answer !== 'object' || !(Symbol.asyncIterator in answer)) return answer
  const events: unknown[] = []
  for await (const event of answer as AsyncIterable<unknown>) events.push(event)
  return (async function* () {
    await Promise.resolve()
    yield* events
  })()
}
