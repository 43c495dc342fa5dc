import { startServer } from './built-server.ts'
import type { BenchOffice } from './office.ts'
import { median, p95, type Figure } from './statistics.ts'
import { keyToPaint, launchBrowser, logIn } from './window.ts'

const words = ['иван петров', 'стоянова', 'кръстева', 'мария', 'примерово']
/** Where the letter stands does not matter to the page; that it comes by a key does. */
const code = 'KeyA'

/** Keys in Ctrl+K, each until the names it found are painted. Closes the office: the built server takes over. */
export async function paintingFigures(bench: BenchOffice, people: number): Promise<Figure[]> {
  await bench.office.close()
  const server = startServer(bench.dir)
  const browser = await launchBrowser()
  const page = await browser.newPage({ locale: 'bg-BG' })
  await logIn(page, await server.url, '#/people')
  const keyboard = await page.context().newCDPSession(page)
  const painted: number[] = []
  for (let run = -1; run < 3; run++)
    for (const word of words) {
      await page.keyboard.press('Control+k')
      const input = page.locator('[role=dialog] [role=combobox]')
      await input.waitFor()
      let typed = ''
      for (const letter of word) {
        typed += letter
        const press = async () => {
          await keyboard.send('Input.dispatchKeyEvent', {
            type: 'keyDown',
            key: letter,
            code,
            text: letter,
          })
          await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code })
        }
        const spent = await keyToPaint(page, press, namesStand, typed)
        // One letter finds nobody yet; the first round warms the page up.
        if (typed.length > 1 && run >= 0) painted.push(spent)
        await page.waitForTimeout(120)
      }
      await page.keyboard.press('Escape')
      await input.waitFor({ state: 'detached' })
    }
  await browser.close()
  await server.stop()
  const name = `key in Ctrl+K → results painted, ${people.toLocaleString('en')} people`
  return [
    { name: `${name}, median`, value: median(painted), unit: 'ms', target: 50, kind: 'budget' },
    { name: `${name}, p95`, value: p95(painted), unit: 'ms', target: 50, kind: 'budget' },
  ]
}

/** The answer for these very letters is drawn: it may be that nobody is called so. */
function namesStand(typed: string): boolean {
  const list = document.querySelector<HTMLElement>('[role=listbox]')
  const input = document.activeElement as HTMLInputElement | null
  return (
    input?.value === typed &&
    list !== null &&
    list.dataset['stale'] === undefined &&
    list.querySelector('[role=option]') !== null
  )
}
