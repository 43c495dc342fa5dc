import { expect, test } from 'vitest'
import { readText, repositoryFiles } from './repository.ts'

// Names of a person are put together in one place, which knows that some have no family name. Whoever
// joins them by hand prints a gap, „null“ or two spaces for a person who has one name only.

const own = 'domain/text/format-person.ts'
const name = String.raw`(?:firstName|middleName|lastName|first_name|middle_name|last_name)`
const joined = [
  // `${person.firstName} ${person.lastName}`
  new RegExp(String.raw`\$\{[^}]*\b${name}\b[^}]*\}[^${'`'}\n]*\$\{[^}]*\b${name}\b`),
  // [person.firstName, person.lastName].filter(Boolean).join(' ')
  new RegExp(
    String.raw`\[[^\]]*\b${name}\b[^\]]*\](?:\s*\.(?:filter|map|flatMap)\((?:[^()]|\([^()]*\))*\))*\s*\.join\(`,
  ),
  // person.firstName + ' ' + person.lastName, and first_name || ' ' || last_name in SQL
  new RegExp(String.raw`\b${name}\b\s*(?:\+|\|\|)\s*['"${'`'}]`),
  // no name is none: '' in its place makes a gap
  new RegExp(String.raw`\b(?:lastName|last_name)\b\s*(?:\?\?|\|\|)\s*['"${'`'}]`),
]

/** Places in which names are put together, as `file: text`. */
function joins(file: string, text: string): string[] {
  return joined.flatMap((pattern) => {
    const found = pattern.exec(text)
    return found ? [`${file}: ${found[0]}`] : []
  })
}

test('nobody but the one function puts the names of a person together', () => {
  const files = repositoryFiles().filter(
    (file) =>
      /^(?:domain|db|papers|electron|renderer|demo)\/.*\.tsx?$/.test(file) &&
      !/\.test\.ts$/.test(file) &&
      // The order of a list, place by place, is not a text to read.
      ![own, 'domain/text/sort-key.ts'].includes(file),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap((file) => joins(file, readText(file)))).toEqual([])
})

test.each([
  'const name = `${firstName} ${lastName}`',
  "[one.firstName, one.middleName, one.lastName].filter(Boolean).join(' ')",
  "normaliseForSearch([p.lastName, p.firstName, p.middleName ?? ''].join(' '))",
  "[n.firstName, n.lastName].filter((x) => Boolean(x)).map((x) => x[0]).join('. ')",
  "person.firstName + ' ' + person.lastName",
  "select first_name || ' ' || last_name from persons",
  "person.lastName ?? ''",
])('seen: %s', (text) => {
  expect(joins('a.ts', text)).not.toEqual([])
})

test('what takes names one by one is none', () => {
  expect(joins('a.ts', '{ firstName: one.firstName, lastName: one.lastName }')).toEqual([])
})
