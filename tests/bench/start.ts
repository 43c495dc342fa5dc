import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { hashPassword, productionCost } from '#db/keyring/password-hash.ts'
import { startServer } from './built-server.ts'
import { password, type BenchOffice } from './office.ts'
import { median, time, type Figure } from './statistics.ts'
import { keyToPaint, launchBrowser, logIn, passwordField } from './window.ts'

const runs = 10

/** From nothing to a page on which `ready` shows, in a window of its own. */
async function coldOpen(
  address: Promise<string>,
  ready: (page: Page) => Promise<void>,
): Promise<number> {
  const begun = performance.now()
  const [browser, url] = await Promise.all([launchBrowser(), address])
  const page = await browser.newPage({ locale: 'bg-BG' })
  await page.goto(url, { waitUntil: 'commit' })
  await ready(page)
  const spent = performance.now() - begun
  await browser.close()
  return spent
}

async function blankPage(): Promise<number> {
  const server = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>blank</title><input type="password">')
  })
  const address = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)
    })
  })
  const spent = await coldOpen(address, (page) => passwordField(page).waitFor())
  server.close()
  return spent
}

async function builtProgram(dir: string): Promise<number> {
  const server = startServer(dir)
  const spent = await coldOpen(server.url, (page) => passwordField(page).waitFor())
  await server.stop()
  return spent
}

/** Start of the built program. Closes the office: the built server takes over. */
export async function openingFigures(bench: BenchOffice): Promise<Figure[]> {
  await bench.office.close()
  const blank: number[] = []
  const opened: number[] = []
  for (let run = -1; run < runs; run++) {
    const [empty, program] = [await blankPage(), await builtProgram(bench.dir)]
    // The first of each fills the caches of the system.
    if (run < 0) continue
    blank.push(empty)
    opened.push(program)
  }
  return [
    {
      name: 'process start → login field, median of ten',
      value: median(opened),
      unit: 'ms',
      floor: { name: 'blank page in the same window', value: median(blank) },
      target: 1.5,
      kind: 'ratio',
    },
  ]
}

/** The way from the password to the list of 10 000 people. Closes the office. */
export async function unlockFigures(bench: BenchOffice): Promise<Figure[]> {
  await bench.office.close()
  const { unlocked, scrypt } = await unlocking(bench.dir)
  return [
    {
      name: `unlock → list of 10 000 people painted, beyond its scrypt (${median(scrypt).toFixed(0)} ms), median of ten`,
      value: median(unlocked) - median(scrypt),
      unit: 'ms',
      target: 100,
      kind: 'budget',
    },
  ]
}

/** Locked on the list of people; Enter after the password, until the rows stand there again. */
async function unlocking(dir: string) {
  const unlocked: number[] = []
  const scrypt: number[] = []
  const server = startServer(dir)
  const browser = await launchBrowser()
  const page = await browser.newPage({ locale: 'bg-BG' })
  await logIn(page, await server.url, '#/people')
  for (let run = -2; run < runs; run++) {
    await page.locator('[role=gridcell] button').nth(3).waitFor()
    await page.keyboard.press('Alt+l')
    await passwordField(page).fill(password)
    const [hashed = 0] = await time(
      1,
      () => hashPassword(password, Buffer.alloc(16), productionCost),
      0,
    )
    const spent = await keyToPaint(page, () => page.keyboard.press('Enter'), listStands)
    if (run < 0) continue
    unlocked.push(spent)
    scrypt.push(hashed)
  }
  await browser.close()
  await server.stop()
  return { unlocked, scrypt }
}

function listStands(): boolean {
  return document.querySelectorAll('[role=gridcell] button').length > 3
}
