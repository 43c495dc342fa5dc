/** Whether Electron can be started here; a plain import of the package would start a download. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '../node_modules/electron')

/** @returns {string | undefined} the Electron program, when its file is here */
export function findElectron() {
  const named = process.env.OPORA_ELECTRON
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  const note = path.join(folder, 'path.txt')
  if (!existsSync(note)) return undefined
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist')
  const file = path.join(dist, readFileSync(note, 'utf8').trim())
  return existsSync(file) ? file : undefined
}

/** Whether windows can be shown: Linux names its display in the environment. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/**
 * Fetches the binary, as Electron itself would, but gives up after `seconds`.
 * @param {number} seconds
 * @returns {Promise<string | undefined>}
 */
export async function fetchElectron(seconds) {
  const installer = path.join(folder, 'install.js')
  if (!existsSync(installer)) return undefined
  const child = spawn(process.execPath, [installer], { stdio: 'ignore' })
  await new Promise((resolve) => {
    const timer = setTimeout(() => child.kill(), seconds * 1000)
    child.once('error', resolve)
    child.once('exit', resolve)
    child.once('close', () => clearTimeout(timer))
  })
  return findElectron()
}
