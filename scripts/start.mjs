/**
 * `npm start`: opens the office in Electron, or, where Electron cannot be had or cannot run, the same
 * program from the office server in the browser. `npm start -- --browser` asks for the second.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import './require-node-24.mjs'
import { ensureBuilt } from './built.mjs'
import { fetchElectron, findElectron, hasDisplay } from './electron-binary.mjs'

const root = path.join(import.meta.dirname, '..')
const downloadSeconds = 120
const wantsBrowser = process.argv.includes('--browser')
const args = process.argv.slice(2).filter((arg) => arg !== '--browser')

/** @returns {Promise<{ electron: string } | { reason: string | undefined }>} */
async function chooseShell() {
  if (wantsBrowser) return { reason: undefined }
  if (!hasDisplay()) return { reason: 'there is no display' }
  if (process.getuid?.() === 0) return { reason: 'Electron does not run as root' }
  const present = findElectron()
  if (present !== undefined) return { electron: present }
  console.log(`Fetching Electron, once (at most ${String(downloadSeconds)} s) …`)
  const fetched = await fetchElectron(downloadSeconds)
  if (fetched !== undefined) return { electron: fetched }
  return { reason: 'the Electron program could not be fetched' }
}

/** @returns {Promise<string | undefined>} why Electron did not come up, if it did not */
async function runElectron(electron) {
  const started = Date.now()
  const child = spawn(electron, [root, ...args], { stdio: 'inherit' })
  const { code, signal, error } = await ended(child)
  if (error !== undefined) return error.message
  const cameUp = Date.now() - started > 5000
  if ((code === 0 || cameUp) && signal === null) {
    process.exitCode = code ?? 0
    return undefined
  }
  return `Electron ended at once (${signal ?? `code ${String(code)}`})`
}

async function runServer() {
  const server = path.join(root, 'dist/main/server.js')
  const child = spawn(process.execPath, [server, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  let text = ''
  let opened = false
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk)
    text += chunk
    const address = /^OPORA_URL=(\S+)\r?\n/m.exec(text)?.[1]
    if (address === undefined || opened) return
    opened = true
    if (hasDisplay()) {
      openBrowser(address)
    } else {
      console.log(`Open ${address} in a browser on this machine. Ctrl+C ends Opora.`)
    }
  })
  const { code } = await ended(child)
  process.exitCode = code ?? 0
}

function openBrowser(address) {
  const [program, programArgs] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]]
  const browser = spawn(program, programArgs, { stdio: 'ignore', detached: true })
  browser.on('error', () => console.log(`Open ${address} in a browser. Ctrl+C ends Opora.`))
  browser.unref()
}

/** @returns {Promise<{ code: number | null, signal: string | null, error?: Error }>} */
function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, signal: null, error }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

if (!ensureBuilt()) {
  process.exitCode = 1
} else {
  const shell = await chooseShell()
  const reason = 'electron' in shell ? await runElectron(shell.electron) : shell.reason
  if (!('electron' in shell) || reason !== undefined) {
    if (reason !== undefined)
      console.log(`No window of its own (${reason}): Opora opens in the browser.`)
    await runServer()
  }
}
