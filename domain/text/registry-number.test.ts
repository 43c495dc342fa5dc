import { describe, expect, it } from 'vitest'
import {
  normalRegistryNumber,
  optionalRegistryNumber,
  registryNumberField,
} from './registry-number.ts'

const said = (text: string) => {
  const read = registryNumberField(60).safeParse(text)
  return read.success ? read.data : read.error.issues.map(({ message }) => message)
}

describe('the number of the municipality’s register', () => {
  it('is one and the same however it is typed', () => {
    for (const typed of [
      '94-1287',
      '94–1287',
      '94 — 1287',
      '94−1287',
      '№ 94-1287',
      'No 94-1287',
      ' 94-1287/30.11.2026',
      '94-1287 / 30.11.2026 г.',
      '94-1287 от 30.11.2026 г.',
      '\u200e94-1287\u200f',
    ])
      expect(said(typed), typed).toBe('94-1287')
    expect(said('рд01-0179')).toBe('РД01-0179')
    expect(said('63/216')).toBe('63/216')
    expect(said('РСЛ19-ДГ56-56')).toBe('РСЛ19-ДГ56-56')
  })
  it('may be missing where the paper has none yet, and is judged alike where it has one', () => {
    const read = (text: string) => optionalRegistryNumber(60).safeParse(text)
    expect(read(' ')).toMatchObject({ success: true, data: '' })
    expect(read('№ 12 – 7/30.11.2026 г.')).toMatchObject({ success: true, data: '12-7' })
    expect(read('<b>12</b>').success).toBe(false)
  })
  it('stays as it is once it has its form', () => {
    for (const text of ['94-1287', 'РД01-0179', '132/14/10', 'А.5(2)'])
      expect(normalRegistryNumber(normalRegistryNumber(text))).toBe(normalRegistryNumber(text))
  })
  it('holds no emoji, no turning marks, no markup', () => {
    expect(said('94-😀')).toContain('textEmoji')
    expect(said('94\u202e7821')).toEqual(['textTurned'])
    expect(said('<b>94</b>')).toEqual(['registryNumberSigns'])
    expect(said('94;1287')).toEqual(['registryNumberSigns'])
    expect(said('  № ')).toEqual(['required'])
  })
})
