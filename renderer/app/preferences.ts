import { createStore, useStore } from './store.ts'

export type ThemeChoice = 'light' | 'dark' | 'auto'
export type Density = 'standard' | 'compact'
export type Language = 'bg' | 'en'

export interface Preferences {
  theme: ThemeChoice
  density: Density
  language: Language
  keyHints: boolean
  /** Narrow navigation, remembered for wide and for small windows apart. */
  navNarrow: { wide: boolean; small: boolean }
}

export const defaultPreferences: Preferences = {
  theme: 'auto',
  density: 'standard',
  language: 'bg',
  keyHints: true,
  navNarrow: { wide: false, small: false },
}

const place = 'opora.preferences'

function stored(): Preferences {
  try {
    const text = localStorage.getItem(place)
    return text ? { ...defaultPreferences, ...(JSON.parse(text) as object) } : defaultPreferences
  } catch {
    return defaultPreferences
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

/** Writes the choices that CSS reads onto the root element. */
export function applyPreferences() {
  const now = preferences.get()
  document.documentElement.dataset['density'] = now.density
  document.documentElement.dataset['keyHints'] = now.keyHints ? 'on' : 'off'
  document.documentElement.lang = now.language
}
