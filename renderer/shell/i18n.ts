import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatNumber } from '#domain/text/format.ts'
import { preferences, type Language } from './preferences.ts'
import { knowingKeys } from './use-translation.ts'

type Texts = Record<string, unknown>

/** What stands on the log-in and on the lock; the pages bring theirs (texts-of-pages.ts). */
const bulgarian = import.meta.glob<Texts>(
  '../../locales/bg/{accounts,common,errors,login,problems,shell}.json',
  { eager: true, import: 'default' },
)

/** Namespace → texts, from the files of one language in `locales/`. */
export function byNamespace(files: Record<string, Texts>): Record<string, Texts> {
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

/** Says a text where no part is drawn; what is drawn takes `useTranslation`. */
export const t = knowingKeys(i18n.t)

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
    resources: {
      bg: byNamespace(bulgarian),
      ...(preferences.get().language === 'en' ? { en: await englishTexts() } : {}),
    },
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
