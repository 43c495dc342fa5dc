import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { click, testPassword } from '#electron/api/testing/office.ts'
import { openBareServer, request, statusOf, type BareServer } from './testing/bare-server.ts'

/** Many at once, slow ones, and cookies that are no longer good. */
let bare: BareServer
let running: BareServer['running']
let sockets: BareServer['sockets']
let own: BareServer['own']
let open: BareServer['open']
let raw: BareServer['raw']
let apiHeaders: BareServer['apiHeaders']
let call: BareServer['call']
let post: BareServer['post']
let logIn: BareServer['logIn']
beforeAll(async () => {
  bare = await openBareServer()
  ;({ running, sockets, own, open, raw, apiHeaders, call, post, logIn } = bare)
})
afterEach(() => bare.stands())
afterAll(() => bare.close())

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
