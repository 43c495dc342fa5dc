import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expiringKinds } from '#domain/expiring/list.ts'
import { signingModes } from '#domain/papers/parties.ts'
import { getAssessment } from '#db/queries/assessments.ts'
import { getCandidacy } from '#db/queries/candidates.ts'
import { getOffice } from '#db/queries/office.ts'
import { findEmployment } from '#db/queries/employments.ts'
import { getPlan } from '#db/queries/plans.ts'
import { buildEnd } from '#papers/employments/after.ts'
import { buildPresence } from '#papers/events/presence.ts'
import { layoutNames, type LayoutName } from '#papers/layouts.ts'
import { buildList } from '#papers/lists/builder.ts'
import { buildPileCover } from '#papers/pile/builder.ts'
import { buildPlan } from '#papers/plans/builder.ts'
import { buildInvitation, buildSelectionCard } from '#papers/selections/builder.ts'
import { buildRecoverySheet } from '#papers/keyring/builder.ts'
import type { RenderRequest } from '#papers/protocol.ts'
import { placedTexts, type PlacedText } from '#papers/testing/pdf-places.ts'
import { assessmentFacts, assessmentSheet } from '../assessments/paper.ts'
import { declarationsRequest, refusalRequest } from '../candidates/papers.ts'
import { contractPaper } from '../contracts/facts.ts'
import { aboutFacts } from '../employments/end.ts'
import { employmentPaper } from '../employments/facts.ts'
import { providerFacts } from '../kernel/parties.ts'
import { letterPaper } from '../letters/facts.ts'
import { planFacts } from '../plans/facts.ts'
import type { FullText } from '../testing/full-texts.ts'
import { openOffice, wholePath, type RunningOffice } from '../testing/office.ts'
import { fillOffice } from '../testing/full-office.ts'

/**
 * Nothing is ever lost on a paper. Every record a paper is made of is filled to the limits of its
 * schema, and the last word of each text must stand on a page, inside the margins. A layout or a
 * field is tested by being there.
 */
let running: RunningOffice
let filled: ReturnType<typeof fillOffice>
beforeAll(async () => {
  running = await openOffice()
  await running.as(...wholePath)
  filled = fillOffice(running)
})
afterAll(() => running.dispose())

/** Texts that no paper prints, by where they stand in their record. */
const kept: Record<string, RegExp> = {
  person:
    /^(citizenship|phones|gp|emergencyContact|permanentAddress\.(ekatte)|currentAddress\.(ekatte))/,
  representative: /^scope$/,
  application: /^(?!entryNumber$|preliminaryAssessmentNumber$)/,
  // The note of a row is for the one who makes the week.
  plan: /^rows\.\d+\.note$/,
  // Names of the assistants stand in the week; the witness only where nobody was assessed.
  assessment: /^(witness)$/,
  office: /^(region|district|programme|chiefAccountantName$)/,
}

/** One paper of a layout, and the texts that must stand on it. */
interface FullPaper {
  name: string
  request: () => RenderRequest
  printed: () => FullText[]
}

type Part = Exclude<keyof ReturnType<typeof fillOffice>, 'ids'>
const printed = (...parts: [Part, RegExp?][]) =>
  parts.flatMap(([part, only]) =>
    filled[part].texts.filter(({ at }) => !kept[part]?.test(at) && (only?.test(at) ?? true)),
  )
const db = () => running.office.vault.database().orm

const ofOffice = /^(?!headOfServiceName|chiefAccountantName)/
const ofEmployee = /^(firstName|middleName|lastName|idCard|currentAddress)/

/** A labour contract is laid out as any other contract; its order as a page of words. */
const labourContract: FullPaper = {
  name: 'a labour contract',
  request: () => {
    const { personId } = filled.ids
    const one = { id: null, personId, input: filled.employment.value }
    return employmentPaper(db(), one, null).request
  },
  printed: () => printed(['office', ofOffice], ['person', ofEmployee], ['employment']),
}
const reason = `${'Мотиви на заповедта '.repeat(48)}Край0000`
const order: FullPaper = {
  name: 'an order of ending',
  request: () => {
    const row = findEmployment(db(), filled.ids.employmentId)!
    const { data, documentDate } = buildEnd({
      ...aboutFacts(db(), row),
      draft: false,
      number: '9'.repeat(40),
      date: '2026-11-23',
      onDate: '2026-11-30',
      article: 'чл. 325, ал. 1, т. 1 от КТ',
      ground: 'по взаимно съгласие на страните',
      reason,
    })
    return { layout: 'statement', data, documentDate }
  },
  printed: () => [
    { at: 'reason', last: 'Край0000' },
    ...printed(['person', /^(firstName|middleName|lastName)/], ['office', /^(municipality|name)/]),
  ],
}

