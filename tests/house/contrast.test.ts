import { describe, expect, test } from 'vitest'
import { readText } from './repository.ts'

type Tokens = Record<string, string>

/** The colours of one theme, from the file that the page itself uses. */
function tokensOf(selector: string): Tokens {
  const css = readText('renderer/app/styles/tokens.css')
  const at = css.indexOf(selector)
  const block = css.slice(css.indexOf('{', at), css.indexOf('}', at))
  return Object.fromEntries(
    [...block.matchAll(/--o-([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
}

const themes = {
  light: tokensOf(":root[data-mantine-color-scheme='light']"),
  dark: tokensOf(":root[data-mantine-color-scheme='dark']"),
}

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [
    number,
    number,
  ]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['bg', 'surface', 'sunken', 'selected', 'zebra']
const tones = ['ok', 'warn', 'bad', 'info', 'calm', 'locked']

/** What is written or drawn on what, and how much of a difference it needs. */
const pairs: readonly (readonly [on: string, ground: string, atLeast: number])[] = [
  ...grounds.map((ground) => ['text', ground, 7] as const),
  ...grounds.map((ground) => ['muted', ground, 4.5] as const),
  ...grounds.map((ground) => ['link', ground, 4.5] as const),
  ...tones.map((tone) => [tone, `${tone}-ground`, 4.5] as const),
  ...tones.flatMap((tone) => ['surface', 'bg'].map((ground) => [tone, ground, 4.5] as const)),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-hover', 4.5],
  // Parts of the interface (WCAG 1.4.11): edges of fields, the ring of the focus.
  ...['bg', 'surface', 'sunken'].map((ground) => ['border', ground, 3] as const),
  ...grounds.map((ground) => ['focus', ground, 3] as const),
  ['primary', 'surface', 3],
  ['primary', 'bg', 3],
]

describe.each(Object.entries(themes))('colours of the %s theme', (_name, tokens) => {
  test('every one is told', () => {
    const missing = pairs.flatMap(([on, ground]) => [on, ground]).filter((key) => !tokens[key])
    expect([...new Set(missing)]).toEqual([])
  })

  test('can be read on the grounds they stand on', () => {
    const weak = pairs
      .map(([on, ground, atLeast]) => ({
        pair: `${on} on ${ground}`,
        found: contrast(tokens[on] ?? '', tokens[ground] ?? ''),
        atLeast,
      }))
      .filter(({ found, atLeast }) => !(found >= atLeast))
      .map(({ pair, found, atLeast }) => `${pair}: ${found.toFixed(2)} < ${String(atLeast)}`)
    expect(weak).toEqual([])
  })
})

test('both themes name the same colours', () => {
  expect(Object.keys(themes.dark).toSorted()).toEqual(Object.keys(themes.light).toSorted())
})

test('the measure is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  // The published value of the grey that just passes.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
