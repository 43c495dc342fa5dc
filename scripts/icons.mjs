/** Draws build/icon.png and build/icon.ico from build/icon.svg, in the Chromium of this machine. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import './require-node-24.mjs'
import { chromium } from '@playwright/test'
import { ensureChromium } from './chromium.mjs'

const folder = path.join(import.meta.dirname, '../build')
const bitmapSizes = [16, 20, 24, 32, 40, 48, 64]
const pngSize = 256

const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: ensureChromium() })
const page = await browser.newPage()

/** @returns {Promise<{ png: Buffer, rgba: Buffer }>} */
async function draw(size) {
  const { png, rgba } = await page.evaluate(
    async ({ svg, size }) => {
      /* global Blob, Image, OffscreenCanvas */
      const image = new Image(size, size)
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await image.decode()
      const canvas = new OffscreenCanvas(size, size)
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0, size, size)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      return {
        png: [...new Uint8Array(await blob.arrayBuffer())],
        rgba: [...context.getImageData(0, 0, size, size).data],
      }
    },
    { svg, size },
  )
  return { png: Buffer.from(png), rgba: Buffer.from(rgba) }
}

/** Small pictures of an .ico are bitmaps: rows from below, BGRA, then an empty mask. */
function bitmap(size, rgba) {
  const maskRow = Math.ceil(size / 32) * 4
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4
      const to = ((size - 1 - y) * size + x) * 4
      pixels[to] = rgba[from + 2]
      pixels[to + 1] = rgba[from + 1]
      pixels[to + 2] = rgba[from]
      pixels[to + 3] = rgba[from + 3]
    }
  }
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)])
}

function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, data }] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(data.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += data.length
  }
  return Buffer.concat([head, ...pictures.map(({ data }) => data)])
}

const pictures = []
for (const size of bitmapSizes) {
  const { rgba } = await draw(size)
  pictures.push({ size, data: bitmap(size, rgba) })
}
const { png } = await draw(pngSize)
pictures.push({ size: pngSize, data: png })
const { png: large } = await draw(512)
await browser.close()

writeFileSync(path.join(folder, 'icon.ico'), ico(pictures))
writeFileSync(path.join(folder, 'icon.png'), large)
console.log(`Drawn: build/icon.png, build/icon.ico (${String(bitmapSizes.concat(pngSize))}).`)
