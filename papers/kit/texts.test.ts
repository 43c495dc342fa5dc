import { describe, expect, test } from 'vitest'
import { contractGrounds } from '#domain/contracts/schema.ts'
import { catalogues } from '#domain/papers/catalogues.ts'
import { checkText } from '#domain/papers/check-text.ts'
import { assignments, holds } from '#domain/papers/conditions.ts'
import { mergeText } from '#domain/papers/merge.ts'
import { partsOf } from '#domain/papers/parts.ts'
import { standardTextSchema } from '#domain/papers/standard-text.ts'
import { assessmentAssistantSupport } from '../assessments/text-assistant-support.ts'
import { assignmentChangeText } from '../assignments/text/change.ts'
import { assistantChoiceText } from '../assignments/text/choice.ts'
import { contractAssistantSupport } from '../contracts/text-assistant-support.ts'
import { assessmentNotCarriedOut } from '../assessments/text-not-carried-out.ts'
import { employmentAnnex } from '../employments/text/annex.ts'
import { civilContract } from '../employments/text/civil.ts'
import { employmentEnd } from '../employments/text/end.ts'
import { labourContract } from '../employments/text/labour.ts'
import { employmentNotice } from '../employments/text/notice.ts'
import { confidentiality, jobDescription } from '../employments/text/sheets.ts'
import { letterExpiring } from '../letters/text.ts'
import { eventCertificate } from '../events/certificate-text.ts'
import { planAssistantSupport } from '../plans/text-assistant-support.ts'

const texts = [
  contractAssistantSupport,
  planAssistantSupport,
  assessmentAssistantSupport,
  assessmentNotCarriedOut,
  labourContract,
  civilContract,
  employmentAnnex,
  employmentEnd,
  employmentNotice,
  jobDescription,
  confidentiality,
  letterExpiring,
  assistantChoiceText,
  assignmentChangeText,
  eventCertificate,
]

describe.each(texts)('$id', (text) => {
  test('passes the check that guards saving', () => {
    expect(standardTextSchema.parse(text)).toEqual(text)
    expect(checkText(text, catalogues[text.catalogue])).toEqual({ ok: true })
  })

  test('keeps to Bulgarian typography', () => {
    const words = partsOf(text)
      .map((part) => part.text ?? '')
      .join('\n')
    expect(words).not.toMatch(/["'!]/)
    expect(words).not.toMatch(/\.\.| {2}| ,| - /)
    expect(words).not.toMatch(/(?:грешка|моля|успешно)/iu)
    // A Latin letter between Cyrillic ones looks right and is found by nobody.
    expect(words.replace(/\{[^}]*\}/g, '')).not.toMatch(/[a-z](?=[а-я])|(?<=[а-я])[a-z]/i)
  })
})

test('each ground that the page offers is a point of the contract, and the other way round', () => {
  const end = contractAssistantSupport.sections
    .flatMap((section) => section.articles)
    .find((article) => article.id === 'end')
  const points = (end?.paragraphs[0]?.points ?? []).flatMap(({ id }) => id ?? [])
  expect([...points].sort()).toEqual([...contractGrounds].sort())
})

describe('the contract, whatever the case', () => {
  const every = [
    ...assignments(
      [
        { fact: 'signing', is: ['person'] },
        { fact: 'representative', is: ['none'] },
        { fact: 'signatory', is: ['mayor'] },
        { fact: 'fee', is: ['none'] },
      ],
      catalogues.contract.facts,
    ),
  ]
  const sensible = every.filter((f) => {
    const fits: Record<string, string[]> = {
      person: ['none', 'proxy', 'parent', 'guardian', 'curator'],
      thumbprint: ['none', 'curator', 'parent'],
      guardianFor: ['guardian', 'parent'],
      curatorWith: ['curator', 'parent'],
      proxyFor: ['proxy'],
    }
    return fits[f['signing'] ?? '']?.includes(f['representative'] ?? '')
  })

  test('names exactly two parties, a fee clause, copies and the twelve subjects', () => {
    expect(sensible.length).toBeGreaterThan(30)
    for (const facts of sensible) {
      const merged = mergeText(contractAssistantSupport, catalogues.contract, {
        fields: {},
        facts: {
          ...facts,
          copies: 'two',
          term: 'long',
          preliminary: 'none',
          identity: 'card',
          entitlement: 'disabled',
          entitlementDocument: 'recorded',
        },
        sexes: {},
      })
      expect(merged.preamble[0]!.points, JSON.stringify(facts)).toHaveLength(2)
      expect(merged.sections.map((s) => s.title.map(String).join(''))).toEqual([
        'Предмет и основание',
        'Срок',
        'Обем и график',
        'Такса',
        'Права и задължения на ДОСТАВЧИКА',
        'Права и задължения на ПОТРЕБИТЕЛЯ',
        'Отговорен за случая',
        'Лични данни',
        'Жалби и предложения',
        'Изменение и продължаване',
        'Прекратяване',
        'Други условия',
      ])
      const last = merged.sections.at(-1)?.articles.at(-1)
      expect(JSON.stringify(last)).toContain('по един за всяка от страните')
    }
  })

  test('a representative named in the parties is one who takes part', () => {
    const parties = contractAssistantSupport.preamble[0]!.points ?? []
    for (const facts of sensible)
      for (const point of parties.filter((p) => holds(p.when, { ...facts, identity: 'card' })))
        if (point.text.includes('representative.name'))
          expect(facts['representative'], JSON.stringify(facts)).not.toBe('none')
  })
})
