import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatNumber } from '#domain/text/format.ts'
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

/** „10 000 лица“: a count is a number of the office's text, with the gap between its thousands. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, _language, options) =>
    options?.['interpolationkey'] === 'count' && typeof value === 'number'
      ? formatNumber(value)
      : (value as string),
}

await i18n
  .use(initReactI18next)
  .use(counts)
  .init({
    lng: preferences.get().language,
    fallbackLng: 'bg',
    supportedLngs: ['bg', 'en'],
    resources: resources(),
    defaultNS: 'common',
    nsSeparator: ':',
    keySeparator: '.',
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
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