/** Everything that may end, said to one person. */
const letter: FullPaper = {
  name: 'a letter',
  request: () => {
    const number = '9'.repeat(40)
    const rows = expiringKinds.map((kind) => ({
      ...{ kind, number },
      ...{ subjectId: kind, until: '2026-12-31' },
    }))
    const { personId } = filled.ids
    const one = { personId, rows, date: '2026-11-23', answerBy: '2026-12-07', address: null }
    return letterPaper(db(), one, number).request
  },
  printed: () =>
    printed(
      ['person', /^(firstName|middleName|lastName|currentAddress)/],
      ['office', /^(municipality|name|headOfServiceName)$/],
    ),
}

/** What both papers of the selection say, each text as long as it may be. */
function ofSelection() {
  const { provider, employee } = aboutFacts(db(), findEmployment(db(), filled.ids.employmentId)!)
  return {
    ...{ provider, person: employee, number: '9'.repeat(40), date: '2026-11-23' },
    ...{ entryNumber: '9'.repeat(40), entryDate: '2026-11-02' },
    campaign: `${'Кампания '.repeat(12)}Край0001`,
  }
}
const end = (n: number) => `Край${String(4000 + n)}`
const ofCandidate = /^(firstName|middleName|lastName|currentAddress)/

const invitation: FullPaper = {
  name: 'an invitation to an interview',
  request: () => {
    const interview = { on: '2026-11-30', minute: 570, place: `${'Зала '.repeat(38)}${end(0)}` }
    const { data, documentDate } = buildInvitation({ ...ofSelection(), interview })
    return { layout: 'selection', data, documentDate }
  },
  printed: () => [
    { at: 'place', last: end(0) },
    { at: 'campaign', last: 'Край0001' },
    ...printed(['person', ofCandidate]),
  ],
}
const selectionCard: FullPaper = {
  name: 'a card of selection',
  request: () => {
    const long = (word: string, max: number, n: number) =>
      `${`${word} `.repeat(Math.floor((max - 9) / (word.length + 1)))}${end(n)}`
    const { data, documentDate } = buildSelectionCard({
      ...ofSelection(),
      methodology: { name: long('Карта', 300, 1), version: 12, validFrom: '2026-01-01' },
      rows: Array.from({ length: 12 }, (_, i) => ({
        text: long('критерий', 300, 100 + i),
        answer: long('отговор', 300, 200 + i),
        ...{ points: 1000, max: 1000 },
        reason: long('основание', 1000, 300 + i),
      })),
      ...{ interviewOn: '2026-11-20', points: 12_000, max: 12_000, scoredOn: '2026-11-20' },
      commission: {
        points: 11_000,
        comment: long('бележка', 1000, 2),
        by: 'Мария Петрова Край5001',
      },
      scorer: { name: 'Иван Петров Край5002', position: 'социален работник' },
      approver: { name: 'Ана Зарева Край5003', position: 'ръководител' },
      place: 'с. Примерно',
    })
    return { layout: 'selection', data, documentDate }
  },
  printed: () => [
    ...[1, 2].map((n) => ({ at: String(n), last: end(n) })),
    ...[100, 200, 300].flatMap((from) =>
      Array.from({ length: 12 }, (_, i) => ({ at: `row ${String(i)}`, last: end(from + i) })),
    ),
    ...[5001, 5002, 5003].map((n) => ({ at: 'name', last: `Край${String(n)}` })),
    ...printed(['person', ofCandidate]),
  ],
}

