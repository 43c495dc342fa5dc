import { describe, expect, test } from 'vitest'
import { lintBulgarian, showSpaces } from './bulgarian-lint.ts'
import { readLocale, readText, repositoryFiles } from './repository.ts'

const bg = readLocale('bg')
const en = readLocale('en')

/** i18next picks these endings by number and by sex. */
const CHOICE = /_(?:zero|one|two|few|many|other|male|female)$/

/** Lines of a console are laid out by spaces and end in a prompt. */
const isForConsole = (key: string) => /^cli:(?:help\.|passwordFor$)/.test(key)

const baseKey = (key: string) => key.replace(CHOICE, '').replace(CHOICE, '')
const params = (text: string) =>
  [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1]).toSorted()

describe('both languages', () => {
  test('have the same keys', () => {
    const bgKeys = new Set([...bg.keys()].map(baseKey))
    const enKeys = new Set([...en.keys()].map(baseKey))
    expect([...enKeys].filter((key) => !bgKeys.has(key))).toEqual([])
    expect([...bgKeys].filter((key) => !enKeys.has(key))).toEqual([])
  })

  test('name the same values in a sentence', () => {
    const different = [...bg].filter(([key, text]) => {
      const other = en.get(key)
      return other !== undefined && params(text).join() !== params(other).join()
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('have no empty sentence and no space at an edge', () => {
    const bad = [...bg, ...en]
      .filter(([key]) => !isForConsole(key))
      .filter(([, text]) => text.trim() === '' || text.trim() !== text)
    expect(bad).toEqual([])
  })

  test('English is not Bulgarian left in place', () => {
    const left = [...en].filter(([key, text]) => /[а-я]{4}/.test(text) && text === bg.get(key))
    expect(left).toEqual([])
  })

  test('every counted sentence has its forms', () => {
    const counted = new Set(
      [...bg.keys()].filter((key) => /_(?:one|other)$/.test(key)).map(baseKey),
    )
    const incomplete = [...counted].flatMap((key) =>
      ['_one', '_other'].flatMap((ending) =>
        [bg, en].flatMap((locale) => (hasForm(locale, key, ending) ? [] : [`${key}${ending}`])),
      ),
    )
    expect(incomplete).toEqual([])
  })
})

function hasForm(locale: Map<string, string>, key: string, ending: string): boolean {
  return [...locale.keys()].some((one) => one.startsWith(key) && one.endsWith(ending))
}

test('the Bulgarian is the office’s', () => {
  const faults = [...bg]
    .filter(([key]) => !isForConsole(key))
    .flatMap(([key, text]) =>
      lintBulgarian(text).map((fault) => `${key}: ${fault} – ${showSpaces(text)}`),
    )
  expect(faults).toEqual([])
})

describe('the lint sees', () => {
  test.each([
    'Грешка в полето',
    'Моля, въведете ЕГН.',
    'Записано успешно.',
    'Готово!',
    'Изберете "да".',
    'Адресът й е сменен.',
    'ЕГН-то вече е въведено.',
    'Зареждане...',
    'Край - начало',
    '№ 12',
    'по чл. 16',
    'по чл. {{article}}',
    '84 ч. на месец',
    '{{hours}} ч. на месец',
    '2026 г.',
    '90 %',
    '620,20 €',
    'В „Ивaнов“ има буква',
    'Генерирай договор',
    'Вашият акаунт',
    'Добавен инвалид',
    'Экспорт',
    'Име , фамилия',
  ])('%s', (text) => {
    expect(lintBulgarian(text)).not.toEqual([])
  })
})

describe('the lint lets through', () => {
  test.each([
    'Въведете ЕГН (10 цифри).',
    'Срокът е над 3 години (чл.\u00A016, ал.\u00A02 от ЗСУ).',
    'Вх. №\u00A094-1287/2026\u00A0г. е на друго заявление (М.\u00A0Петрова).',
    'Планът е 92\u00A0ч. на месец, а дадените са 84\u00A0ч.',
    'от 8:00–12:00\u00A0ч.',
    'инвалидна количка',
    'адресът ѝ',
    'Планове: {{count}}',
    'план-график, 7-дневен срок',
    'Изнеси в Excel',
    '<0>Отворете досието</0>',
    'Индивидуален план за подкрепа',
  ])('%s', (text) => {
    expect(lintBulgarian(text)).toEqual([])
  })
})

/** The file without its comments, where keys are only spoken of. */
const code = (file: string) => readText(file).replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '')

describe('keys', () => {
  const known = new Set([...bg.keys()].flatMap((key) => [key, baseKey(key)]))
  const branches = new Set(
    [...known].flatMap((key) =>
      [...key.matchAll(/[.:]/g)].map((match) => key.slice(0, match.index)),
    ),
  )
  const namespaces = new Set([...bg.keys()].map((key) => key.slice(0, key.indexOf(':'))))
  const sources = repositoryFiles().filter(
    (file) => /^(renderer|electron)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  )

  test('every key written out in the code has its sentence', () => {
    const missing = sources.flatMap((file) =>
      [...code(file).matchAll(/(['"`])([a-zA-Z]+):([\w.]+)\1/g)]
        .map((match) => ({ namespace: match[2] ?? '', key: `${match[2] ?? ''}:${match[3] ?? ''}` }))
        .filter(({ namespace }) => namespaces.has(namespace))
        .filter(({ key }) => !known.has(key) && !branches.has(key))
        .map(({ key }) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('every key put together in the code has a branch', () => {
    const missing = sources.flatMap((file) =>
      [...code(file).matchAll(/`([a-zA-Z]+):((?:[\w]+\.)*)[\w]*\$\{/g)]
        .map((match) => ({
          namespace: match[1] ?? '',
          branch: `${match[1] ?? ''}:${match[2] ?? ''}`.replace(/[.:]$/, ''),
        }))
        .filter(({ namespace }) => namespaces.has(namespace))
        .filter(({ branch }) => !branches.has(branch))
        .map(({ branch }) => `${file}: ${branch}`),
    )
    expect(missing).toEqual([])
  })

  test('no code asks for a language file that is not there', () => {
    const missing = sources.flatMap((file) =>
      [...code(file).matchAll(/\bt\(\s*['"`]([a-zA-Z]+):/g)]
        .map((match) => match[1] ?? '')
        .filter((namespace) => !namespaces.has(namespace))
        .map((namespace) => `${file}: ${namespace}`),
    )
    expect([...new Set(missing)]).toEqual([])
  })
})
