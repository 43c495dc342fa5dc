import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openNewOffice, openOffice, type RunningOffice } from '#electron/api/testing/office.ts'
import { serveOffice, type OfficeServer } from './server.ts'

let running: RunningOffice
let server: OfficeServer
let renderer: string

async function serve(office: RunningOffice): Promise<void> {
  running = office
  server = await serveOffice(
    { open: () => Promise.resolve({ office: office.office }) },
    {
      port: 0,
      rendererDir: renderer,
      cookieName: 'opora-t',
    },
  )
}
beforeEach(() => {
  renderer = mkdtempSync(path.join(os.tmpdir(), 'opora-page-'))
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><head></head><p>page</p>')
})
afterEach(async () => {
  await server.close()
  await running.dispose()
  rmSync(renderer, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}
/** Node's fetch will not send a foreign Host; this will. */
function ask(
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      {
        host: '127.0.0.1',
        port: server.port,
        path: target,
        method: options.method ?? 'GET',
        headers: options.headers,
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      },
    )
    call.on('error', reject)
    call.end(options.body)
  })
}
const own = () => `127.0.0.1:${server.port}`
const json = () => ({ 'content-type': 'application/json', origin: `http://${own()}` })
const post = (target: string, body: string, headers: Record<string, string> = json()) =>
  ask(target, {
    method: 'POST',
    body,
    headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
  })

test('DNS rebinding: a foreign Host gets nothing, not even the page', async () => {
  await serve(await openOffice())
  const answer = await ask('/', { headers: { host: 'evil.example' } })
  expect(answer.status).toBe(403)
  expect(answer.body).toBe('')
})

test('a foreign page: its Origin is refused, and so is a request that hides it', async () => {
  await serve(await openOffice())
  const foreign = { 'content-type': 'application/json', origin: 'http://evil.example' }
  expect((await post('/api/session/current', '{"json":{}}', foreign)).status).toBe(403)
  const hidden = { 'content-type': 'application/json' }
  expect((await post('/api/session/current', '{"json":{}}', hidden)).status).toBe(415)
  const form = { 'content-type': 'text/plain', origin: `http://${own()}` }
  expect((await post('/api/session/current', '{"json":{}}', form)).status).toBe(415)
  expect((await ask('/api/session/current')).status).toBe(405)
})

test('the state of the office tells names of profiles and nothing else before log-in', async () => {
  await serve(await openOffice())
  const answer = await post('/api/session/current', '{"json":{}}')
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(Object.keys((JSON.parse(answer.body) as { json: object }).json).sort()).toEqual([
    'officeName',
    'profiles',
    'status',
    'version',
  ])
})

test('set-up over HTTP needs the token printed at the start', async () => {
  await serve(await openNewOffice())
  expect(server.url).toMatch(/\?setup=[\w-]{30,}$/)
})

test('a body without end is cut off, and the server lives on', async () => {
  await serve(await openOffice())
  const huge = `{"json":{"text":"${'а'.repeat(12 * 1024 * 1024)}"}}`
  const answer = await post('/api/people/search', huge).catch(() => ({ status: 413 }))
  expect([401, 413]).toContain(answer.status)
  expect((await post('/api/session/current', '{"json":{}}')).status).toBe(200)
})

test('two hundred callers at once are all answered', async () => {
  await serve(await openOffice())
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => post('/api/session/current', '{"json":{}}')),
  )
  expect(answers.every((one) => one.status === 200)).toBe(true)
})

test('the session cookie is out of reach of scripts and of other sites', async () => {
  await serve(await openOffice())
  const state = JSON.parse((await post('/api/session/current', '{"json":{}}')).body) as {
    json: { profiles: { slotId: string; displayName: string }[] }
  }
  const slotId = state.json.profiles.find((one) => one.displayName === 'Профил clerk')?.slotId
  const { testPassword } = await import('#electron/api/testing/office.ts')
  const answer = await post(
    '/api/session/logIn',
    JSON.stringify({ json: { slotId, password: testPassword } }),
  )
  expect(answer.status).toBe(200)
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^opora-t=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
})
