/** One key with its modifiers, by the place of the key and not by the letter on it. */
export interface Chord {
  code: string
  ctrl: boolean
  alt: boolean
  shift: boolean
}

export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

const named: Record<string, string> = {
  '/': 'Slash',
  '+': 'NumpadAdd',
  '-': 'NumpadSubtract',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  Esc: 'Escape',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  Space: 'Space',
}

function codeOf(name: string): string {
  if (/^[A-Z]$/.test(name)) return `Key${name}`
  // The top row only: Windows writes characters with Alt and the numeric pad.
  if (/^\d$/.test(name)) return `Digit${name}`
  return named[name] ?? name
}

/**
 * Reads `Ctrl+K`, `Alt+1`, `Shift+F6`, `Ctrl+/`. Throws for the pairs that other software owns:
 * Alt+Shift and Ctrl+Shift switch the keyboard language on Bulgarian Windows, Ctrl+Alt is AltGr.
 */
export function parseChord(text: string): Chord {
  const parts = text.split('+')
  const name = parts.pop() ?? ''
  const chord = {
    code: codeOf(name),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
  if ((chord.shift && (chord.alt || chord.ctrl)) || (chord.ctrl && chord.alt))
    throw new Error(`The chord ${text} belongs to the system`)
  return chord
}

/** Whether this press is this chord: exact modifiers, physical key, either of the two Enter keys. */
export function matches(chord: Chord, press: KeyPress): boolean {
  const code = press.code === 'NumpadEnter' ? 'Enter' : press.code
  return (
    code === chord.code &&
    press.ctrlKey === chord.ctrl &&
    press.altKey === chord.alt &&
    press.shiftKey === chord.shift &&
    !press.metaKey
  )
}