const papers: Record<LayoutName, FullPaper[]> = {
  selection: [invitation, selectionCard],
  statement: [order, letter],
  contract: signingModes
    .map((signingMode): FullPaper => ({
      name: signingMode,
      request: () => {
        const input = { ...filled.contract.value, signingMode }
        return contractPaper(db(), { id: null, personId: filled.ids.personId, input }, null).request
      },
      printed: () =>
        printed(
          ['office', /^(?!headOfServiceName)/],
          ['person'],
          ['representative', signingMode === 'person' || signingMode === 'thumbprint' ? /^$/ : /./],
          ['application'],
          ['plan', /^rows\./],
          ['contract', signingMode === 'thumbprint' ? /./ : /^(?!witnesses)/],
        ),
    }))
    .concat(labourContract),
  plan: [
    {
      name: 'a plan',
      request: () => {
        const marks = { number: null, date: null, approvedBy: null, on: running.office.today() }
        const built = buildPlan(planFacts(db(), getPlan(db(), filled.ids.planId), marks))
        return { layout: 'plan', data: built.data, documentDate: built.documentDate }
      },
      printed: () =>
        printed(['plan'], ['office', /headOfServiceName/], ['person', /currentAddress|ownWish/]),
    },
  ],
  assessment: [
    {
      name: 'a sheet',
      request: () => {
        const stored = getAssessment(db(), filled.ids.assessmentId)
        return assessmentSheet(assessmentFacts(db(), stored, null, running.office.today()).facts)
          .request
      },
      printed: () =>
        printed(
          ['assessment'],
          ['office', /headOfServiceName/],
          [
            'methodology',
            /^(name|groups\.\d\.(letter|name|items\.\d\.text|items\.\d\.options\.0\.text))/,
          ],
          ['person', /currentAddress|ownWish/],
        ),
    },
  ],
  candidate: [
    {
      name: 'declarations',
      request: () =>
        declarationsRequest(
          db(),
          getCandidacy(db(), filled.ids.candidacyId),
          running.office.today(),
        ),
      printed: () =>
        printed(['candidacy', /^namedPerson$/], ['person', /^(?!permanentAddress|ownWish|email)/]),
    },
    {
      name: 'a refusal',
      request: () =>
        refusalRequest(db(), getCandidacy(db(), filled.ids.candidacyId), running.office.today()),
      printed: () => [
        ...printed(['candidacy', /^campaign$/], ['person', /^currentAddress/]),
        { at: 'endReason', last: 'Край9001' },
      ],
    },
  ],
  // More sessions lie on their side.
  presence: [1, 4].map((count): FullPaper => ({
    name: `a presence list of ${String(count)} sessions`,
    request: () => {
      const { firstName, middleName } = filled.person.value
      const { data, documentDate } = buildPresence({
        provider: providerFacts(db(), { chiefAccountant: false }),
        kind: 'psychological',
        topic: `${'Тема '.repeat(38)}Край9101`,
        leader: `${'Водеща '.repeat(21)}Край9102`,
        place: `${'Място '.repeat(31)}Край9103`,
        groupName: `${'Група '.repeat(11)}Край9104`,
        minutes: 120 * count,
        sessions: Array.from({ length: count }, (_, day) => ({
          onDate: `2026-11-${String(day + 10)}`,
          fromMinute: 600,
          toMinute: 720,
        })),
        people: Array.from({ length: 40 }, (_, i) => ({
          name: `${firstName} ${middleName ?? ''} Край${String(7000 + i)}`,
          position: 'сътрудник социални дейности',
          marks: Array.from({ length: count }, () => 'excused' as const),
        })),
        date: '2026-11-23',
      })
      return { layout: 'presence', data, documentDate }
    },
    printed: () => [
      ...['Край9101', 'Край9102', 'Край9103', 'Край9104'].map((last) => ({ at: last, last })),
      ...Array.from({ length: 40 }, (_, i) => ({
        at: `people.${String(i)}`,
        last: `Край${String(7000 + i)}`,
      })),
    ],
  })),
  recovery: [
    {
      name: 'a sheet',
      request: () => {
        const { municipality, name } = getOffice(db()).data
        const groups = ['A9H2K', 'X4T9E', 'MPT23', 'C456B', 'HKMPT', '23456', 'ACEHK', 'BXT99']
        const { data, documentDate } = buildRecoverySheet({
          municipality,
          officeName: name,
          demo: true,
          date: '2026-11-21',
          groups,
        })
        return { layout: 'recovery', data, documentDate }
      },
      printed: () => filled.office.texts.filter(({ at }) => at === 'name'),
    },
  ],
  pile: [
    {
      name: 'a cover list',
      request: () => {
        const person = filled.person.value
        const { data, documentDate } = buildPileCover({
          provider: providerFacts(db(), { chiefAccountant: false }),
          name: 'Договори за ползване',
          date: '2026-11-23',
          copies: 2,
          rows: Array.from({ length: 40 }, (_, i) => ({
            number: `${'9'.repeat(36)}${String(1000 + i)}`,
            date: '2026-11-23',
            person: `${person.firstName} ${person.middleName ?? ''} Край${String(7000 + i)}`,
            settlement: `гр. ${person.currentAddress.settlement}`,
            pages: 4,
          })),
        })
        return { layout: 'pile', data, documentDate }
      },
      printed: () =>
        Array.from({ length: 40 }, (_, i) => ({
          at: `rows.${String(i)}`,
          last: `Край${String(7000 + i)}`,
        })),
    },
  ],
  list: [
    {
      name: 'a long list',
      request: () => {
        const person = filled.person.value
        const { data, documentDate } = buildList({
          provider: providerFacts(db(), { chiefAccountant: false }),
          title: 'Договори за ползване',
          said: ['Изглед: всички', `Търсене: ${person.lastName}`],
          count: '90 договора',
          printedAt: '2026-11-23T08:42:00.000Z',
          printedOn: '2026-11-23',
          printedBy: 'Мария Пробева',
          columns: [
            { title: 'Лице', kind: 'text', end: false, width: null },
            { title: 'Номер', kind: 'text', end: false, width: 140 },
            { title: 'Дата', kind: 'date', end: false, width: 100 },
          ],
          rows: Array.from({ length: 90 }, (_, i) => [
            `${person.firstName} ${person.middleName ?? ''} Край${String(7000 + i)}`,
            `${'9'.repeat(16)}${String(1000 + i)}`,
            '23.11.2026 г.',
          ]),
        })
        return { layout: 'list', data, documentDate }
      },
      printed: () =>
        Array.from({ length: 90 }, (_, i) => ({
          at: `rows.${String(i)}`,
          last: `Край${String(7000 + i)}`,
        })),
    },
  ],
}

