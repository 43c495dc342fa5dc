import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EmploymentFacts } from '#domain/employments/facts.ts'
import { legalGrounds } from '#domain/employments/schema.ts'
import { createPapers, type Papers } from '../pool.ts'
import { buildPapersWorker } from '../testing/build-worker.ts'
import { readPdf } from '../testing/read-pdf.ts'
import * as sample from '../testing/sample-facts.ts'
import { buildAnnex, buildEnd } from './after.ts'
import { buildEmployment, emptyLinesOfEmployment, missingForEmployment } from './builder.ts'

let papers: Papers
beforeAll(async () => {
  papers = createPapers({ workerUrl: await buildPapersWorker() })
})
afterAll(() => papers.close())

const facts: EmploymentFacts = {
  draft: false,
  number: 'ЕК-12',
  date: '2026-11-23',
  place: 'гр. Примерна',
  provider: { ...sample.provider, chiefAccountant: 'Галина Иванова Сметкова' },
  employee: { ...sample.person, education: 'средно' },
  legalGround: 'permanent',
  position: { name: 'личен асистент', code: '53221002' },
  givesHelp: true,
  programme: null,
  task: 'до завръщане на титуляра',
  placeOfWork: 'домовете на лицата',
  term: { startDate: '2026-11-24', endDate: null, probationMonths: 6 },
  time: { minutesPerDay: 240, averagingMonths: 3, schedule: null },
  pay: { cents: 524, unit: 'hour' },
  leaveDays: 20,
  noticeDays: 30,
  copies: 2,
}

const read = async (own: Partial<EmploymentFacts> = {}) => {
  const { data, documentDate } = buildEmployment({ ...facts, ...own })
  const { pdf } = await papers.render({ layout: 'contract', data, documentDate })
  return readPdf(pdf)
}
const textOf = async (own: Partial<EmploymentFacts> = {}) => (await read(own)).text

describe('a labour contract', () => {
  test('says position, time, pay and leave, and whose hands are under it', async () => {
    const text = await textOf()
    for (const words of [
      /ТРУДОВ ДОГОВОР № ЕК-12\/23\.11\.2026/,
      /чл\.\s67, ал\.\s1, т\.\s1 от Кодекса на труда/,
      /код 53221002/,
      /работния ден е 4\sч\. \(четири часа\), а на работната седмица – 20\sч\./,
      /сумирано за период от 3\sмесеца/,
      /5,24\sевро \(пет евро и двадесет и четири цента\) за час/,
      /годишен отпуск е 20 работни дни/,
      /срок за изпитване 6\sмесеца/,
      /наричана по-нататък СЛУЖИТЕЛ/,
      /ЗА РАБОТОДАТЕЛЯ:/,
      /Главен счетоводител/,
    ])
      expect(text).toMatch(words)
    expect(text).not.toMatch(/\{|\}|undefined|null/)
  })

  test.each(legalGrounds)('on the ground %s says its term, and no other', async (legalGround) => {
    const endDate = legalGround === 'permanent' || legalGround === 'untilDone' ? null : '2027-11-23'
    const text = await textOf({ legalGround, term: { ...facts.term, endDate } })
    const said = {
      permanent: /за неопределено време/,
      fixedTerm: /определен срок – от 24\.11\.2026\sг\. до 23\.11\.2027\sг\./,
      untilDone: /до завършване на определена работа: до завръщане на титуляра/,
      sameEmployer: /допълнителен труд/,
      otherEmployer: /допълнителен труд/,
      work: /чл\.\s258 и следващите от Закона за задълженията и договорите/,
      mandate: /чл\.\s280 и следващите от Закона за задълженията и договорите/,
    }
    for (const [ground, words] of Object.entries(said)) {
      const twins = ['sameEmployer', 'otherEmployer']
      if (ground === legalGround) expect(text).toMatch(words)
      else if (!(twins.includes(ground) && twins.includes(legalGround)))
        expect(text, ground).not.toMatch(words)
    }
  })

  test('a civil contract has a client and a contractor, and no working time', async () => {
    const text = await textOf({ legalGround: 'work', pay: { cents: 30_000, unit: 'whole' } })
    expect(text).toMatch(/ИЗПЪЛНИТЕЛ:/)
    expect(text).toMatch(/за цялата работа е 300,00\sевро/)
    expect(text).not.toMatch(/работния ден|отпуск|изпитване/)
  })

  test('what is not known is a line to fill in, said before it is issued', async () => {
    const employee = { ...facts.employee, idCard: null, education: null, phone: null }
    const { pages } = await read({ employee, position: { name: 'медиатор', code: null } })
    expect(pages.length).toBeLessThanOrEqual(3)
    expect(emptyLinesOfEmployment({ ...facts, employee })).toEqual([
      { code: 'paperLineEmpty', params: { what: 'person.idCard' } },
      { code: 'paperLineEmpty', params: { what: 'person.education' } },
    ])
    expect(missingForEmployment({ ...facts, place: ' ' })).toEqual([
      { code: 'paperValueMissing', params: { what: 'place' } },
    ])
  })

  test('the hash is of what stands on it: another sum is another paper', () => {
    const one = buildEmployment(facts).dataHash
    expect(buildEmployment({ ...facts, pay: { cents: 525, unit: 'hour' } }).dataHash).not.toBe(one)
    expect(buildEmployment(structuredClone(facts)).dataHash).toBe(one)
  })
})

const about = {
  draft: false,
  number: 'ДС-3',
  date: '2026-12-01',
  place: facts.place,
  provider: facts.provider,
  employee: sample.person,
  isCivil: false,
  contract: { number: 'ЕК-12', date: '2026-11-23' },
  position: 'личен асистент',
}

test('an annex names only what changes, numbered from one', async () => {
  const { data, documentDate } = buildAnnex({
    ...about,
    fromDate: '2027-01-01',
    minutesPerDay: 480,
    pay: null,
    programme: null,
    placeOfWork: 'сградата на Центъра',
    endDate: null,
    copies: 2,
  })
  const { text } = await readPdf(
    (await papers.render({ layout: 'contract', data, documentDate })).pdf,
  )
  expect(text).toMatch(/договор № ЕК-12\/23\.11\.2026/)
  expect(text).toMatch(/1\.\s*продължителността на работния ден става 8\sч\./)
  expect(text).toMatch(/2\.\s*мястото на работа става: сградата на Центъра/)
  expect(text).not.toMatch(/възнаграждение става|в сила до/)
})

test('an order is signed by the mayor alone, and received by the person', async () => {
  const { data, documentDate } = buildEnd({
    ...about,
    number: 'ЗП-1',
    onDate: '2026-12-31',
    article: 'чл. 325, ал. 1, т. 1 от КТ',
    ground: 'по взаимно съгласие на страните',
    reason: 'Молба вх. № 12',
  })
  const { text } = await readPdf(
    (await papers.render({ layout: 'statement', data, documentDate })).pdf,
  )
  expect(text).toMatch(/ЗАПОВЕД № ЗП-1\/01\.12\.2026/)
  expect(text).toMatch(/Последен ден по договора: 31\.12\.2026\sг\./)
  expect(text).toMatch(/Мотиви: Молба вх\. №\s12\./)
  expect(text).toMatch(/ИЗДАЛ ЗАПОВЕДТА:/)
  expect(text).not.toMatch(/Главен счетоводител/)
})
