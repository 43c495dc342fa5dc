import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  click,
  openOffice,
  testPassword,
  type RunningOffice,
} from '#electron/api/testing/office.ts'
import { serveOffice, type OfficeServer } from './server.ts'

/** The server by its bare socket: what a browser would never send, and who sends it on purpose. */
let running: RunningOffice
let server: OfficeServer
let folder: string
const faults: unknown[] = []
const note = (fault: unknown) => faults.push(fault)

beforeAll(async () => {
  process.on('unhandledRejection', note)
  folder = mkdtempSync(path.join(os.tmpdir(), 'opora-attack-'))
  const renderer = path.join(folder, 'page')
  mkdirSync(path.join(renderer, 'assets'), { recursive: true })
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><head></head><p>page</p>')
  writeFileSync(path.join(folder, 'secret.json'), '"a secret beside the page"')
  running = await openOffice()
  server = await serveOffice(
    { open: () => Promise.resolve({ office: running.office }) },
    {
      port: 0,
      rendererDir: renderer,
      cookieName: 'opora-t',
    },
  )
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  expect((await post('session/current', {})).status).toBe(200)
  expect(faults).toEqual([])
})
afterAll(async () => {
  await server.close()
  expect(existsSync(path.join(running.dir, 'logs/faults.log'))).toBe(false)
  await running.dispose()
  process.off('unhandledRejection', note)
  rmSync(folder, { recursive: true, force: true })
})

const sockets = new Set<Socket>()
const own = () => `127.0.0.1:${server.port}`

function open(allowHalfOpen = false): Socket {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen })
  socket.on('error', () => undefined)
  sockets.add(socket)
  return socket
}

/** Sends the bytes and reads until the server ends, or has said `until`. */
function raw(bytes: string | Buffer, until?: string | RegExp, socket = open()): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1')
      if (until !== undefined && said.search(until) >= 0) resolve(said)
    })
    socket.on('close', () => {
      resolve(said)
    })
    socket.write(bytes)
  })
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4)

function request(line: string, headers: readonly string[], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${String(Buffer.byteLength(body))}`]
  return `${[line, ...headers, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`
}
const apiHeaders = (cookie?: string) => [
  `Host: ${own()}`,
  `Origin: http://${own()}`,
  'Content-Type: application/json',
  ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
]
const call = (name: string, body: string, cookie?: string) =>
  request(`POST /api/${name} HTTP/1.1`, apiHeaders(cookie), body)

interface Answer {
  status: number
  json: unknown
  cookie: string | undefined
}
/** As the page asks. */
async function post(name: string, input: unknown, cookie?: string): Promise<Answer> {
  const response = await fetch(`http://${own()}/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: `http://${own()}`,
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify({ json: input }),
  })
  const { json } = (await response.json().catch(() => ({ json: undefined }))) as { json: unknown }
  return {
    status: response.status,
    json,
    cookie: response.headers.getSetCookie()[0]?.split(';')[0],
  }
}

async function slotOf(displayName: string): Promise<string> {
  const state = (await post('session/current', {})).json as {
    profiles: { slotId: string; displayName: string }[]
  }
  return state.profiles.find((one) => one.displayName === displayName)!.slotId
}

async function logIn(role: string): Promise<string> {
  const slotId = await slotOf(`Профил ${role}`)
  const answer = await post('session/logIn', { slotId, password: testPassword })
  expect(answer.status).toBe(200)
  return answer.cookie!
}

test('Host and Origin: whatever is not exactly this server is refused without a word', async () => {
  const line = 'POST /api/session/current HTTP/1.1'
  const type = 'Content-Type: application/json'
  const host = `Host: ${own()}`
  const origin = `Origin: http://${own()}`
  const port = String(server.port)
  const refused: [string, string[], number][] = [
    ['no Host', [origin, type], 400],
    ['an empty Host', ['Host:', origin, type], 403],
    ['a foreign Host', ['Host: evil.example', 'Origin: http://evil.example', type], 403],
    ['a second, foreign Host', [host, 'Host: evil.example', origin, type], 403],
    ['a foreign Host first', ['Host: evil.example', host, origin, type], 403],
    ['twice the same Host', [host, host, origin, type], 403],
    ['another port', ['Host: 127.0.0.1:1', origin, type], 403],
    ['a name around it', [`Host: ${own()}.evil.example`, origin, type], 403],
    ['a user before it', [`Host: evil@${own()}`, origin, type], 403],
    ['no Origin', [host, type], 415],
    ['Origin null', [host, 'Origin: null', type], 403],
    ['a foreign Origin', [host, 'Origin: http://evil.example', type], 403],
    ['a second, foreign Origin', [host, origin, 'Origin: http://evil.example', type], 403],
    ['twice the same Origin', [host, origin, origin, type], 403],
    ['the Origin of another port', [host, 'Origin: http://127.0.0.1:1', type], 403],
    ['the Origin under another name', [host, `Origin: http://localhost:${port}`, type], 403],
    ['an Origin with a path', [host, `${origin}/`, type], 403],
    ['a form', [host, origin, 'Content-Type: application/x-www-form-urlencoded'], 415],
    ['plain text', [host, origin, 'Content-Type: text/plain'], 415],
    ['no type', [host, origin], 415],
  ]
  for (const [what, headers, status] of refused) {
    const answer = await raw(request(line, headers, '{"json":{}}'))
    expect(statusOf(answer), what).toBe(status)
    expect(['', '0\r\n\r\n'], what).toContain(bodyOf(answer))
    expect(answer, what).not.toMatch(/set-cookie|Примерна/i)
  }
  expect(statusOf(await raw('POST /api/session/current HTTP/1.0\r\n\r\n'))).toBe(403)
})

test('every other method than the one of a procedure, or of a page, is refused', async () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
    expect(
      statusOf(await raw(request(`${method} /api/session/current HTTP/1.1`, apiHeaders()))),
      method,
    ).toBe(405)
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
    expect(statusOf(await raw(request(`${method} / HTTP/1.1`, apiHeaders()))), method).toBe(405)
  expect(await raw(request(`CONNECT ${own()} HTTP/1.1`, apiHeaders()))).toBe('')
  const upgrade = [...apiHeaders(), 'Upgrade: websocket']
  expect(statusOf(await raw(request('GET /api/session/current HTTP/1.1', upgrade)))).toBe(405)
})

