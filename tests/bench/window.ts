import { chromium, type Page } from '@playwright/test'
import { ensureChromium } from '../../scripts/chromium.mjs'
import { password } from './office.ts'

export function launchBrowser() {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const passwordField = (page: Page) => page.locator('input[type=password]')

/** Logs in with the only profile and opens a page of the program. */
export async function logIn(page: Page, url: string, address: string): Promise<void> {
  await page.goto(url)
  await passwordField(page).fill(password)
  await passwordField(page).press('Enter')
  await page.locator('main [data-page-title]').waitFor()
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
}

/**
 * Presses a key and answers how many milliseconds pass from it to the painting of the first frame in
 * which `isThere` holds; it is run in the page, with `value`.
 */
export async function keyToPaint(
  page: Page,
  press: () => Promise<void>,
  isThere: (value: string) => boolean,
  value = '',
): Promise<number> {
  // As text: the page's own policy forbids to make a function of one later.
  await page.evaluate(`(${String(watchFor)})(${String(isThere)}, ${JSON.stringify(value)})`)
  await press()
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

function watchFor(isThere: (value: string) => boolean, value: string) {
  const probe = window as unknown as { painted: Promise<number> }
  probe.painted = new Promise((resolve, reject) => {
    let begun: number | undefined
    const note = (event: KeyboardEvent) => {
      begun = event.timeStamp
    }
    addEventListener('keydown', note, { capture: true, once: true })
    const seen = new MutationObserver(() => {
      if (begun === undefined || !isThere(value)) return
      const from = begun
      seen.disconnect()
      clearTimeout(giveUp)
      // A message sent before the painting of a frame arrives after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port2.onmessage = () => {
          resolve(performance.now() - from)
        }
        port1.postMessage(null)
      })
    })
    const giveUp = setTimeout(() => {
      seen.disconnect()
      reject(new Error(`never painted: ${value}`))
    }, 20_000)
    seen.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    })
  })
}
