import { z } from 'zod'
import { createStore, useStore } from './store.ts'

/** Read from outside, so what is not known any more becomes what the program begins with. */
const preferencesSchema = z.object({
  theme: z.enum(['light', 'dark', 'auto']).catch('auto'),
  density: z.enum(['standard', 'compact']).catch('standard'),
  language: z.enum(['bg', 'en']).catch('bg'),
  keyHints: z.boolean().catch(true),
  /** Narrow navigation, remembered for wide and for small windows apart. */
  navNarrow: z
    .object({ wide: z.boolean(), small: z.boolean() })
    .catch({ wide: false, small: false }),
})

/** Look of the screen. Nothing personal: it also lies in the storage of the browser. */
export type Preferences = z.output<typeof preferencesSchema>
export type ThemeChoice = Preferences['theme']
export type Density = Preferences['density']
export type Language = Preferences['language']

/** Whatever was kept, made whole. */
export const readPreferences = (kept: unknown): Preferences =>
  preferencesSchema.parse(typeof kept === 'object' && kept !== null ? kept : {})

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

/** Writes the choices that CSS reads onto the root element. */
export function applyPreferences() {
  const now = preferences.get()
  document.documentElement.dataset['density'] = now.density
  document.documentElement.dataset['keyHints'] = now.keyHints ? 'on' : 'off'
  document.documentElement.lang = now.language
}
