import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { unprintable } from '#domain/text/printable.ts'

const require = createRequire(import.meta.url)

/** Characters that a TrueType file has a drawing for: its table `cmap`, segments of format 4. */
function drawn(file: string): Set<number> {
  const font = readFileSync(require.resolve(`@expo-google-fonts/sofia-sans/${file}`))
  let table = 0
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === 'cmap') table = font.readUInt32BE(at + 8)
  let map = 0
  for (let n = 0; n < font.readUInt16BE(table + 2); n++) {
    const found = table + font.readUInt32BE(table + 8 + 8 * n)
    if (font.readUInt16BE(found) === 4) map = found
  }
  const segments = font.readUInt16BE(map + 6) / 2
  const all = new Set<number>()
  for (let n = 0; n < segments; n++) {
    const last = font.readUInt16BE(map + 14 + 2 * n)
    const first = font.readUInt16BE(map + 16 + 2 * segments + 2 * n)
    for (let code = first; code <= last && code !== 0xffff; code++) all.add(code)
  }
  return all
}

test.each(['400Regular/SofiaSans_400Regular.ttf', '700Bold/SofiaSans_700Bold.ttf'])(
  'what is said to be printable is what %s can draw',
  (file) => {
    const has = drawn(file)
    const wrong: string[] = []
    for (let code = 0x21; code < 0x2_0000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const letter = String.fromCodePoint(code)
      // What becomes another letter, or a space, when it is kept.
      if (letter.normalize('NFC') !== letter || /\s/u.test(letter)) continue
      if ((unprintable(letter).length === 0) !== has.has(code)) wrong.push(`U+${code.toString(16)}`)
    }
    expect(has.size).toBeGreaterThan(500)
    expect(wrong).toEqual([])
  },
)
