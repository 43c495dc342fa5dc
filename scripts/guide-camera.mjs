import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium } from './chromium.mjs'
import { palettePng } from './palette-png.mjs'

const images = path.join(import.meta.dirname, '../docs/guide/images')
export const size = { width: 1366, height: 768 }
/** Around what a picture was cropped to; above and below stand neighbours. */
const margin = { x: 10, y: 4 }

/** Takes the pictures of the guide; `only` those whose name contains it. */
export async function openCamera(only) {
  mkdirSync(images, { recursive: true })
  const browser = await chromium.launch({ executablePath: ensureChromium() })
  const newPage = (viewport = size, deviceScaleFactor = 1) =>
    browser.newPage({
      viewport,
      deviceScaleFactor,
      locale: 'bg-BG',
      timezoneId: 'Europe/Sofia',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
  const drawing = await newPage()

  /**
   * Keeps what the page shows now: the window, or only these parts of it, which must be in sight.
   */
  async function keep(page, name, ...parts) {
    if (only && !name.includes(only)) return
    // Out of the way: what the mouse rests on looks chosen.
    await page.mouse.move(size.width / 2, 2)
    await page.waitForTimeout(700)
    const png = (await page.screenshot({ caret: 'hide', ...(await cropTo(parts)) })).toString(
      'base64',
    )
    const image = await drawing.evaluate(async (data) => {
      /* global Image, OffscreenCanvas, btoa */
      const image = new Image()
      image.src = `data:image/png;base64,${data}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const { data: dots, width, height } = context.getImageData(0, 0, image.width, image.height)
      let text = ''
      for (let at = 0; at < dots.length; at += 8192)
        text += String.fromCharCode(...dots.subarray(at, at + 8192))
      return { width, height, dots: btoa(text) }
    }, png)
    const small = palettePng({ ...image, rgba: Buffer.from(image.dots, 'base64') })
    writeFileSync(path.join(images, `${name}.png`), small)
    console.log(`${name}.png ${String(Math.round(small.length / 1024))} KB`)
  }

  return { newPage, keep, close: () => browser.close() }
}

/** The smallest frame around these parts. */
async function cropTo(parts) {
  if (parts.length === 0) return {}
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
  const left = Math.min(...boxes.map(({ x }) => x)) - margin.x
  const top = Math.min(...boxes.map(({ y }) => y)) - margin.y
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin.x
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin.y
  return { clip: { x: left, y: top, width: right - left, height: bottom - top } }
}
