import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { openOffice, testPassword } from '#electron/api/testing/office.ts'
import { serveOffice } from '../server.ts'

interface Answer {
  status: number
  json: unknown
  cookie: string | undefined
}
export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
export const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4)

export function request(line: string, headers: readonly string[], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${String(Buffer.byteLength(body))}`]
  return `${[line, ...headers, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`
}

/** An office behind its server, spoken to by the bare socket: what a browser would never send. */
export async function openBareServer() {
  const sockets = new Set<Socket>()
  const faults: unknown[] = []
  const note = (fault: unknown) => faults.push(fault)
  process.on('unhandledRejection', note)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'opora-attack-'))
  const renderer = path.join(folder, 'page')
  mkdirSync(path.join(renderer, 'assets'), { recursive: true })
  writeFileSync(path.join(renderer, 'index.html'), '<!doctype html><head></head><p>page</p>')
  writeFileSync(path.join(folder, 'secret.json'), '"a secret beside the page"')
  const running = await openOffice()
  const server = await serveOffice(
    { open: () => Promise.resolve({ office: running.office }) },
    {
      port: 0,
      rendererDir: renderer,
      cookieName: 'opora-t',
    },
  )

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

  const apiHeaders = (cookie?: string) => [
    `Host: ${own()}`,
    `Origin: http://${own()}`,
    'Content-Type: application/json',
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
  ]
  const call = (name: string, body: string, cookie?: string) =>
    request(`POST /api/${name} HTTP/1.1`, apiHeaders(cookie), body)

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

  /** After each attack the office answers, and nothing went wrong without a word. */
  async function stands(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    expect((await post('session/current', {})).status).toBe(200)
    expect(faults).toEqual([])
  }

  async function close(): Promise<void> {
    await server.close()
    expect(existsSync(path.join(running.dir, 'logs/faults.log'))).toBe(false)
    await running.dispose()
    process.off('unhandledRejection', note)
    rmSync(folder, { recursive: true, force: true })
  }

  return {
    ...{ running, server, folder, sockets, stands, close },
    ...{ own, open, raw, apiHeaders, call, post, logIn },
  }
}
export type BareServer = Awaited<ReturnType<typeof openBareServer>>
