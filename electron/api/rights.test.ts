import { isProcedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { can, permissions } from '#domain/accounts/permissions.ts'
import { roles } from '#domain/accounts/roles.ts'
import type { ProcedureMeta } from './kernel/meta.ts'
import { router } from './router.ts'
import { openOffice, type Client, type RunningOffice } from './testing/office.ts'

interface Found {
  name: string
  meta: ProcedureMeta
}

function proceduresOf(node: object, path: string[] = []): Found[] {
  if (isProcedure(node)) {
    const meta = node['~orpc'].meta as unknown as ProcedureMeta
    return [{ name: path.join('.'), meta }]
  }
  return Object.entries(node).flatMap(([key, child]) =>
    proceduresOf(child as object, [...path, key]),
  )
}
const procedures = proceduresOf(router)

type AnyCall = (input: unknown) => Promise<unknown>
function call(client: Client, name: string, input: unknown): Promise<unknown> {
  let node: unknown = client
  for (const part of name.split('.')) node = (node as Record<string, unknown>)[part]
  return (node as AnyCall)(input)
}
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    const answer = await work
    // A job answers with a stream; its body runs when it is read.
    if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer)
      for await (const event of answer as AsyncIterable<unknown>) expect(event).toBeDefined()
    return 'OK'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

/** Nothing any procedure should take. */
const malformed: unknown[] = [
  undefined,
  null,
  42,
  'text',
  [],
  { requestId: 'not a uuid', data: null },
  JSON.parse('{"__proto__":{"roles":["head"]},"constructor":{"prototype":{"x":1}}}'),
]

let running: RunningOffice
beforeAll(async () => {
  running = await openOffice()
})
afterAll(() => running.dispose())

test('every procedure says who may call it and what it leaves in the chain', () => {
  for (const { name, meta } of procedures) {
    expect(meta.audit, name).toBeTruthy()
    if (meta.kind === 'open' || meta.kind === 'self') expect(meta.permission, name).toBeUndefined()
    else expect(permissions, name).toContain(meta.permission)
  }
})

const guarded = procedures.filter((one) => one.meta.kind !== 'open')

test.each(guarded)('$name refuses a caller without a session', async ({ name }) => {
  expect(await codeOf(call(running.stranger(), name, {}))).toBe('UNAUTHENTICATED')
})

describe.each(roles)('role %s', (role) => {
  let client: Client
  beforeAll(async () => {
    client = await running.as(role)
  })
  test.each(guarded.filter((one) => one.meta.permission && !can([role], one.meta.permission)))(
    'is refused $name before its input is looked at',
    async ({ name }) => {
      expect(await codeOf(call(client, name, { requestId: 'x' }))).toBe('FORBIDDEN')
    },
  )
})

test.each(procedures.filter((one) => one.meta.kind !== 'open'))(
  '$name answers malformed input with INVALID, never with a fault of its own',
  async ({ name, meta }) => {
    const role = roles.find((one) => !meta.permission || can([one], meta.permission))
    const client = await running.as(role ?? 'head')
    for (const input of malformed) {
      const code = await codeOf(call(client, name, input))
      expect(['INVALID', 'OK', 'NOT_FOUND'], `${name} ← ${JSON.stringify(input)}`).toContain(code)
    }
  },
)

test('every locked session is refused everything that is not open', async () => {
  const client = await running.as('head')
  await client.session.lock({})
  for (const { name } of guarded) expect(await codeOf(call(client, name, {})), name).toBe('LOCKED')
})
