import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  bodyOf,
  openBareServer,
  request,
  statusOf,
  type BareServer,
} from './testing/bare-server.ts'

/** What a browser would never send, and who sends it on purpose. */
let bare: BareServer
let server: BareServer['server']
let folder: BareServer['folder']
let own: BareServer['own']
let open: BareServer['open']
let raw: BareServer['raw']
let apiHeaders: BareServer['apiHeaders']
let call: BareServer['call']
let logIn: BareServer['logIn']
beforeAll(async () => {
  bare = await openBareServer()
  ;({ server, folder, own, open, raw, apiHeaders, call, logIn } = bare)
})
afterEach(() => bare.stands())
afterAll(() => bare.close())

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
