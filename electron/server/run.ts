import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { builtWorkers } from '#electron/office/built-workers.ts'
import { createDoor } from '#electron/office/door.ts'
import { version } from '#electron/office/version.ts'
import { serveOffice } from './server.ts'

export interface ServerOptions {
  dataDir: string
  /** 0: any free port. */
  port: number
  /** Folder of the built entry that starts the server: workers and page are found from there. */
  programDir: string
  /** While another program has the folder: a page that says so, instead of the error. */
  waits: boolean
}

/** Starts the office over HTTP; prints one line `OPORA_URL=…`. Returns what stops it. */
export async function runServer(options: ServerOptions): Promise<() => Promise<void>> {
  const { dataDir, port, programDir, waits } = options
  const workers = builtWorkers(programDir)
  const door = createDoor({ dataDir, version, workers }, { waits })
  // Before anything is written there: a folder that is refused stays as it is.
  await door.open()
  const server = await serveOffice(door, {
    port,
    rendererDir: path.join(programDir, '../renderer'),
    cookieName: cookieNameOf(dataDir),
  }).catch(async (error: unknown) => {
    await door.close()
    throw error
  })
  door.setEndpoint(`http://127.0.0.1:${server.port}`)
  process.stdout.write(`OPORA_URL=${server.url}\n`)

  // One request that fails where nobody waits for it must not end the office for all.
  process.on('unhandledRejection', (fault) => {
    door.office?.logFault('server', fault)
  })

  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= server.close().then(() => door.close()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      void stop().then(() => process.exit(0))
    })
  return stop
}

/** Random for every install, so that cookies of two offices on one machine never mix. */
function cookieNameOf(dataDir: string): string {
  const file = path.join(dataDir, 'server.json')
  try {
    const { cookie } = JSON.parse(readFileSync(file, 'utf8')) as { cookie?: unknown }
    if (typeof cookie === 'string' && /^opora-[0-9a-f]{16}$/.test(cookie)) return cookie
  } catch {
    // First start of the server in this folder.
  }
  const cookie = `opora-${randomBytes(8).toString('hex')}`
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(file, JSON.stringify({ cookie }))
  return cookie
}
