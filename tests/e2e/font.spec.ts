import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/app.ts'

/** Letters that Bulgarian draws otherwise than Russian; the font keeps the Russian ones behind `locl`. */
const OWN_FORMS = 'вгджзиклптцшщъьюѝ'
/** Letters that both draw alike: if these differed, the comparison would say nothing. */
const SHARED_FORMS = 'оса'

/** Draws each letter large and gives the hash of its picture, in this language. */
async function pictures(page: Page, lang: string, family: string): Promise<Record<string, string>> {
  const letters = [...Array.from(OWN_FORMS), ...Array.from(SHARED_FORMS)]
  await page.evaluate(
    async ({ lang, family, letters }) => {
      document.getElementById('letters')?.remove()
      const row = document.createElement('div')
      row.id = 'letters'
      row.lang = lang
      row.style.cssText = `position:fixed;inset:0;z-index:999;background:#fff;color:#000;font:400 64px/80px ${family};display:flex`
      for (const letter of letters) {
        const cell = document.createElement('span')
        cell.textContent = letter
        cell.style.cssText = 'width:60px;height:96px;text-align:center'
        row.append(cell)
      }
      document.body.append(row)
      // `document.fonts.ready` alone answers before the letters have asked for their part of the font.
      await document.fonts.load(`400 64px ${family}`, letters.join(''))
      await document.fonts.ready
    },
    { lang, family, letters },
  )
  const picture = await page.locator('#letters').screenshot({ animations: 'disabled' })
  // One picture is cut into letters where it can be read: in the page.
  return page.evaluate(
    async ({ bytes, letters }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(bitmap, 0, 0)
      const left = document.getElementById('letters')?.getBoundingClientRect().left ?? 0
      const found: Record<string, string> = {}
      for (const [index, cell] of document.querySelectorAll('#letters > span').entries()) {
        const { left: x, width, height } = cell.getBoundingClientRect()
        const { data } = pen.getImageData(x - left, 0, width, height)
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', data))
        found[letters[index] ?? ''] = hash.join()
      }
      return found
    },
    { bytes: [...picture], letters },
  )
}

const page = "'Sofia Sans Variable'"

test('Bulgarian letters have their Bulgarian forms, in English as well', async ({ app }) => {
  await expect(app.getByRole('heading').first()).toBeVisible()
  expect(await app.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(
    'Sofia Sans Variable',
  )
  const bulgarian = await pictures(app, 'bg', page)
  const english = await pictures(app, 'en', page)
  const russian = await pictures(app, 'ru', page)
  const elsewhere = await pictures(app, 'bg', 'monospace')
  // Drawn by our font, not by one of the system.
  for (const letter of OWN_FORMS) expect(bulgarian[letter], letter).not.toBe(elsewhere[letter])
  expect(english).toEqual(bulgarian)
  for (const letter of SHARED_FORMS) expect(russian[letter], letter).toBe(bulgarian[letter])
  const same = Array.from(OWN_FORMS).filter((letter) => bulgarian[letter] === russian[letter])
  expect(same.join(''), 'letters drawn in their Russian form').toBe('')
})

test('figures stand under each other in tables and have one width', async ({ app }) => {
  const widths = await app.evaluate(async () => {
    const table = document.createElement('table')
    const cell = table.insertRow().insertCell()
    document.body.append(table)
    const span = document.createElement('span')
    cell.append(span)
    await document.fonts.load("15px 'Sofia Sans Variable'", '0123456789')
    const found = Array.from('0123456789').map((digit) => {
      span.textContent = digit.repeat(10)
      return Math.round(span.getBoundingClientRect().width * 10)
    })
    table.remove()
    return found
  })
  expect(new Set(widths).size).toBe(1)
})
