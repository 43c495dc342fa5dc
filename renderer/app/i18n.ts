import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferences, type Language } from './preferences.ts'

type Texts = Record<string, unknown>

const bulgarian = import.meta.glob<Texts>('../../locales/bg/*.json', {
  eager: true,
  import: 'default',
})

/** Namespace → texts, from the files of one language in `locales/`. */
function byNamespace(files: Record<string, Texts>): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [
      path.split('/').at(-1)?.replace('.json', '') ?? '',
      texts,
    ]),
  )
}

async function englishTexts() {
  return byNamespace((await import('./english.ts')).english)
}

/** Bulgarian first; a text missing in English is shown in Bulgarian. */
export const i18n = i18next.createInstance()

await i18n.use(initReactI18next).init({
  lng: preferences.get().language,
  fallbackLng: 'bg',
  supportedLngs: ['bg', 'en'],
  resources: {
    bg: byNamespace(bulgarian),
    ...(preferences.get().language === 'en' ? { en: await englishTexts() } : {}),
  },
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
  if (i18n.language !== language) void speak(language)
})

async function speak(language: Language) {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'common'))
    for (const [name, texts] of Object.entries(await englishTexts()))
      i18n.addResourceBundle('en', name, texts)
  // It may have been chosen otherwise meanwhile.
  if (preferences.get().language === language) await i18n.changeLanguage(language)
}

export function setLanguage(language: Language) {
  preferences.set((now) => ({ ...now, language }))
}
