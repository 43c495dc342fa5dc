import { expect, test } from 'vitest'
import { readText, repositoryFiles } from './repository.ts'

// Whoever reads „чл. 93“ in the code finds on docs/law.md what it says and how sure we are of it.

const acts = ['ЗСУ', 'ППЗСУ', 'ЗЛП', 'ЗХУ', 'ЗЛС', 'ЗЗД', 'ЗЗЛД', 'КТ', 'КСО', 'НК']
const law = readText('docs/law.md').replaceAll('\u00A0', ' ')

/** Article numbers that a text cites with their act, in both orders of Bulgarian. */
function citations(text: string): string[] {
  const plain = text.replaceAll('\u00A0', ' ').replaceAll('Закона за социалните услуги', 'ЗСУ')
  const act = `(?<act>${acts.join('|')})`
  const numbers = String.raw`чл\. (?<first>\d+)(?:–(?<last>\d+))?`
  const tail = String.raw`(?:, ал\. [\d–]+)?(?:, т\. [\d–]+)?`
  return [`${act},? ${numbers}`, `${numbers}${tail} от ${act}`].flatMap((pattern) =>
    [...plain.matchAll(new RegExp(`(?<![А-Яа-я])${pattern}`, 'g'))].flatMap(({ groups }) =>
      [groups?.['first'], groups?.['last']]
        .filter((one) => one !== undefined)
        .map((one) => `${groups?.['act'] ?? ''} ${one}`),
    ),
  )
}

/** Articles of the tables of docs/law.md: the act stands in the heading or in the row. */
function known(): Set<string> {
  const found = new Set<string>()
  let ofSection: string | undefined
  for (const line of law.split('\n')) {
    if (line.startsWith('## ')) ofSection = acts.find((act) => line.endsWith(`: ${act}`))
    const row = /^\| (?:(?<act>\p{Lu}+) )?чл\. (?<first>\d+)(?:–(?<last>\d+))?/u.exec(line)
    const act = row?.groups?.['act'] ?? ofSection
    const first = Number(row?.groups?.['first'] ?? Number.NaN)
    const last = Number(row?.groups?.['last'] ?? first)
    if (act !== undefined) for (let n = first; n <= last; n += 1) found.add(`${act} ${String(n)}`)
  }
  return found
}

const cited = repositoryFiles()
  .filter((file) => /^(domain|db|papers|electron|renderer|locales)\/.*\.(tsx?|json)$/.test(file))
  .filter((file) => !/\.test\.tsx?$|\/testing\/|migrations/.test(file))
  .flatMap((file) => citations(readText(file)).map((article) => ({ article, file })))

test('every article that is cited stands on docs/law.md', () => {
  const here = known()
  expect(here.size).toBeGreaterThan(15)
  expect(cited.length).toBeGreaterThan(30)
  expect(cited.filter(({ article }) => !here.has(article))).toEqual([])
})

test('a citation is read in both orders, spaces that do not break too', () => {
  expect(citations('чл.\u00A093, ал. 2, т. 1 от ЗСУ; ЗЛС, чл. 3–5')).toEqual([
    'ЗЛС 3',
    'ЗЛС 5',
    'ЗСУ 93',
  ])
})