test('no way of writing a path leads out of the page, and no odd one is a fault', async () => {
  const up = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '%252e%252e%252f',
    '..\\',
    '..%5c',
    '..%c0%af',
  ]
  const paths = [
    ...up.flatMap((one) => [`/${one}secret.json`, `/assets/${one}${one}secret.json`]),
    '/secret.json%00.js',
    '/assets//../../secret.json',
    '//../secret.json',
    '/....//secret.json',
    `/${path.join(folder, 'secret.json')}`,
    '/%',
    '/%ff%fe',
    '/\u00e9',
    '//[',
    '*',
    'http://[',
    `http://${own()}/secret.json`,
    'http://evil.example/',
    'secret.json',
    '?',
    `/${'a/'.repeat(6000)}`,
  ]
  for (const one of paths) {
    const answer = await raw(request(`GET ${one} HTTP/1.1`, [`Host: ${own()}`]))
    expect([400, 404], one).toContain(statusOf(answer))
    expect(answer, one).not.toContain('a secret beside')
  }
  const names = ['__proto__', 'constructor', 'session', 'session/__proto__', 'session/constructor', 'session/current/x', 'people/toString', '../session/current', 'session//current', 'session/current%2f', '%73ession/%00'] // prettier-ignore
  for (const one of names)
    expect(statusOf(await raw(call(one, '{"json":{}}'))), one).toBeGreaterThanOrEqual(400)
  for (const one of names)
    expect(statusOf(await raw(call(one, '{"json":{}}'))), one).toBeLessThan(500)
})

