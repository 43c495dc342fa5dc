import { describe, expect, test } from 'vitest'
import type { Catalogue } from './catalogues.ts'
import { checkText } from './check-text.ts'
import { standardTextSchema, textInForce, type StandardText } from './standard-text.ts'
import { tokens } from './tokens.ts'

const catalogue: Catalogue = {
  fields: { 'client.name': {}, 'fee.amount': {} },
  facts: { fee: ['due', 'none'], signing: ['person', 'proxyFor'] },
  sexFacts: ['client.sex'],
  required: ['client.name'],
}

function textWith(change: (text: StandardText) => void): StandardText {
  const text: StandardText = {
    id: 'sample',
    name: 'Образец',
    catalogue: 'contract',
    version: 1,
    validFrom: '2026-01-01',
    title: 'ДОГОВОР',
    preamble: [{ text: '{client.name}, {client.sex|наричан|наричана} ПОТРЕБИТЕЛ' }],
    sections: [
      {
        id: 'fee',
        title: 'Такса',
        articles: [
          {
            id: 'price',
            paragraphs: [
              { id: 'due', when: { fact: 'fee', is: ['due'] }, text: 'Таксата е {fee.amount}.' },
              { text: 'Плащането е безкасово.' },
            ],
          },
        ],
      },
    ],
  }
  change(text)
  return standardTextSchema.parse(text)
}

const problemsOf = (text: StandardText): string[] => {
  const result = checkText(text, catalogue)
  return result.ok
    ? []
    : result.problems.map((p) => `${p.code}:${String(p.params?.['name'] ?? '')}`)
}
const first = (text: StandardText) => text.sections[0]!.articles[0]!.paragraphs

describe('a standard text is not saved', () => {
  test('sound text passes', () => {
    expect(problemsOf(textWith(() => undefined))).toEqual([])
  })

  test('with a field that does not exist, and the place of it is named', () => {
    const text = textWith((t) => (first(t)[1]!.text = 'Плаща {fee.amuont}.'))
    const result = checkText(text, catalogue)
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: 'textUnknownField',
          path: ['sections', 0, 'articles', 0, 'paragraphs', 1, 'text'],
          params: { name: 'fee.amuont' },
        },
      ],
    })
  })

  test('with a form by the sex of nobody', () => {
    const text = textWith((t) => (first(t)[1]!.text = '{mayor.sex|избран|избрана}'))
    expect(problemsOf(text)).toEqual(['textUnknownField:mayor.sex'])
  })

  test('with a brace that closes nothing', () => {
    expect(problemsOf(textWith((t) => (first(t)[1]!.text = 'Плаща {fee.amount')))).toEqual([
      'textBrokenToken:{fee.amount',
    ])
    expect(problemsOf(textWith((t) => (first(t)[1]!.text = 'Плаща fee}.')))).toEqual([
      'textBrokenToken:}.',
    ])
    expect(problemsOf(textWith((t) => (first(t)[1]!.text = '{A b}')))).toEqual([
      'textBrokenToken:A b',
    ])
  })

  test('with a reference to nothing', () => {
    expect(problemsOf(textWith((t) => (first(t)[1]!.text = 'виж {@price.late}')))).toEqual([
      'textBrokenReference:price.late',
    ])
  })

  test('with a reference to a part that is sometimes left out', () => {
    expect(problemsOf(textWith((t) => (first(t)[1]!.text = 'виж {@price.due}')))).toEqual([
      'textReferenceMayVanish:price.due',
    ])
    const guarded = textWith((t) => {
      first(t)[1]!.text = 'виж {@price.due}'
      first(t)[1]!.when = { fact: 'fee', is: ['due'] }
    })
    expect(problemsOf(guarded)).toEqual([])
  })

  test('with a condition that can never be true, also together with the one around it', () => {
    const alone = textWith((t) => {
      first(t)[1]!.when = {
        all: [
          { fact: 'fee', is: ['due'] },
          { fact: 'fee', is: ['none'] },
        ],
      }
    })
    expect(problemsOf(alone)).toEqual(['textNeverTrue:'])
    const nested = textWith((t) => {
      t.sections[0]!.when = { fact: 'fee', is: ['none'] }
    })
    expect(problemsOf(nested)).toEqual(['textNeverTrue:'])
  })

  test('with an unknown fact or value', () => {
    expect(
      problemsOf(textWith((t) => (first(t)[1]!.when = { fact: 'mood', is: ['good'] }))),
    ).toEqual(['textUnknownFact:mood'])
    expect(
      problemsOf(textWith((t) => (first(t)[1]!.when = { fact: 'fee', is: ['free'] }))),
    ).toEqual(['textUnknownFactValue:fee'])
  })

  test('with the same name twice, or without what such a paper must say', () => {
    expect(problemsOf(textWith((t) => (first(t)[1]!.id = 'due')))).toContain(
      'textDuplicateId:price.due',
    )
    expect(problemsOf(textWith((t) => (t.preamble = [])))).toEqual([
      'textRequiredFieldAbsent:client.name',
    ])
  })
})

test('tokens keep every word of the text', () => {
  expect(tokens('а {client.name} б {@x.y} {client.sex|в|} г')).toEqual([
    { kind: 'words', text: 'а ' },
    { kind: 'field', name: 'client.name' },
    { kind: 'words', text: ' б ' },
    { kind: 'reference', target: 'x.y' },
    { kind: 'words', text: ' ' },
    { kind: 'bySex', field: 'client.sex', male: 'в', female: '' },
    { kind: 'words', text: ' г' },
  ])
})

test('the version in force is the latest that has begun', () => {
  const versions = [
    { version: 1, validFrom: '2026-01-01' },
    { version: 3, validFrom: '2026-06-01' },
    { version: 2, validFrom: '2026-06-01' },
    { version: 4, validFrom: '2027-01-01' },
  ]
  expect(textInForce(versions, '2025-12-31')).toBeUndefined()
  expect(textInForce(versions, '2026-05-31')?.version).toBe(1)
  expect(textInForce(versions, '2026-12-31')?.version).toBe(3)
  expect(textInForce(versions, '2027-01-01')?.version).toBe(4)
})
