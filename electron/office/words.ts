import i18next, { type FormatterModule } from 'i18next'
import type { Say } from '#domain/lists/cells.ts'
import { formatNumber } from '#domain/text/format.ts'

type Texts = Record<string, unknown>

// Big: who needs them loads this file when they are needed.
const files = import.meta.glob<Texts>('../../locales/{bg,en}/*.json', {
  eager: true,
  import: 'default',
})

function textsOf(language: 'bg' | 'en'): Record<string, Texts> {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  return Object.fromEntries(
    own.map(([path, texts]) => [path.split('/').at(-1)?.replace('.json', '') ?? '', texts]),
  )
}

/** „10 000 лица“, as on the page. */
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

const made = new Map<string, Say>()

/** The sentences of the page, in its language; what English lacks is said in Bulgarian. */
export function wordsIn(language: 'bg' | 'en'): Say {
  const known = made.get(language)
  if (known) return known
  const words = i18next.createInstance()
  void words.use(counts).init({
    lng: language,
    fallbackLng: 'bg',
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    resources: { bg: textsOf('bg'), en: textsOf('en') },
  })
  const say: Say = (key, params) => words.t(key, { ...params })
  made.set(language, say)
  return say
}