const every = layoutNames.flatMap((layout) => papers[layout].map((one) => ({ layout, ...one })))

/** Where pages of each layout end; what stands below the text is its foot. */
const usual = { left: 20, right: 19, bottom: 24, top: 16 }
const marginsOf = (layout: LayoutName) =>
  layout === 'list' ? { left: 15, right: 14, bottom: 22, top: 14 } : usual
const paperSize = { width: 210, height: 297 }

/** Cut words made whole, spaces and marks of cutting left out. */
const joined = (texts: readonly { text: string }[]) =>
  texts
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\u00ad\u200b-]/gu, '')

/** The same letters in any order: number and page stand on one line. */
const sorted = (text: string) => Array.from(text).sort().join('')

describe.each(every)('$layout, $name, every text filled to its limit', (paper) => {
  const { request, printed } = paper
  const margins = marginsOf(paper.layout)
  let texts: PlacedText[]
  beforeAll(async () => {
    const { pdf } = await running.office.papers.render(request())
    texts = (await placedTexts(pdf)).filter(({ slanted }) => !slanted)
  })

  test('the last word of each text is on a page', () => {
    const all = joined(texts)
    const lost = printed().filter(({ last }) => !all.includes(last))
    expect(lost.map(({ at, last }) => `${at} ${last}`)).toEqual([])
    expect(printed().length).toBeGreaterThan(0)
  })

  test('nothing stands beyond a margin', () => {
    const beyond = texts.filter(
      ({ left, right, bottom, top }) =>
        left < margins.left - 0.2 ||
        right > paperSize.width - margins.right ||
        top > paperSize.height - 5 ||
        bottom < 5 ||
        (bottom < margins.bottom && bottom > 16),
    )
    expect(
      beyond.map(({ page, left, right, bottom, text }) =>
        [page, left, right, bottom, text].join(' '),
      ),
    ).toEqual([])
  })

  test('below the text of each page stands its foot alone', () => {
    const { foot } = request().data.frame
    const pages = texts.at(-1)?.page ?? 0
    for (let page = 1; page <= pages; page++) {
      const below = texts.filter((one) => one.page === page && one.bottom < margins.bottom)
      const words = [foot.left, `Страница ${String(page)} от ${String(pages)}`, foot.small]
      expect(sorted(joined(below))).toBe(sorted(joined(words.map((text) => ({ text })))))
    }
  })
})
