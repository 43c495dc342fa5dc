import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseForSearch, searchAlternatives, searchWords } from './search.ts'
import { personSortKey, sortKey } from './sort-key.ts'

describe('search form', () => {
  test.each([
    ['Иван', 'Ivan'],
    ['ИВАН', 'иван'],
    ['Ивaнов', 'Иванов'],
    ['HИКОЛА', 'Никола'],
    ['Стоянова', 'Stoyanova'],
    ['Стоянова', 'Stoianova'],
    ['Мария', 'Maria'],
    ['Мария', 'Mariya'],
    ['София', 'Sofia'],
    ['Цветан', 'Tsvetan'],
    ['Цветан', 'Cvetan'],
    ['Цветан', 'Tzvetan'],
    ['Щерев', 'Shterev'],
    ['Йордан', 'Yordan'],
    ['Димитър', 'Dimitar'],
    ['Димитър', 'Dimityr'],
    ['Кюстендил', 'Kyustendil'],
    ['Жельо', 'Zhelyo'],
    ['Христо', 'Khristo'],
    ['Анна', 'Ана'],
    ['Ѝлия', 'Илия'],
    ['И\u0306ордан', 'Йордан'],
    ['Пе\u0301тров', 'Петров'],
    ['Ива\u200bнов\u202e', 'Иванов'],
    ['Иванова-Петрова', 'иванова  –  петрова'],
    ['94-1287', '94 1287'],
  ])('%s meets %s', (stored, typed) => {
    expect(normaliseForSearch(typed)).toBe(normaliseForSearch(stored))
  })
  test('different names stay apart', () => {
    const names = [
      'Иван',
      'Иво',
      'Стоян',
      'Стоил',
      'Петър',
      'Пенка',
      'Мария',
      'Марин',
      'Жана',
      'Яна',
    ]
    expect(new Set(names.map(normaliseForSearch)).size).toBe(names.length)
    expect(normaliseForSearch('4506121100')).toBe('4506121100')
  })
  test('what is typed so far finds what the whole word finds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[А-ЪЬЮЯа-ъьюяѝ]{1,12}$/), fc.nat(12), (word, cut) => {
        const prefix = normaliseForSearch(word.slice(0, cut))
        expect(normaliseForSearch(word).startsWith(prefix)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
  test('stable: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForSearch(text)
        expect(normaliseForSearch(once)).toBe(once)
        expect(once).toMatch(/^[\p{L}\p{N} ]*$/u)
      }),
      { numRuns: 1000, examples: [['Ь 0'], ['а ь б']] },
    )
  })
  test('nothing that FTS5 would read as syntax is left', () => {
    expect(searchWords('"иван" OR NEAR(а*) -петров ^x:')).not.toContain('"')
    expect(searchWords('  – „“ * ')).toEqual([])
  })
})

describe('other readings of a query', () => {
  const first = (query: string) => searchAlternatives(query).map((a) => a.text)
  test('БДС fingers on a Latin layout', () => {
    expect(searchAlternatives('rldk')).toContainEqual({ text: 'иван', reason: 'layoutBds' })
    expect(first('mej,fl')).toContain('петров')
    expect(first("'dld,")).toContain('чавар')
  })
  test('phonetic fingers on БДС', () => {
    expect(searchAlternatives('сэьх')).toContainEqual({ text: 'иван', reason: 'layoutPhonetic' })
    // the older phonetic layout has „в“ on W
    expect(first('суьх')).toContain('иван')
  })
  test('БДС fingers on phonetic', () => {
    // r l d k under the phonetic layout
    expect(searchAlternatives('рлдк')).toContainEqual({ text: 'иван', reason: 'layoutBds' })
  })
  test('spelling habits', () => {
    expect(first('4avdar')).toContain('чавдар')
    expect(first('jordan')).toContain('йордан')
    expect(first('xristo')).toContain('христо')
    expect(first('kustendil')).toContain('кюстендил')
  })
  test('numbers and empty queries have none', () => {
    expect(searchAlternatives('94-1287')).toEqual([])
    expect(searchAlternatives(' ')).toEqual([])
  })
})

describe('order of lists', () => {
  test('Bulgarian alphabet, Latin before it, digits first and by value', () => {
    const right = [
      '2',
      '10',
      'Adam',
      'Ангел',
      'Иван',
      'Йордан',
      'Калина',
      'Съби',
      'Ьо',
      'Юлия',
      'Яна',
    ]
    const mixed = [
      'Яна',
      '10',
      'Йордан',
      'Adam',
      'Ьо',
      'Калина',
      '2',
      'Съби',
      'Ангел',
      'Юлия',
      'Иван',
    ]
    expect(mixed.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(right)
  })
  test('case and accents do not count', () => {
    expect(sortKey('ѝВАН')).toBe(sortKey('Иван'))
    expect(sortKey('Иванова-Петрова')).toBe(sortKey('Иванова Петрова'))
  })
  test('agrees with the collation of the platform on plain words', () => {
    const collator = new Intl.Collator('bg')
    const word = fc.stringMatching(/^[а-ъьюя]{1,8}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        const byKey = sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0
        expect(byKey).toBe(Math.sign(collator.compare(a, b)))
      }),
      { numRuns: 1000 },
    )
  })
  test('surname decides before the first name', () => {
    const key = (lastName: string, firstName: string) => personSortKey({ lastName, firstName })
    expect(key('Иванов', 'Ян') < key('Иванова', 'Анна')).toBe(true)
    expect(key('Иванова', 'Анна') < key('Иванова', 'Ваня')).toBe(true)
    expect(key('Иванова', 'Ваня') < key('Иванова Петрова', 'Анна')).toBe(true)
  })
})
