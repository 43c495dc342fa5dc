/**
 * The Chromium of this machine, for tests and pictures: named by OPORA_CHROMIUM, already installed,
 * or installed now. Run as a program it makes sure that there is one, and says what it does.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium as playwrightChromium } from '@playwright/test'

/** @returns {string[]} where a Chromium, Chrome or Edge usually is */
function usualPlaces() {
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter((root) => root !== undefined)
    const programs = [
      ['Google', 'Chrome', 'Application', 'chrome.exe'],
      ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
      ['Chromium', 'Application', 'chrome.exe'],
    ]
    return programs.flatMap((parts) => roots.map((root) => path.join(root, ...parts)))
  }
  return [
    // Without a window, and a third cheaper than the whole program.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ]
}

/** @returns {string | undefined} a Chromium that is here, without installing anything */
export function findChromium() {
  const named = process.env.OPORA_CHROMIUM
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`OPORA_CHROMIUM names no program: ${named}`)
    return named
  }
  return [...usualPlaces(), playwrightChromium.executablePath()].find(isProgram)
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns {string} */
export function ensureChromium() {
  const present = findChromium()
  if (present !== undefined) return present

  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      say(`No Chromium here: installing the package "${name}" by apt-get.`)
      if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env)) break
    }
  } else {
    say('No Chromium here: fetching the one that belongs to Playwright.')
    const cli = path.join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
    run(process.execPath, [cli, 'install', 'chromium'], process.env)
  }

  const installed = findChromium()
  if (installed === undefined) {
    throw new Error(
      'No Chromium could be installed. Install Chromium, Chrome or Edge, or name one in OPORA_CHROMIUM.',
    )
  }
  return installed
}

function run(program, args, env) {
  const { status, error } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  if (status !== 0) say(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`)
  return status === 0
}

function say(line) {
  console.log(line)
}

if (import.meta.main) {
  try {
    say(`Chromium for the tests: ${ensureChromium()}`)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
