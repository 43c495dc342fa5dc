import { describe, expect, it } from 'vitest'
import {
  isSelected,
  moveTo,
  nothingSelected,
  pagesFor,
  selectedCount,
  toggled,
  typedWord,
  withRows,
} from './windowing.ts'

describe('windows of rows', () => {
  it('asks for both pages when the screen stands over their border', () => {
    expect(pagesFor(95, 110, 100, 100_000)).toEqual([0, 1])
  })
  it('never asks beyond the last row', () => {
    expect(pagesFor(240, 260, 100, 250)).toEqual([2])
    expect(pagesFor(0, 20, 100, 0)).toEqual([0])
  })
  it('really reaches the ends of 100 000 rows and stays inside them', () => {
    expect(moveTo('End', 0, 100_000, 15)).toBe(99_999)
    expect(moveTo('PageDown', 99_990, 100_000, 15)).toBe(99_999)
    expect(moveTo('ArrowUp', 0, 100_000, 15)).toBe(0)
    expect(moveTo('KeyA', 0, 100_000, 15)).toBeUndefined()
    expect(moveTo('ArrowDown', -1, 0, 15)).toBeUndefined()
  })
})

describe('selection', () => {
  it('keeps „all filtered“ without listing the ids, and counts what was taken out', () => {
    const all = toggled({ mode: 'all', except: new Set() }, 'b')
    expect(isSelected(all, 'a')).toBe(true)
    expect(isSelected(all, 'b')).toBe(false)
    expect(selectedCount(all, 38)).toBe(37)
    expect(selectedCount(withRows(all, ['b']), 38)).toBe(38)
  })
  it('turns a row on and off again', () => {
    const once = toggled(nothingSelected, 'a')
    expect(selectedCount(once, 10)).toBe(1)
    expect(selectedCount(toggled(once, 'a'), 10)).toBe(0)
  })
})

it('letters after a rest begin a new word', () => {
  const first = typedWord({ text: '', at: 0 }, 'г', 5000)
  expect(typedWord(first, 'е', 5400).text).toBe('ге')
  expect(typedWord(first, 'и', 6400).text).toBe('и')
})
