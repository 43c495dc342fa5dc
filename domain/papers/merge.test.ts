import { describe, expect, test } from 'vitest'
import type { Catalogue } from './catalogues.ts'
import { withBreaks, withHardSpaces } from './hard-spaces.ts'
import { mergeText, type MergeValues, type Run } from './merge.ts'
import type { StandardText } from './standard-text.ts'

const catalogue: Catalogue = {
  fields: { name: { strong: true }, hours: {}, note: { blank: 7 } },
  facts: { fee: ['due', 'none'] },
  sexFacts: ['client.sex'],
  required: [],
}
const text: StandardText = {
  id: 'sample',
  name: 'Образец',
  catalogue: 'contract',
  version: 1,
  validFrom: '2026-01-01',
  title: 'Договор с {name}',
  preamble: [{ text: '{client.sex|наричан|наричана} лице' }],
  sections: [
    {
      id: 'a',
      title: 'Такса',
      when: { fact: 'fee', is: ['due'] },
      articles: [{ id: 'pay', paragraphs: [{ text: 'Плаща се.' }] }],
    },
    {
      id: 'b',
      title: 'Обем',
      articles: [
        {
          id: 'hours',
          paragraphs: [
            { id: 'first', text: 'Обемът е {hours}. {note}' },
            {
              id: 'second',
              text: 'Виж {@hours.first}.',
              points: [
                { when: { fact: 'fee', is: ['due'] }, text: 'с такса' },
                { id: 'p', text: 'без оглед на {@hours.second.p}' },
              ],
            },
          ],
        },
        { id: 'last', paragraphs: [{ text: 'Виж {@hours.second.p} и {@hours}.' }] },
      ],
    },
  ],
}
const values = (fee: 'due' | 'none', more: Partial<MergeValues> = {}): MergeValues => ({
  fields: { name: 'Иван', hours: '3 ч. 30 мин.', note: null },
  facts: { fee },
  sexes: { 'client.sex': 'female' },
  ...more,
})
const flat = (runs: Run[]): string =>
  runs
    .map((r) =>
      typeof r === 'string' ? r : 'strong' in r ? `*${r.strong}*` : `<${String(r.blank)}>`,
    )
    .join('')
    .replaceAll('\u00a0', ' ')

describe('merging', () => {
  test('what is left out takes no number, and references follow', () => {
    const without = mergeText(text, catalogue, values('none'))
    expect(without.sections.map((s) => s.number)).toEqual(['I'])
    expect(without.sections[0]!.articles.map((a) => a.number)).toEqual([1, 2])
    expect(flat(without.sections[0]!.articles[1]!.paragraphs[0]!.runs)).toBe(
      'Виж чл. 1, ал. 2, т. 1 и чл. 1.',
    )
    const withFee = mergeText(text, catalogue, values('due'))
    expect(withFee.sections.map((s) => s.number)).toEqual(['I', 'II'])
    expect(flat(withFee.sections[1]!.articles[1]!.paragraphs[0]!.runs)).toBe(
      'Виж чл. 2, ал. 2, т. 2 и чл. 2.',
    )
  })

  test('within the article „ал.“ is enough, within the paragraph „т.“', () => {
    const article = mergeText(text, catalogue, values('none')).sections[0]!.articles[0]!
    expect(flat(article.paragraphs[1]!.runs)).toBe('Виж ал. 1.')
    expect(flat(article.paragraphs[1]!.points[0]!.runs)).toBe('без оглед на т. 1')
  })

  test('a paragraph alone in its article has no number', () => {
    const articles = mergeText(text, catalogue, values('none')).sections[0]!.articles
    expect(articles[0]!.paragraphs.map((p) => p.number)).toEqual([1, 2])
    expect(articles[1]!.paragraphs.map((p) => p.number)).toEqual([undefined])
  })

  test('an absent value is a dotted line, an abbreviation brings no second full stop', () => {
    const article = mergeText(text, catalogue, values('none')).sections[0]!.articles[0]!
    expect(flat(article.paragraphs[0]!.runs)).toBe('Обемът е 3 ч. 30 мин. <7>')
  })

  test('forms follow the sex; when it is not known both stand', () => {
    const said = (sex: 'male' | 'female' | null): string =>
      flat(
        mergeText(text, catalogue, values('none', { sexes: { 'client.sex': sex } })).preamble[0]!
          .runs,
      )
    expect(said('male')).toBe('наричан лице')
    expect(said('female')).toBe('наричана лице')
    expect(said(null)).toBe('наричан/наричана лице')
  })

  test('a value with braces stays text and is not merged again', () => {
    const merged = mergeText(
      text,
      catalogue,
      values('none', { fields: { name: '{hours}', hours: '{@last}', note: '' } }),
    )
    expect(flat(merged.title)).toBe('Договор с *{hours}*')
    expect(flat(merged.sections[0]!.articles[0]!.paragraphs[0]!.runs)).toBe('Обемът е {@last}. <7>')
  })
})

test('a line does not end inside „чл. 85“, „12 ч.“ or before a dash', () => {
  expect(withHardSpaces('по чл. 93, ал. 1 до 12 ч. на 3.5.2026 г. – № 4, 90 % и 5 дни')).toBe(
    'по чл.\u00a093, ал.\u00a01 до 12\u00a0ч. на 3.5.2026\u00a0г.\u00a0– №\u00a04, 90\u00a0% и 5\u00a0дни',
  )
  expect(withHardSpaces('за 5 дниса, факт. 3')).toBe('за 5 дниса, факт. 3')
})

test('a word that no line can hold gets places to be cut at, and others none', () => {
  expect(withBreaks('Александрина-Константинова, непротивоконституционен')).toBe(
    'Александрина-Константинова, непротивоконституционен',
  )
  const endless = 'й'.repeat(40).normalize('NFD')
  const cut = withBreaks(`виж ${endless} и`)
  expect(cut.replaceAll('\u200b', '')).toBe(`виж ${endless} и`)
  expect(cut.split('\u200b').map((piece) => piece.normalize('NFC').length)).toEqual([16, 12, 12, 6])
})
