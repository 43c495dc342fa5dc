import { describe, expect, it } from 'vitest'
import { matches, parseChord } from './chord.ts'
import { createKeyRegistry } from './registry.ts'

const press = (code: string, modifiers: Partial<KeyboardEvent> = {}) =>
  ({
    code,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...modifiers,
  }) as KeyboardEvent

describe('chords', () => {
  it('hears Ctrl+K under a Cyrillic layout, where the letter is another', () => {
    expect(matches(parseChord('Ctrl+K'), press('KeyK', { key: 'к', ctrlKey: true }))).toBe(true)
  })
  it('does not take AltGr for Alt or for Ctrl', () => {
    const altGr = press('KeyN', { ctrlKey: true, altKey: true })
    expect(matches(parseChord('Alt+N'), altGr)).toBe(false)
    expect(matches(parseChord('Ctrl+N'), altGr)).toBe(false)
  })
  it('leaves Alt with the numeric pad to Windows', () => {
    expect(matches(parseChord('Alt+1'), press('Numpad1', { altKey: true }))).toBe(false)
    expect(matches(parseChord('Alt+1'), press('Digit1', { altKey: true }))).toBe(true)
  })
  it('takes both Enter keys', () => {
    expect(matches(parseChord('Ctrl+Enter'), press('NumpadEnter', { ctrlKey: true }))).toBe(true)
  })
  it.each(['Alt+Shift+K', 'Ctrl+Shift+S', 'Ctrl+Alt+K'])(
    'refuses %s, which the system owns',
    (chord) => {
      expect(() => parseChord(chord)).toThrow()
    },
  )
})

describe('registry', () => {
  it('lets the keys of a covered page sleep and wakes them afterwards', () => {
    const keys = createKeyRegistry()
    const ran: string[] = []
    keys.add({ chord: 'Ctrl+S', scope: 'page', label: '', layer: 0, run: () => ran.push('page') })
    const layer = keys.newLayer()
    const close = keys.openLayer(layer)
    expect(keys.dispatch(press('KeyS', { ctrlKey: true }))).toBe(false)
    keys.add({ chord: 'Ctrl+S', scope: 'dialog', label: '', layer, run: () => ran.push('dialog') })
    keys.dispatch(press('KeyS', { ctrlKey: true }))
    close()
    keys.dispatch(press('KeyS', { ctrlKey: true }))
    expect(ran).toEqual(['dialog', 'page'])
  })
  it('asks the newest binding first and goes on when it lets the key pass', () => {
    const keys = createKeyRegistry()
    const ran: string[] = []
    keys.add({ chord: 'F1', scope: 'anywhere', label: '', layer: 0, run: () => ran.push('old') })
    keys.add({
      chord: 'F1',
      scope: 'page',
      label: '',
      layer: 0,
      run: () => {
        ran.push('new')
        return false
      },
    })
    expect(keys.dispatch(press('F1'))).toBe(true)
    expect(ran).toEqual(['new', 'old'])
  })
})
