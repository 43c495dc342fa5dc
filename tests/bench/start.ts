import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { ensureChromium } from '../../scripts/chromium.mjs'
import { productionCost, hashPassword } from '#db/keyring/password-hash.ts'
import { password, type BenchOffice } from './office.ts'
import { median, time, type Figure } from './statistics.ts'

const runs = 10
const launch = {
  executablePath: ensureChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** From nothing to a page on which `ready` shows, in a window of its own. */
async function coldOpen(
  address: Promise<string>,
  ready: (page: Page) => Promise<void>,
): Promise<number> {
  const begun = performance.now()
  const [browser, url] = await Promise.all([chromium.launch(launch), address])
  const page = await browser.newPage()
  await page.goto(url)
  await ready(page)
  const spent = performance.now() - begun
  await browser.close()
  return spent
}

function startServer(dir: string) {
  const child = spawn(
    process.execPath,
    [path.join(process.cwd(), 'dist/main/server.js'), '--dir', dir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const url = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /OPORA_URL=(\S+)/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve()
      })
      child.kill()
    })
  return { url, stop }
}

async function blankPage(): Promise<number> {
  const server = createServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>blank</title><input>')
  })
  const address = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`)
    })
  })
  const spent = await coldOpen(address, (page) => page.locator('input').waitFor())
  server.close()
  return spent
}

/** Start of the built program, and the way from the password to the list, on 10 000 people. */
export async function startFigures(bench: BenchOffice): Promise<Figure[]> {
  await bench.office.close()
  const opened: number[] = []
  const blank: number[] = []
  const unlocked: number[] = []
  const painted: number[] = []
  const box = (page: Page) => page.locator('input[type=password]')
  for (let run = 0; run < runs; run++) {
    blank.push(await blankPage())
    const server = startServer(bench.dir)
    opened.push(await coldOpen(server.url, (page) => box(page).waitFor()))
    await server.stop()
  }
  const server = startServer(bench.dir)
  const browser = await chromium.launch(launch)
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage({ locale: 'bg-BG' })
    await page.goto(`${await server.url}#/people`)
    await box(page).fill(password)
    const begun = performance.now()
    await box(page).press('Enter')
    await page.getByRole('row').nth(3).waitFor()
    unlocked.push(performance.now() - begun)
    if (run === 0) for (const letter of 'ив') painted.push(await paintAfter(page, letter))
    for (const letter of 'ан') painted.push(await paintAfter(page, letter))
    await page.close()
  }
  await browser.close()
  await server.stop()
  const scrypt = median(
    await time(5, () => hashPassword(password, Buffer.alloc(16), productionCost), 1),
  )
  return [
    {
      name: 'process start → login field, median of ten',
      value: median(opened),
      unit: 'ms',
      floor: { name: 'blank page in the same window', value: median(blank) },
      target: 1.5,
      kind: 'ratio',
    },
    {
      name: `unlock → list of 10 000 people usable, beyond its scrypt (${scrypt.toFixed(0)} ms)`,
      value: median(unlocked) - scrypt,
      unit: 'ms',
      target: 100,
      kind: 'budget',
    },
    {
      name: 'key in the palette → results painted, median',
      value: median(painted),
      unit: 'ms',
      target: 50,
      kind: 'budget',
    },
  ]
}

/** Milliseconds from a key to the next painted frame in which the rows of the palette are its own. */
async function paintAfter(page: Page, letter: string): Promise<number> {
  if ((await page.getByRole('combobox').count()) === 0) await page.keyboard.press('Control+k')
  const input = page.getByRole('combobox').last()
  await input.waitFor()
  return page.evaluate(async (typed) => {
    const field = document.activeElement as HTMLInputElement
    const begun = performance.now()
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    set?.call(field, field.value + typed)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise<void>((resolve) => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('[role=option]')) {
          seen.disconnect()
          requestAnimationFrame(() => {
            setTimeout(resolve)
          })
        }
      })
      seen.observe(document.body, { childList: true, subtree: true, characterData: true })
      setTimeout(resolve, 2000)
    })
    return performance.now() - begun
  }, letter)
}
