import { useSyncExternalStore } from 'react'
import { createStore, useStore } from './store.ts'

/** Look of the screen. Nothing personal: it also lies in the storage of the browser. */
export interface Preferences {
  theme: 'light' | 'dark' | 'auto'
  density: 'standard' | 'compact'
  language: 'bg' | 'en'
  keyHints: boolean
  /** Narrow navigation, remembered for wide and for small windows apart. */
  navNarrow: { wide: boolean; small: boolean }
}
export type ThemeChoice = Preferences['theme']
export type Density = Preferences['density']
export type Language = Preferences['language']

/** The first choice is the one the program begins with. */
function oneOf<T>(choices: readonly [T, ...T[]], kept: unknown): T {
  return choices.find((choice) => choice === kept) ?? choices[0]
}

const fieldsOf = (kept: unknown) =>
  (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>

/**
 * Whatever was kept, made whole: read from outside, so what is not known any more becomes what the
 * program begins with. By hand, because the log-in would wait for a library of schemas.
 */
export function readPreferences(kept: unknown): Preferences {
  const { theme, density, language, keyHints, navNarrow } = fieldsOf(kept)
  const { wide, small } = fieldsOf(navNarrow)
  return {
    theme: oneOf(['auto', 'light', 'dark'], theme),
    density: oneOf(['standard', 'compact'], density),
    language: oneOf(['bg', 'en'], language),
    keyHints: oneOf([true, false], keyHints),
    navNarrow: { wide: oneOf([false, true], wide), small: oneOf([false, true], small) },
  }
}

/** The look before anybody has logged in: as it was left here. The account's own comes with it. */
const place = 'opora.preferences'

function stored(): Preferences {
  try {
    return readPreferences(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    return readPreferences({})
  }
}

export const preferences = createStore<Preferences>(stored())

preferences.subscribe(() => {
  try {
    localStorage.setItem(place, JSON.stringify(preferences.get()))
  } catch {
    // A window without storage keeps them until it is closed.
  }
})

export function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]) {
  preferences.set((now) => ({ ...now, [key]: value }))
}

export const usePreferences = () => useStore(preferences)

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

function onDarkSystem(changed: () => void) {
  darkSystem.addEventListener('change', changed)
  return () => {
    darkSystem.removeEventListener('change', changed)
  }
}

const schemeOf = ({ theme }: Preferences, dark: boolean): 'light' | 'dark' =>
  theme === 'auto' ? (dark ? 'dark' : 'light') : theme

/** „Както Windows“ follows the system at once. */
export function useScheme(): 'light' | 'dark' {
  const dark = useSyncExternalStore(onDarkSystem, () => darkSystem.matches)
  return schemeOf(usePreferences(), dark)
}

function apply() {
  const now = preferences.get()
  const root = document.documentElement
  root.dataset['density'] = now.density
  root.dataset['keyHints'] = now.keyHints ? 'on' : 'off'
  root.dataset['mantineColorScheme'] = schemeOf(now, darkSystem.matches)
  root.lang = now.language
}

/** Writes the choices that CSS reads onto the root element, now and whenever they change. */
export function applyPreferences() {
  apply()
  preferences.subscribe(apply)
  onDarkSystem(apply)
}
