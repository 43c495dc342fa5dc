import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dataDirFrom, defaultDataDir } from '#electron/office/data-folder.ts'
import { startOffice } from '#electron/office/office.ts'
import { startFailure } from '#electron/office/start-failure.ts'
import { version } from '#electron/office/version.ts'
import { serveOffice } from './server.ts'

/**
 * `server [--dir D] [--port P]`: the office over HTTP on the loopback address. Prints one line
 * `OPORA_URL=…` when it answers, and one plain line with exit code 1 when it cannot start.
 */
export async function runServer(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { dir: { type: 'string' }, port: { type: 'string' } },
  })
  const dataDir = values.dir === undefined ? defaultDataDir() : path.resolve(values.dir)
  const office = await startOffice({
    dataDir,
    version,
    workers: { papers: new URL('./papers-worker.js', import.meta.url) },
  })
  const server = await serveOffice(office, {
    port: Number(values.port ?? 0),
    rendererDir: fileURLToPath(new URL('../renderer/', import.meta.url)),
    cookieName: cookieNameOf(dataDir),
  })
  office.setEndpoint(`http://127.0.0.1:${server.port}/api`)
  process.stdout.write(`OPORA_URL=${server.url}\n`)

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void server
      .close()
      .then(() => office.close())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
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

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1]))
  runServer(process.argv.slice(2)).catch((error: unknown) => {
    const line = startFailure(error, dataDirFrom(process.argv.slice(2))) ?? String(error)
    process.stderr.write(`${line}\n`)
    process.exit(1)
  })
