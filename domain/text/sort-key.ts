import type { Names } from './format-person.ts'

// Below every letter, digit and space, so that a shorter surname stands before a longer one.
const separator = '\u001f'

/**
 * Text whose plain binary order (SQLite's) is the order of a Bulgarian list: digits by value, then
 * Latin, then а–я with ь and й in their places; case, accents and punctuation do not count.
 * The Bulgarian alphabet happens to stand in Unicode in its own order.
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('bg')
    .replaceAll('ѝ', 'и')
    .replaceAll('ё', 'е')
    .replace(/[^й\u0000-\u007f]/gu, (c) => c.normalize('NFD').replace(/\p{M}/gu, '')) // eslint-disable-line no-control-regex
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'))
}

/** A list of people: surname, then first, then middle name. A single name stands as a surname does. */
export function personSortKey({ firstName, middleName, lastName }: Names): string {
  const [surname, first] = lastName === null ? [firstName, ''] : [lastName, firstName]
  return [surname, first, middleName ?? ''].map(sortKey).join(separator)
}
