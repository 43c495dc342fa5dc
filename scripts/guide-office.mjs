import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.join(import.meta.dirname, '..')
const seed = 'opora'

/** What everybody in the invented office logs in with. */
export const password = 'lipa 4 vrabcheta'
export const patient = { timeout: 60_000 }

const folders = []
const running = new Set()

/** A folder of its own for everything that one run makes; `cleanUp` takes them away. */
export function newFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'opora-screenshots-'))
  folders.push(folder)
  return folder
}

/** Ends what was left running and takes away what was made. */
export async function cleanUp() {
  for (const stop of [...running]) await stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The invented office of the pictures. */
export function makeDemo() {
  const dir = path.join(newFolder(), 'office')
  const args = ['demo', '--dir', dir, '--people', '60', '--seed', seed]
  const cli = path.join(root, 'dist/main/cli.js')
  const { status } = spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  return dir
}

/**
 * Opens the office of a folder; `env` goes to its server on top of our own.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, crawl: (until: Promise<true>) => Promise<() => void> }>}
 */
export async function serve(dir, env = {}) {
  mkdirSync(dir, { recursive: true })
  const file = path.join(root, 'dist/main/server.js')
  const child = spawn(process.execPath, [file, '--dir', dir], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    running.delete(stop)
    child.kill('SIGTERM')
    child.kill('SIGCONT')
    await ended
  }
  running.add(stop)
  const url = await new Promise((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      const found = /^OPORA_URL=(\S+)\r?\n/m.exec(output)?.[1]
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`The office server ended:\n${output}`)))
  })
  /** Lets the office go on only now and then, as on a slow computer, until `until` is so; then it stands still. */
  const crawl = async (until) => {
    for (let isSo = false; !isSo; isSo = await Promise.race([until, pause(120, false)])) {
      child.kill('SIGCONT')
      await pause(2)
      child.kill('SIGSTOP')
    }
    return () => child.kill('SIGCONT')
  }
  return { url, stop, crawl }
}

/** Nothing is asked of the office any more, and the page has drawn its answers. */
export async function settle(page) {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  await page.waitForLoadState('networkidle')
}

/** Logs in and waits for the first page. */
export async function logIn(page, name) {
  await page.getByRole('radio', { name }).check()
  await page.getByLabel('Парола', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Раздели' }).waitFor(patient)
  await page.getByRole('heading', { level: 1 }).first().waitFor(patient)
  await settle(page)
}

export async function logOut(page, name) {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Изход' }).click()
  await page.getByLabel('Парола', { exact: true }).waitFor(patient)
}

export async function open(page, place) {
  await page.evaluate((hash) => {
    /* global location */
    location.hash = hash
  }, place)
  await page.getByRole('heading', { level: 1 }).first().waitFor(patient)
  await settle(page)
}

/** Opens the first line of a list, by its name when one is given. */
export async function openFirst(page, place, text) {
  await open(page, place)
  const rows = page.getByRole('grid').getByRole('row')
  const row = text === undefined ? rows.nth(1) : rows.filter({ hasText: text }).first()
  await row.getByRole('button').or(row.getByRole('link')).first().click()
  await settle(page)
}