test('bodies that are none, or mean to change what every object is', async () => {
  const cookie = await logIn('clerk')
  const bodies = [
    '',
    'null',
    '[]',
    '"text"',
    '{"json":',
    '{"json":{}}trailing',
    '\u0000',
    '['.repeat(100_000),
    `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    '{"json":{"__proto__":{"polluted":1}},"meta":[]}',
    '{"json":{},"meta":[[1,"__proto__","polluted"]]}',
    '{"json":{},"meta":[[3,"constructor","prototype","polluted"]]}',
    '{"json":{"a":"1"},"meta":[[0,"a"],["x"],[null],5,{}]}',
    '{"json":{"a":"(a+)+$"},"meta":[[5,"a"]]}',
    '{"json":{"a":"no address"},"meta":[[4,"a"]]}',
    '{"json":{"a":"no date"},"meta":[[1,"a"]]}',
    '{"json":{"a":1},"meta":[[6,"a"],[7,"a"]]}',
    `{"json":{"a":"${'9'.repeat(60_000)}"},"meta":[[0,"a"]]}`,
    '{"json":{},"maps":[["a"]],"meta":7}',
  ]
  for (const body of bodies)
    for (const name of ['session/current', 'people/search', 'drafts/save']) {
      const answer = await raw(call(name, body, cookie))
      const what = `${name} ← ${body.slice(0, 60)}`
      expect(statusOf(answer), what).toBeGreaterThanOrEqual(200)
      expect(statusOf(answer), what).toBeLessThan(500)
      expect(answer, what).not.toMatch(/\s+at .*[/\\]|node_modules|SyntaxError|opora-/)
    }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  const form = [...apiHeaders(cookie).slice(0, 2), `Cookie: ${cookie}`]
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
    for (const body of [
      '',
      '--x--\r\n',
      '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":{"a":1},"maps":[["__proto__","polluted"]]}\r\n--x--\r\n',
    ]) {
      const answer = await raw(
        request('POST /api/people/search HTTP/1.1', [...form, `Content-Type: ${type}`], body),
      )
      expect(statusOf(answer), `${type} ${body}`).toBe(400)
    }
  const named = [...apiHeaders(cookie), 'Content-Disposition: attachment; filename="../../x"']
  expect(
    statusOf(await raw(request('POST /api/people/search HTTP/1.1', named, '{"json":{}}'))),
  ).toBe(400)
})

test('two meanings of one request, and headers that are none, are refused by the parser', async () => {
  const post = 'POST /api/session/current HTTP/1.1\r\n'
  const base = `${post}${apiHeaders().join('\r\n')}\r\n`
  const body = '0\r\n\r\nGET /secret HTTP/1.1\r\n\r\n'
  const odd = [
    `${base}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${body}`,
    `${base}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${body}`,
    `${base}Transfer-Encoding: identity, chunked, gzip\r\n\r\n${body}`,
    `${base}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n${body}`,
    `${base}Content-Length: -1\r\n\r\n`,
    `${base}Content-Length: 1e3\r\n\r\n`,
    `${base}Transfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n`,
    `${base}X: a\nY: b\r\n\r\n`,
    `${base}X: a\0b\r\n\r\n`,
    `${base} X: folded\r\n\r\n`,
    `${base}X : a\r\n\r\n`,
    'GET / HTTP/9.9\r\n\r\n',
    'not a request\r\n\r\n',
    '\u0016\u0003\u0001\u0002',
  ]
  for (const one of odd) {
    const answer = await raw(one)
    expect([0, 400], JSON.stringify(one.slice(-60))).toContain(statusOf(answer))
    expect(answer.split('HTTP/1.1 ').length).toBeLessThanOrEqual(2)
  }
  const huge = await raw(`${base}X: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(statusOf(huge)).toBe(431)
  const many = Array.from({ length: 5000 }, (_, i) => `X${String(i)}: a`).join('\r\n')
  expect(statusOf(await raw(`${base}${many}\r\n\r\n`))).toBe(431)
  const cookie = ['constructor', '__proto__', 'a'.repeat(4000), '%00', '"; opora-t="x'].map(
    (value) => `opora-t=${value}`,
  )
  for (const one of cookie)
    expect(statusOf(await raw(call('office/find', '{"json":{}}', one))), one).toBe(401)
})

test('too much is refused from what is announced, or from what has come; not read to its end', async () => {
  const mega = 1024 * 1024
  const announce = (length: number, cookie?: string) =>
    `POST /api/session/logIn HTTP/1.1\r\n${apiHeaders(cookie).join('\r\n')}\r\nContent-Length: ${String(length)}\r\n\r\n`
  // A stranger: of a megabyte announced the first bytes are enough.
  expect(statusOf(await raw(`${announce(mega)}{"json"`, '\r\n\r\n'))).toBe(413)
  // Without a length, in pieces.
  const pieces = `POST /api/session/logIn HTTP/1.1\r\n${apiHeaders().join('\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n`
  const piece = `4000\r\n${'a'.repeat(0x4000)}\r\n`
  expect(statusOf(await raw(pieces + piece.repeat(6), '\r\n\r\n'))).toBe(413)
  // Who is refused before anything is read does not hold the connection with what is still to come.
  const held = open()
  const answer = raw(`GET /api/x HTTP/1.1\r\nHost: evil\r\nContent-Length: ${String(100 * mega)}\r\n\r\na`, undefined, held) // prettier-ignore
  expect(statusOf(await answer)).toBe(403)
  expect(held.destroyed || held.readableEnded).toBe(true)
  // A member may send a form of some size, not twenty megabytes.
  const cookie = await logIn('clerk')
  const large = JSON.stringify({ json: { form: 'person', title: '', payload: 'а'.repeat(mega) } })
  expect(statusOf(await raw(call('drafts/save', large, cookie)))).toBe(200)
  expect(statusOf(await raw(`${announce(21 * mega, cookie)}{"json"`, '\r\n\r\n'))).toBe(413)
})

test('many who say nothing, half of something, or go away, while one person works', async () => {
  const cookie = await logIn('clerk')
  const headers = apiHeaders().join('\r\n')
  // Each stays where it is: nothing, half of the headers, half of a body, a byte now and then.
  const slow = Array.from({ length: 200 }, () => open())
  slow.forEach((socket, i) => {
    if (i % 4 === 1) socket.write(`POST /api/session/logIn HTTP/1.1\r\nHost: ${own()}\r\nX`)
    if (i % 4 === 2)
      socket.write(
        `POST /api/session/logIn HTTP/1.1\r\n${headers}\r\nContent-Length: 40\r\n\r\n{"js`,
      )
    if (i % 4 === 3) socket.write(request('GET / HTTP/1.1', [`Host: ${own()}`]).replace('close', 'keep-alive')) // prettier-ignore
  })
  const drip = setInterval(() => {
    for (const socket of slow) if (!socket.destroyed) socket.write('a')
  }, 50)
  try {
    for (let i = 0; i < 20; i++)
      expect((await post('people/search', { text: 'ив' }, cookie)).status).toBe(200)
    const others = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        i % 2 === 0 ? raw(call('session/current', '{"json":{}}')) : post('session/current', {}),
      ),
    )
    for (const one of others) expect(typeof one === 'string' ? statusOf(one) : one.status).toBe(200)
  } finally {
    clearInterval(drip)
  }
  for (const socket of slow) socket.resetAndDestroy()
})

