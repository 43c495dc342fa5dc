import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferences, type Language } from './preferences.ts'

type Texts = Record<string, unknown>

const files = import.meta.glob<Texts>('../../locales/*/*.json', { eager: true, import: 'default' })

/** Language → namespace → texts, from the files of `locales/`. */
function resources() {
  const found: Record<string, Record<string, Texts>> = {}
  for (const [path, texts] of Object.entries(files)) {
    const [language, name] = path.split('/').slice(-2)
    if (!language || !name) continue
    ;(found[language] ??= {})[name.replace('.json', '')] = texts
  }
  return found
}

/** Bulgarian first; a text missing in English is shown in Bulgarian. */
export const i18n = i18next.createInstance()

await i18n.use(initReactI18next).init({
  lng: preferences.get().language,
  fallbackLng: 'bg',
  supportedLngs: ['bg', 'en'],
  resources: resources(),
  defaultNS: 'common',
  nsSeparator: ':',
  keySeparator: '.',
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

// The language also comes with the account that logs in.
preferences.subscribe(() => {
  const { language } = preferences.get()
  if (i18n.language !== language) void i18n.changeLanguage(language)
})

export function setLanguage(language: Language) {
  preferences.set((now) => ({ ...now, language }))
}
