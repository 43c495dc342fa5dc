import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler, BodyLimitPlugin } from '@orpc/server/node'
import { elsewhere } from '#electron/api/office/elsewhere.ts'
import { router } from '#electron/api/router.ts'
import type { Door } from '#electron/office/door.ts'
import { loadRestLater } from '#electron/office/rest-of-actions.ts'
import type { Caller, OfficeDoor } from '#electron/api/kernel/office-door.ts'
import { serveAsset } from '#electron/office/web-content.ts'
import { cookieHeader, readCookie } from './cookies.ts'
import { wholeAnswer } from './whole-answer.ts'

const LARGEST_BODY = 20 * 1024 * 1024
/** Of somebody who is not logged in: a set-up or a log-in. Two hundred of them fit into memory. */
const LARGEST_BODY_OF_STRANGERS = 64 * 1024
/** Far more than the browsers of one office open; a flood is turned away instead of held. */
const MOST_CONNECTIONS = 500
/** A connection on which nothing moves any more. Streams of work say something every few seconds. */
const SILENT_AT_MOST_MS = 300_000
/** How long a refused sender may still go on sending what nobody reads. */
const LINGER_MS = 2_000

export interface OfficeServer {
  /** Address to open; carries the one-time set-up token while the office is new. */
  url: string
  port: number
  close(): Promise<void>
}

/**
 * The same API over HTTP on the loopback address: browser, tests, command line.
 * `Host` and `Origin` are checked on every request; sessions travel in a cookie whose name is
 * random for every install, so that two offices on one machine never mix. While another program has
 * the folder there is the page and nothing else, and each question of the page tries the door anew.
 */
export async function serveOffice(
  door: Door<OfficeDoor>,
  options: { port: number; rendererDir: string; cookieName: string },
): Promise<OfficeServer> {
  const setupToken = randomBytes(24).toString('base64url')
  const handlerOf = (maxBodySize: number) =>
    new RPCHandler(router, {
      plugins: [new BodyLimitPlugin({ maxBodySize })],
      rootInterceptors: [wholeAnswer],
    })
  const forStrangers = handlerOf(LARGEST_BODY_OF_STRANGERS)
  const forMembers = handlerOf(LARGEST_BODY)
  const forWaiting = new RPCHandler(elsewhere, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY_OF_STRANGERS })],
  })
  let office: OfficeDoor | undefined
  const enter = async () => {
    const opened = await door.open()
    if ('office' in opened) office = opened.office
    return opened
  }
  let authority = ''

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Cache-Control', 'no-store')
    endUnread(request, response)
    if (!fromHere(request, authority)) {
      refuse(response, 403)
      return
    }
    const [path = ''] = (request.url ?? '').split('?', 1)
    // `*`, or the address of another server, as one asks a proxy.
    if (!path.startsWith('/') || path.startsWith('//')) {
      refuse(response, 400)
      return
    }
    if (!path.startsWith('/api/')) {
      sendAsset(options.rendererDir, path, request, response)
      return
    }
    if (request.method !== 'POST') {
      refuse(response, 405)
      return
    }
    // A form of a foreign page cannot send JSON without asking first; nothing else is accepted.
    const type = request.headers['content-type'] ?? ''
    if (!/^(application\/json|multipart\/form-data)(;|$)/.test(type) || !request.headers.origin) {
      refuse(response, 415)
      return
    }
    const opened = await enter()
    if (!('office' in opened)) {
      const { matched } = await forWaiting.handle(request, response, {
        prefix: '/api',
        context: opened,
      })
      if (!matched) refuse(response, 404)
      return
    }
    const { office } = opened
    const caller = browserCaller(office, request, response, options.cookieName, setupToken)
    const handler = caller.session ? forMembers : forStrangers
    const { matched } = await handler.handle(request, response, {
      prefix: '/api',
      context: { office, caller },
    })
    if (!matched) refuse(response, 404)
  }

  await enter()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      office?.logFault('server', error)
      if (!response.headersSent) refuse(response, 500)
      else response.destroy()
    })
  })
  server.maxConnections = MOST_CONNECTIONS
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  server.timeout = SILENT_AT_MOST_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  // Loads the HTTP classes of Node that the first answer needs, while nobody waits for one yet.
  setImmediate(() => globalThis.FormData)
  const loadNoMore = loadRestLater((error) => {
    office?.logFault('server', error)
  })
  const { port } = server.address() as AddressInfo
  authority = `127.0.0.1:${port}`
  return {
    port,
    get url() {
      return `http://${authority}/${office?.isNew() === true ? `?setup=${setupToken}` : ''}`
    },
    close: () =>
      new Promise((resolve) => {
        loadNoMore()
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Who was answered before everything was sent does not keep the connection busy with the rest. */
function endUnread(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    const end = setTimeout(() => {
      if (!request.complete) request.destroy()
    }, LINGER_MS)
    end.unref()
  })
}

/** Refuses DNS rebinding (`Host`) and foreign pages (`Origin`). */
function fromHere(request: IncomingMessage, authority: string): boolean {
  const { host, origin } = request.headers
  // Node keeps the first of two; whoever stands before us may go by the second.
  if (request.headersDistinct['host']?.length !== 1) return false
  if (host !== authority && host !== authority.replace('127.0.0.1', 'localhost')) return false
  return origin === undefined || origin === `http://${host}`
}

function refuse(response: ServerResponse, status: number) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end()
}

function sendAsset(
  rendererDir: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405)
    return
  }
  const asset = serveAsset(rendererDir, path)
  response.writeHead(asset.status, asset.headers).end(asset.body)
}

function browserCaller(
  office: OfficeDoor,
  request: IncomingMessage,
  response: ServerResponse,
  cookieName: string,
  setupToken: string,
): Caller {
  let id = readCookie(request, cookieName)
  return {
    origin: 'browser',
    // Looked up each time: while a slow request arrives, its session may end.
    get session() {
      return office.sessions.find(id)
    },
    signIn(started) {
      id = started.id
      response.setHeader('Set-Cookie', cookieHeader(cookieName, started.id))
    },
    signOut() {
      id = undefined
      response.setHeader('Set-Cookie', cookieHeader(cookieName, undefined))
    },
    maySetUp: (token) => token !== undefined && sameText(token, setupToken),
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