test('half-closed: who only stops sending is answered; who stops in the middle is let go', async () => {
  const done = open(true)
  const answered = raw(call('session/current', '{"json":{}}'), undefined, done)
  done.end()
  expect(statusOf(await answered)).toBe(200)
  const middle = open(true)
  middle.end(call('session/logIn', '{"json":{}}').slice(0, -4))
  const answer = await new Promise<string>((resolve) => {
    let said = ''
    middle.on('data', (chunk) => (said += chunk.toString('latin1')))
    middle.on('close', () => {
      resolve(said)
    })
    middle.on('end', () => middle.destroy())
  })
  expect([0, 400]).toContain(statusOf(answer))
})

test('fifty requests in one breath are answered one by one, in their order', async () => {
  const one = (name: string) => call(name, '{"json":{}}').replace('Connection: close\r\n', '')
  const all = Array.from({ length: 50 }, (_, i) => one(i % 2 === 0 ? 'session/current' : 'office/find')) // prettier-ignore
  const answer = await raw(`${all.join('')}${call('session/current', '{"json":{}}')}`)
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => Number(match[1]))
  expect(statuses).toEqual([...all.map((_, i) => (i % 2 === 0 ? 200 : 401)), 200])
})

test('an old cookie: after log-out, after a change of password, after a change of rights', async () => {
  const find = (cookie: string) => post('office/find', {}, cookie)
  const out = await logIn('coordinator')
  expect((await find(out)).status).toBe(200)
  await post('session/logOut', {}, out)
  expect((await find(out)).status).toBe(401)

  const [here, there] = [await logIn('coordinator'), await logIn('coordinator')]
  const changed = { old: testPassword, new: 'бавна река с 9 камъка' }
  expect((await post('session/changePassword', changed, here)).status).toBe(200)
  expect([(await find(here)).status, (await find(there)).status]).toEqual([200, 401])

  const accountant = await logIn('accountant')
  const administrator = await running.as('administrator')
  const { id, version } = (await administrator.accounts.list({ offset: 0, limit: 50 })).rows.find(
    (one) => one.displayName === 'Профил accountant',
  )!
  const rights = { displayName: 'Профил accountant', position: '', disabled: false }
  await administrator.accounts.update(click({ id, version, ...rights, roles: ['clerk'] }))
  expect((await find(accountant)).status).toBe(401)
})

test('a request that arrives slowly has the rights of its end, not those of its beginning', async () => {
  const cookie = await logIn('clerk')
  const body = '{"json":{"text":"ив"}}'
  const whole = call('people/search', body, `${cookie}\r\nExpect: 100-continue`)
  const slow = open()
  const answer = raw(whole.slice(0, -6), undefined, slow)
  // Said once the headers are read: from here on the office knows who asks.
  await new Promise((resolve) => slow.once('data', resolve))
  expect((await post('session/logOut', {}, cookie)).status).toBe(200)
  slow.write(whole.slice(-6))
  expect(await answer).toMatch(/^HTTP\/1\.1 100 [^]*HTTP\/1\.1 401 /)
})

test('streams that nobody reads to their end give the vault free', async () => {
  const cookie = await logIn('clerk')
  const verify = call('health/verify', '{"json":{}}', cookie)
  const read = await raw(verify)
  expect(read).toContain('"kind":"done"')
  // Some go as soon as they have asked, some after the first word.
  for (let i = 0; i < 6; i++) open().write(verify, () => undefined)
  await Promise.all([1, 2, 3].map(() => raw(verify, 'HTTP/1.1 200')))
  for (const socket of sockets) socket.resetAndDestroy()
  // Whoever else is still logged in is locked by the office after so long.
  running.advance(60 * 60_000)
  await expect.poll(() => running.office.vault.isOpen, { timeout: 30_000 }).toBe(false)
})
